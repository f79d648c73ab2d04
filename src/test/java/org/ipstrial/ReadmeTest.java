package org.ipstrial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the pages of the sample data tell a reader to type works, and prints what they show. */
class ReadmeTest {

    private static final List<Path> PAGES = List.of(
            Path.of("README.md"),
            Path.of("sample-data/README.md"),
            Path.of("sample-data/ips-three-arm/README.md"),
            Path.of("sample-data/published/README.md"),
            Path.of("sample-data/supported-work/README.md"));

    private static final Pattern COMMAND = Pattern.compile("^(?:\\$ )?scripts/ipstrial +(.+)$", Pattern.MULTILINE);
    private static final Pattern OUTPUT = Pattern.compile(" -o (\\S+)");
    private static final Pattern SHOWN = Pattern.compile("```\n\\$ scripts/ipstrial (.+)\n([\\s\\S]*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @TempDir
    private Path folder;

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : PAGES) {
            Matcher matcher = COMMAND.matcher(Files.readString(page));
            while (matcher.find()) {
                commands.add(matcher.group(1));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRuns(String command) {
        Matcher output = OUTPUT.matcher(command);
        if (output.find()) {
            Path written = folder.resolve(output.group(1));
            assertThat(run(output.replaceFirst(" -o " + Matcher.quoteReplacement(written.toString()))))
                    .isEmpty();
            assertThat(written).isNotEmptyDirectory();
        } else {
            assertThat(run(command)).isNotBlank();
        }
    }

    @Test
    void theOutputShownIsTheOutputPrinted() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("README.md")));
        int seen = 0;
        while (shown.find()) {
            seen++;
            assertThat(run(shown.group(1))).isEqualTo(shown.group(2));
        }
        assertThat(seen).isPositive();
        assertThat(commands()).hasSizeGreaterThan(6);
    }

    @Test
    void namesEveryCommandAndItsTestCommandIsTheOneThatIsRunBeforeAChangeLands() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String command : Program.commands()) {
            assertThat(readme).contains("| `" + command + "` |");
        }
        assertThat(readme).contains("```\nmvn -B verify\n```");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("mvn -B -ntp verify\n");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : PAGES) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                Path target = page.toAbsolutePath().getParent().resolve(link.group(1));
                assertThat(target).as(page + " links to " + link.group(1)).exists();
            }
        }
    }

    private static String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Program.run(command.trim().split(" +"), out, new PrintStream(err));
        assertThat(err.toString(StandardCharsets.UTF_8)).as(command).isEmpty();
        assertThat(exit).as(command).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
