package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Labels that would do something, through a whole report: in every file they are text that can be seen. */
class ReportEscapeTest {

    private static final String PLAN = """
            trial: "<script>alert(1)</script> =cmd() \\\\input{/etc/passwd} ::error::x ##[error]y"
            participants:
              file: participants.csv
              arm: {control: "<b>S&U</b>", labels: {i: "\\\\input{x} $I_P^S$", s: "<b>S&U</b>"}}
              columns: {site: {label: "<img src=x onerror=y>", codes: {n: "| a | b |", s: "+65 ]]> &lt;"}}}
            outcomes:
              worked: {kind: binary, label: "\\"=1+1\\" <script>"}
            analyses:
              - {id: "a/../<b>", compare: worked}
              - {id: "effects", subgroups: worked, by: [site]}
            baseline: [site]
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void write() throws IOException {
        Path plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        out = folder.resolve("report");
        StringBuilder text = new StringBuilder("id,arm,site,worked\n");
        for (int person = 0; person < 80; person++) {
            text.append(1000 + person).append(person % 2 == 0 ? ",i," : ",s,").append(person % 3 == 0 ? "n," : "s,");
            text.append(person % 7 == 0 ? "\n" : person % 5 < 2 ? "1\n" : "0\n");
        }
        Files.writeString(folder.resolve("participants.csv"), text);
        Run run = Run.of("report", plan.toString(), "-o", out.toString(), "-q");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    private String file(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    private static void parse(String xml) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.replace("<!DOCTYPE html>", ""))));
    }

    @Test
    void pagesAndFiguresAreWellFormedAndRunNothing() throws Exception {
        String html = file("report.html");
        parse(html);
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("onerror=y>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; =cmd() \\input{/etc/passwd}");
        try (Stream<Path> figures = Files.list(out.resolve("figures"))) {
            List<Path> all = figures.sorted().toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(4);
            for (Path figure : all) {
                assertThat(figure.getFileName().toString()).matches("[A-Za-z0-9_-]+\\.(svg|csv)");
                if (figure.toString().endsWith(".svg")) {
                    parse(Files.readString(figure));
                }
            }
        }
    }

    @Test
    void latexHasNoCommandOfALabel() throws IOException {
        assertThat(file("report.tex"))
                .contains("\\textbackslash{}input\\{/etc/passwd\\}")
                .doesNotContain("\\input")
                .doesNotContain(" $I");
    }

    @Test
    void sheetsAndLogsAreGivenNoCommand() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readString(file).lines().toList()) {
                    assertThat(line.stripLeading())
                            .as(file.toString())
                            .doesNotStartWith("::")
                            .doesNotContain("##[error]");
                }
            }
        }
        assertThat(file("results.csv").lines().flatMap(row -> Stream.of(row.split(","))))
                .noneMatch(cell -> cell.startsWith("=") || cell.startsWith("+") || cell.startsWith("@"));
        new ObjectMapper().readTree(file("results.json"));
        new ObjectMapper().readTree(file("results-ard.json"));
    }

    @Test
    void markdownShowsThemAsText() throws IOException {
        // Lines set in by four blanks are code, which is shown as it is.
        List<String> text = file("report.md")
                .lines()
                .filter(line -> !line.startsWith("    "))
                .toList();
        assertThat(String.join("\n", text))
                .contains("\\<script\\>alert(1)\\</script\\>")
                .contains("\\| a \\| b \\|")
                .doesNotContain("<script>")
                .doesNotContain(" <img");
    }
}
