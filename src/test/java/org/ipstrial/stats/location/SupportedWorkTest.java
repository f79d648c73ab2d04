package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.descriptive.Summary;
import org.ipstrial.stats.rank.BrunnerMunzelIndex;
import org.ipstrial.stats.rank.BrunnerMunzelTest;
import org.ipstrial.stats.rank.MannWhitneyTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Earnings in 1978 of the supported work demonstration, 185 and 260 people; R 4.2.2. */
class SupportedWorkTest {

    private static final Path FILE = Path.of("sample-data/supported-work/participants.csv");

    private static TwoSamples earnings;

    @BeforeAll
    static void read() throws IOException {
        List<String[]> rows;
        try (Stream<String> lines = Files.lines(FILE, StandardCharsets.UTF_8)) {
            rows = lines.map(line -> line.split(",")).toList();
        }
        int arm = List.of(rows.get(0)).indexOf("arm");
        int amount = List.of(rows.get(0)).indexOf("earnings_1978");
        earnings = new TwoSamples(amounts(rows, arm, "supported work", amount), amounts(rows, arm, "control", amount));
    }

    private static double[] amounts(List<String[]> rows, int arm, String label, int amount) {
        return rows.stream()
                .filter(row -> row[arm].equals(label))
                .mapToDouble(row -> Double.parseDouble(row[amount]))
                .toArray();
    }

    @Test
    void summary() {
        Summary summary = Summary.of(earnings.group(), QuantileType.R7);

        assertThat(summary.n()).isEqualTo(185);
        assertThat(summary.zeros()).isEqualTo(45);
        near(Quantity.of(summary.mean()), 6349.14535135135);
        near(summary.sd(), 7867.40470356137);
        assertThat(summary.sum()).isEqualTo(1174591.89);
        assertThat(List.of(summary.p25(), summary.median(), summary.p75(), summary.max()))
                .containsExactly(485.23, 4232.31, 9643.0, 60307.9);
        near(Quantity.of(Summary.of(earnings.reference(), QuantileType.R7).p75()), 7288.4175);
    }

    /** t.test(x, y) and t.test(x, y, var.equal = TRUE). */
    @Test
    void meanDifference() {
        Estimate welch = WelchDifference.of(earnings, 0.95, Samples.resampling());
        Estimate student = StudentDifference.of(earnings, 0.95, Samples.resampling());

        near(welch.estimate(), 1794.34304365904);
        near(welch.standardError().orElseThrow(), 670.996729755959);
        near(welch.lower(), 474.010747757442);
        near(welch.upper(), 3114.67533956065);
        near(student.lower(), 550.574816297353);
        near(student.upper(), 3038.11127102074);
    }

    /** wilcox.test(x, y, exact = FALSE); scipy 1.17.1: brunnermunzel(x, y), which has the other sign. */
    @Test
    void tests() {
        TestResult welch = WelchTest.of(earnings, Alternative.TWO_SIDED);

        near(Quantity.of(welch.statistic().orElseThrow()), 2.67414573586915);
        near(Quantity.of(welch.df().orElseThrow()), 307.132456652248);
        near(welch.pValue(), 0.00789297265667778);
        near(StudentTest.of(earnings, Alternative.TWO_SIDED).pValue(), 0.00478752507976074);
        assertThat(MannWhitneyTest.of(earnings, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isEqualTo(27402.5);
        near(MannWhitneyTest.of(earnings, Alternative.TWO_SIDED).pValue(), 0.0109466445045227);
        near(
                Quantity.of(BrunnerMunzelTest.of(earnings, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow()),
                2.5640523399286295);
        near(BrunnerMunzelTest.of(earnings, Alternative.TWO_SIDED).pValue(), 0.01071972495995003);
    }

    /** The formulas by rank() and qt(), and exp(log(r) -+ qnorm(.975) * se). */
    @Test
    void indexAndRatio() {
        Estimate index = BrunnerMunzelIndex.of(earnings, 0.95, Samples.resampling());
        Estimate ratio = DeltaLogRatio.of(earnings, 0.95, Samples.resampling());

        near(index.estimate(), 0.569698544698545);
        near(index.standardError().orElseThrow(), 0.0271829648767953);
        near(index.lower(), 0.516254989107016);
        near(index.upper(), 0.623142100290074);
        near(ratio.lower(), 1.10657664038875);
        near(ratio.upper(), 1.75594123238485);
    }

    /**
     * boot 1.3-28.1 with strata, R = 40000, set.seed(2), and boot.ci with L = the jackknife influences over the arm
     * sizes: 585.0 to 3240.4 and 1.1130 to 1.7658; within four Monte-Carlo standard errors of 10,000 resamples.
     */
    @Test
    void bootstrap() {
        Estimate difference = BootstrapBcaDifference.of(earnings, 0.95, Samples.resampling(10_000, 2));
        Estimate ratio = BootstrapBcaRatio.of(earnings, 0.95, Samples.resampling(10_000, 2));

        assertThat(value(difference.lower())).isCloseTo(585.0, within(0.15 * 669));
        assertThat(value(difference.upper())).isCloseTo(3240.4, within(0.15 * 669));
        assertThat(value(ratio.lower())).isCloseTo(1.1130, within(0.15 * 0.1655));
        assertThat(value(ratio.upper())).isCloseTo(1.7658, within(0.15 * 0.1655));
    }

    private static void near(Quantity got, double expected) {
        assertThat(value(got)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
