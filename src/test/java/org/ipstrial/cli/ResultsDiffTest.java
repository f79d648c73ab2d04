package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which numbers moved between two results. */
class ResultsDiffTest {

    @TempDir
    private Path folder;

    private Path then;

    @BeforeEach
    void write() {
        then = folder.resolve("then.json");
        assertThat(Run.of(
                                "rates",
                                "sample-data/supported-work/trial.yaml",
                                "--outcome",
                                "employed",
                                "--format",
                                "json",
                                "-o",
                                then.toString(),
                                "-q")
                        .exit())
                .isZero();
    }

    private Run diff(String now, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("now.json"), now);
        String[] args = new String[4 + more.length];
        System.arraycopy(more, 0, args, 4, more.length);
        args[0] = "results";
        args[1] = "diff";
        args[2] = then.toString();
        args[3] = file.toString();
        return Run.of(args);
    }

    private String text() throws IOException {
        return Files.readString(then);
    }

    private String changed(String from, String to) throws IOException {
        assertThat(text()).contains(from);
        return text().replaceFirst(java.util.regex.Pattern.quote(from), to);
    }

    @Test
    void theSameResultsAreTheSame() throws IOException {
        assertThat(diff(text())).isEqualTo(new Run(0, "the same 16 results\n", ""));
        Run from = diff(changed("\"seed\": 20120101", "\"seed\": 7"));
        assertThat(from)
                .isEqualTo(
                        new Run(0, "around the numbers: 1\n  setting seed: 20120101 -> 7\nthe same 16 results\n", ""));
    }

    @Test
    void whatMovedIsToldWithOldAndNew() throws IOException {
        assertThat(diff(changed("0.756756756756757", "0.756756756756758"))).isEqualTo(new Run(1, """
                        moved: 1
                          rates, all-randomised, none-missing, employed, 1978, supported work, proportion, wilson, estimate: \
                        0.756756756756757 -> 0.756756756756758
                        """, ""));
        assertThat(diff(changed("0.756756756756757", "0.756756756756758"), "--tolerance", "1e-14")
                        .exit())
                .isZero();
        assertThat(diff(changed("0.756756756756757", "0.7567567567569"), "--tolerance", "1e-13")
                        .exit())
                .as("just beyond the tolerance")
                .isEqualTo(1);
        assertThat(diff(changed("0.756756756756757", "null"), "--tolerance", "0.5")
                        .out())
                .endsWith("estimate: 0.756756756756757 -> not estimable\n");
        assertThat(diff(changed("\"status\": \"\"", "\"status\": \"planned\"")).out())
                .endsWith("randomised, status: '' -> 'planned'\n");
    }

    @Test
    void whatOnlyOneHasIsTold() throws IOException {
        Run run = diff(text().replaceAll("\"group\": \"control\"", "\"group\": \"SAU\""));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().lines().map(line -> line.replaceAll("^  .*", "  ")).distinct())
                .containsExactly("only in the first: 8", "  ", "only in the second: 8");
    }

    @Test
    void pointsOfCurvesAreCompared() throws IOException {
        String curve = "\"series\": [{\"name\": \"x\", \"columns\": {\"t\": [1, 2, null]}}]";
        String empty = "\"series\": []";
        assertThat(text().replaceAll("\\s", "")).contains(empty.replace(" ", ""));
        then = Files.writeString(folder.resolve("curve.json"), text().replaceAll("\"series\": \\[\\s*\\]", curve));

        assertThat(diff(text()).exit()).isZero();
        assertThat(diff(text().replace("1, 2, null", "1, 3, null")).out())
                .isEqualTo("moved: 1\n  series x.t: 1 of 3 points\n");
        assertThat(diff(text().replace("1, 2, null", "1, 2")).out())
                .isEqualTo("moved: 1\n  series x.t: 3 points -> 2\n");
    }

    @Test
    void whatAreNoResultsIsRefusedAndNeverEchoed() throws IOException {
        refused("id,arm\nZ9QK100,IPS\n", 1, "this is no JSON, or it is cut short");
        refused("[]", 1, "a JSON object does not stand here");
        refused("{}", 1, "the schema is '' and not ipstrial/results/1");
        refused("", 1, "a JSON object does not stand here");
        refused(
                "{\"schema\": \"ipstrial/results/1\", \"results\": [\n{\"analysis\": \"x\"}]}",
                2,
                "a result lacks 'analysis_set'");
        String row = text().lines()
                .filter(line -> line.contains("\"analysis\""))
                .findFirst()
                .orElseThrow();
        refused(text().replace(row, row + "\n" + row), 1 + lineOf(row) + 1, "the same result stands here twice");
        refused(text().substring(0, text().length() / 2), 0, "this is no JSON, or it is cut short");
    }

    private int lineOf(String row) throws IOException {
        return text().lines().toList().indexOf(row);
    }

    private void refused(String now, int line, String what) throws IOException {
        Run run = diff(now);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("Z9QK");
        assertThat(line == 0 ? run.err().replaceFirst(":[0-9]+: ", ":0: ") : run.err())
                .isEqualTo(folder.resolve("now.json") + ":" + line + ": " + what
                        + "; wanted results as --format json writes them; write them again [E460]\n");
    }

    @Test
    void twoFilesAndATrueToleranceAreWanted() {
        assertThat(Run.of("results", "diff", then.toString()).err())
                .startsWith("ipstrial: two results files are wanted; write for example");
        assertThat(Run.of("results", "diff", then.toString(), then.toString(), "--tolerance", "-1")
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("results", "diff", then.toString(), "no.json").exit()).isEqualTo(5);
    }
}
