package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.ipstrial.render.SelfTestLog;
import org.ipstrial.selftest.SelfTest;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SelftestTest {

    private static final ReferenceValue WRONG =
            new ReferenceValue("proportion", "wilson", "36/154", 0.95, "conf.low", 0.1740, 0.00005, "Newcombe 1998");

    @Test
    void thePageSaysWhatWasTriedWhereAndWithWhichSources() {
        Run run = Run.of("selftest", "wilson");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Does this installation give the published numbers?\n")
                .contains("Yes: all "
                        + ReferenceValues.all().stream()
                                .filter(value -> value.method().equals("wilson"))
                                .count() + " numbers of 1 methods agree with their sources.")
                .containsPattern("program  +ipstrial \\d")
                .containsPattern("java  +" + System.getProperty("java.version"))
                .contains("proportion: wilson: ")
                .doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void theJsonLogHasEveryNumber() throws IOException {
        Run run = Run.of("selftest", "odds-ratio", "--format", "json");
        assertThat(run.exit()).isZero();
        JsonNode log = new ObjectMapper().readTree(run.out());
        assertThat(log.get("schema").asText()).isEqualTo(SelfTestLog.SCHEMA);
        assertThat(log.get("passed").asBoolean()).isTrue();
        assertThat(log.get("failed").asInt()).isZero();
        assertThat(log.get("checks")).hasSize(log.get("numbers").asInt()).isNotEmpty();
        assertThat(log.get("checks").get(0).fieldNames()).toIterable().containsExactlyElementsOf(SelfTestLog.COLUMNS);
        assertThat(log.get("installation").fieldNames())
                .toIterable()
                .containsExactly("program", "program file", "java", "virtual machine", "platform");
    }

    @Test
    void theCsvLogHasALineForEachNumber() {
        Run run = Run.of("selftest", "wilson", "--format", "csv");
        assertThat(run.out().lines().findFirst()).contains(String.join(",", SelfTestLog.COLUMNS));
        assertThat(run.out().lines().skip(1))
                .hasSizeGreaterThan(30)
                .allMatch(line -> line.startsWith("proportion,wilson,"));
    }

    @Test
    void aNumberThatDoesNotAgreeIsShownAndEndsWithOne() {
        String page = failing("text");
        assertThat(page)
                .contains("No: 1 of 1 numbers of ")
                .contains("What does not agree")
                .contains("proportion wilson of 36/154 at level 0.95, conf.low: wanted 0.174 within 0.00005, got"
                        + " 0.1739034105")
                .contains("FAILS");
        assertThat(failing("json")).contains("\"passed\":false").contains("\"failed\":1");
    }

    private static String failing(String format) {
        SelftestCommand command = new SelftestCommand(() -> SelfTest.of(List.of(WRONG)));
        CommandLine commandLine = new CommandLine(command.spec("selftest"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        int exit = command.run(commandLine.parseArgs("--format", format), console);
        assertThat(console.finish()).isEmpty();
        assertThat(exit).isEqualTo(ExitCode.CHECK_FAILED);
        return out.toString(StandardCharsets.UTF_8)
                .replaceAll("\\s*\n\\s*", " ")
                .replace("\": ", "\":");
    }

    @Test
    void aNameThatNothingHasIsRefusedWithTheNearest() {
        Run run = Run.of("selftest", "wilsn");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("wilsn").contains("wilson").contains("[E017]");
    }
}
