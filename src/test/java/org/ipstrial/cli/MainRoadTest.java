package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The road from a real trial's CSV to the comparison. */
class MainRoadTest {

    private static final String FILE = SUPPORTED_WORK.toString();

    /** 140 of 185 against 168 of 260; Miettinen-Nurminen limits computed apart by direct maximisation of the likelihood. */
    @Test
    void comparesTheSupportedWorkExperiment() {
        Run run = Run.of("compare", FILE, "--control", "control", "--outcome", "employed_1978", "--format", "csv");

        assertThat(run.exit()).isZero();
        assertThat(run.value("supported work", "events", "")).isEqualTo("140");
        assertThat(run.value("supported work", "assessed")).isEqualTo("185");
        assertThat(run.value("control", "", "events")).isEqualTo("168");
        assertThat(run.value("risk-difference", "miettinen-nurminen", "estimate"))
                .startsWith("0.1106029");
        assertThat(run.value("risk-difference", "miettinen-nurminen", "conf.low"))
                .startsWith("0.023906");
        assertThat(run.value("risk-difference", "miettinen-nurminen", "conf.high"))
                .startsWith("0.193714");
    }

    /** Burns 2007 (The Lancet) prints 26.9 percentage points, 95% CI 16.4 to 37.4, for 85/156 against 43/156. */
    @Test
    void givesTheLimitsThatEqolisePrinted() {
        Run run = Run.of(
                "compare",
                "--counts",
                "IPS=85/156",
                "--counts",
                "control=43/156",
                "--control",
                "control",
                "--method",
                "wald");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("54.5% vs 27.6%: 26.9 percentage points more in IPS (95% CI 16.4 to 37.4)");
    }

    @Test
    void readsStandardInput() throws IOException {
        Run fromFile = Run.of("rates", FILE, "--outcome", "employed_1978");
        Run fromInput = Run.withInput(
                new ByteArrayInputStream(Files.readAllBytes(SUPPORTED_WORK)),
                "rates",
                "-",
                "--outcome",
                "employed_1978");

        assertThat(fromInput.exit()).isZero();
        assertThat(fromInput.out()).isEqualTo(fromFile.out());
    }

    @Test
    void givesTheSameWithItsRowsInAnyOrder(@TempDir Path folder) throws IOException {
        List<String> lines = Files.readAllLines(SUPPORTED_WORK);
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(20120101));
        rows.add(0, lines.get(0));
        Path shuffled = folder.resolve("participants.csv");
        Files.write(shuffled, rows);

        String[] options = {
            "--control",
            "control",
            "--outcome",
            "employed_1978,earnings_1978",
            "--by",
            "ethnicity",
            "--method",
            "all",
            "--resamples",
            "500"
        };
        for (String format : List.of("csv", "text", "json")) {
            Run one = Run.of(arguments(FILE, format, options));
            Run other = Run.of(arguments(shuffled.toString(), format, options));
            assertThat(one.exit()).isZero();
            assertThat(other.out().replaceAll("[0-9a-f]{64}", "hash"))
                    .isEqualTo(one.out().replaceAll("[0-9a-f]{64}", "hash"));
        }
    }

    @Test
    void givesTheSameOnOneThreadAndOnFour() {
        String[] options = {"--control", "control", "--outcome", "earnings_1978", "--method", "all"};
        List<String> one = arguments(FILE, "json", options);
        List<String> four = new ArrayList<>(one);
        one.addAll(List.of("--threads", "1"));
        four.addAll(List.of("--threads", "4"));

        assertThat(Run.of(four).out()).isEqualTo(Run.of(one).out()).contains("bootstrap-bca");
    }

    @Test
    void anotherOutcomeBesideItMovesNoDigit() {
        Run alone = Run.of(arguments(FILE, "csv", "--control", "control", "--outcome", "earnings_1978"));
        Run beside = Run.of(arguments(FILE, "csv", "--control", "control", "--outcome", "earnings_1975,earnings_1978"));

        List<String> about = beside.out()
                .lines()
                .filter(line -> line.contains(",earnings_1978,"))
                .toList();
        assertThat(alone.out().lines().skip(1).toList()).isNotEmpty().isEqualTo(about);
    }

    @Test
    void aNamedMethodThatCannotEstimateEndsWithSixAndADefaultOneDoesNot() {
        String[] counts = {"compare", "--counts", "IPS=5/56", "--counts", "SAU=0/29", "--control", "SAU"};

        assertThat(Run.of(counts).exit()).isZero();
        Run named = Run.of(
                "compare", "--counts", "IPS=5/56", "--counts", "SAU=0/29", "--control", "SAU", "--method", "katz");
        assertThat(named.exit()).isEqualTo(6);
        assertThat(named.out()).contains("not estimable: no events in the reference");
    }

    @Test
    void missingOutcomesAreShownAndFilledInAllFourWays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("holes.csv");
        StringBuilder text = new StringBuilder("id,arm,employed\n");
        String[] outcomes = {"yes", "yes", "yes", "no", "", "yes", "no", "no", "no", ""};
        for (int i = 0; i < 10; i++) {
            text.append("p")
                    .append(i)
                    .append(i < 5 ? ",IPS," : ",SAU,")
                    .append(outcomes[i])
                    .append('\n');
        }
        Files.writeString(file, text);

        Run run = Run.of("compare", file.toString(), "--control", "SAU", "--outcome", "employed", "--format", "csv");

        assertThat(run.exit()).isZero();
        assertThat(run.value("count", "IPS", "missing")).isEqualTo("1");
        // IPS 3 of 4 and one missing, SAU 1 of 4 and one missing: 3/4 - 1/4, then 4/5 - 2/5, 3/5 - 1/5, 4/5 - 1/5, 3/5
        // - 2/5.
        assertThat(run.value("complete-cases", "risk-difference", "estimate")).isEqualTo("0.5");
        assertThat(run.value("all-missing-events", "risk-difference", "estimate"))
                .isEqualTo("0.4");
        assertThat(run.value("all-missing-none", "risk-difference", "estimate")).isEqualTo("0.4");
        assertThat(run.value("largest-difference", "risk-difference", "estimate"))
                .isEqualTo("0.6");
        assertThat(run.value("smallest-difference", "risk-difference", "estimate"))
                .isEqualTo("0.2");
    }

    private static List<String> arguments(String file, String format, String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare", file, "--format", format));
        arguments.addAll(List.of(options));
        return arguments;
    }
}
