package org.ipstrial.stats.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spreads, intervals and p-values as printed: published cases and a second route. */
class PrintedStatisticsTest {

    /**
     * R package scrutiny 0.6.1, documentation of grimmer() (the first three), and rsprite2's regression tests (the last
     * three). 8.9/2.81/25 is the case in which scrutiny is found wrong: it calls it inconsistent, and the sample 4 4 5 6 6
     * 7 8 8 8 8 8 9 9 9 9 9 9 10 10 11 12 13 13 14 14 has mean 8.92 and SD 2.8125.
     */
    @ParameterizedTest
    @CsvSource({
        "5.23, 2.55, 35, 1, false",
        "5.23, 2.55, 31, 1, true",
        "2.74, 0.96, 63, 2, true",
        "1.03, 0.41, 40, 1, false",
        "3.10, 1.37, 10, 1, true",
        "7.3, 2.51, 12, 1, false",
        "3.44, 2.47, 18, 1, false",
        "5.21, 1.60, 28, 1, true",
        "8.9, 2.81, 25, 1, true",
        "2.6, 2.05, 25, 1, false",
        "2.5, 0, 10, 1, false",
        "1.33, 0, 3, 3, true",
        "1.44, 0.17, 9, 1, false",
        // Of yes/no values (DEBIT; scrutiny's documentation of debit() and its example data pigs3): no spread of whole
        // numbers is smaller.
        "0.36, 0.11, 20, 1, false",
        "0.35, 0.18, 20, 1, false",
        "0.35, 0.49, 20, 1, true",
        "0.53, 0.50, 1683, 1, true",
        "0.44, 0.50, 1683, 1, true",
        "0.77, 0.42, 1683, 1, true",
        "0.19, 0.35, 1683, 1, false",
        "0.34, 0.47, 1683, 1, true",
        "0.93, 0.25, 1683, 1, true",
        "0.12, 0.33, 1683, 1, true",
        "0.546, 0.499, 280, 1, true"
    })
    void spreadsOfWholeNumbers(String mean, String sd, long people, long items, boolean allowed) {
        assertThat(WholeNumberSpread.allows(PrintedNumber.of(mean), PrintedNumber.of(sd), people, items))
                .isEqualTo(allowed);
    }

    /** The example data pigs5 of R package scrutiny 0.6.1; the answers by going through all sums, 1, 5, 7 and 9 by the mean. */
    @Test
    void theMeansAndSpreadsOfPigs5() {
        String[] rows = {
            "7.22/5.30/38", "4.74/6.55/31", "5.23/2.55/35", "2.57/2.57/30", "6.77/2.18/33", "2.68/2.59/34",
            "7.01/6.68/35", "7.38/3.65/32", "3.14/5.32/33", "6.89/4.18/37", "5.00/2.18/31", "0.24/6.43/34"
        };
        StringBuilder spreads = new StringBuilder();
        StringBuilder means = new StringBuilder();
        for (String row : rows) {
            String[] parts = row.split("/");
            PrintedNumber mean = PrintedNumber.of(parts[0]);
            long people = Long.parseLong(parts[2]);
            spreads.append(WholeNumberSpread.allows(mean, PrintedNumber.of(parts[1]), people, 1) ? 'T' : 'F');
            means.append(WholeNumberFits.ofMean(mean, people).any() ? 'T' : 'F');
        }
        assertThat(spreads).hasToString("FTFTFTFTFTTT");
        assertThat(means).hasToString("FTTTFTFTFTTT");
    }

    /**
     * R package statcheck, tests of its errors: z = -2.42 goes with p = .016. With a statistic of 0 +- and its limits a
     * p-value is that of the normal distribution; 2.20 gives .027806895.
     */
    @Test
    void pOfANormalStatistic() {
        PrintedInterval unit = new PrintedInterval(
                PrintedNumber.of("2.200000"), PrintedNumber.of("0.240036"), PrintedNumber.of("4.159964"), false);
        assertThat(unit.pValue(0.95).orElseThrow().holds(0.027806895)).isTrue();
        PrintedInterval other = new PrintedInterval(
                PrintedNumber.of("-2.42"), PrintedNumber.of("-4.38"), PrintedNumber.of("-0.46"), false);
        assertThat(other.pValue(0.95)
                        .orElseThrow()
                        .overlaps(PrintedNumber.of("0.016").window()))
                .isTrue();
    }

    /** No sample of four whole numbers from 0 to 6, rounded, is called impossible. */
    @Test
    void everySampleIsAllowed() {
        Set<String> seen = new TreeSet<>();
        for (int code = 0; code < 7 * 7 * 7 * 7; code++) {
            int[] values = {code % 7, code / 7 % 7, code / 49 % 7, code / 343};
            int sum = 0;
            int squares = 0;
            for (int value : values) {
                sum += value;
                squares += value * value;
            }
            double sd = StrictMath.sqrt((squares - sum * sum / 4.0) / 3);
            PrintedNumber mean = new PrintedNumber(new BigDecimal(sum / 4.0).setScale(1, RoundingMode.HALF_UP));
            PrintedNumber spread = new PrintedNumber(new BigDecimal(sd).setScale(2, RoundingMode.HALF_EVEN));
            seen.add(mean.value() + "/" + spread.value());
            assertThat(WholeNumberSpread.allows(mean, spread, 4, 1))
                    .as(mean + " " + spread)
                    .isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    /** Ranges of the p-value over the rounding of estimate and limits, worked out with the normal distribution in R 4.2.2. */
    @ParameterizedTest
    @CsvSource({
        "1.79, 1.14, 2.81, .01049, .01240",
        "1.76, 1.11, 2.81, .01577, .01838",
        "1.76, 1.15, 2.67, .00773, .00937",
        "1.53, 1.02, 2.31, .03819, .04483"
    })
    void pOfARatioAndItsInterval(String estimate, String low, String high, double least, double most) {
        Window p = new PrintedInterval(PrintedNumber.of(estimate), PrintedNumber.of(low), PrintedNumber.of(high), true)
                .pValue(0.95)
                .orElseThrow();
        assertThat(p.low()).isCloseTo(least, within(5e-6));
        assertThat(p.high()).isCloseTo(most, within(5e-6));
    }

    /** Altman DG, Bland JM (2011), BMJ 343:d2304: 1.35 (0.95 to 1.93) has its middle at 1.354 on the log scale. */
    @Test
    void theMiddleOfAnInterval() {
        PrintedInterval howard =
                new PrintedInterval(PrintedNumber.of("1.35"), PrintedNumber.of("0.95"), PrintedNumber.of("1.93"), true);
        Window middle = howard.middle().orElseThrow();
        assertThat(middle.holds(1.35407)).isTrue();
        assertThat(middle.overlaps(howard.estimate().window())).isTrue();
        PrintedInterval zero =
                new PrintedInterval(PrintedNumber.of("1.0"), PrintedNumber.of("0.0"), PrintedNumber.of("9.0"), true);
        assertThat(zero.middle()).isEmpty();
        assertThat(zero.pValue(0.95)).isEmpty();
        PrintedInterval outside =
                new PrintedInterval(PrintedNumber.of("3.0"), PrintedNumber.of("1.0"), PrintedNumber.of("2.0"), false);
        assertThat(outside.holdsEstimate()).isFalse();
        assertThat(outside.isInOrder()).isTrue();
    }

    @Test
    void aPrintedNumberKnowsItsDecimals() {
        assertThat(PrintedNumber.of("5.20").window()).isEqualTo(new Window(5.195, 5.205));
        assertThat(PrintedNumber.of("5.2").window()).isEqualTo(new Window(5.15, 5.25));
        assertThat(PrintedNumber.of("2.28").agrees(2.2875)).isFalse();
        assertThat(PrintedNumber.of("2.28").agreesIfCut(2.2875)).isTrue();
        assertThat(PrintedNumber.of("-2.28").agreesIfCut(-2.2875)).isTrue();
        assertThat(PrintedNumber.of("2.28").agreesIfCut(2.29)).isFalse();
    }

    /** 46 minus 11 percent may be 36 printed; 13 over 7 is never 1.35. */
    @Test
    void windowsFollowFromWindows() {
        Window difference =
                PrintedNumber.of("46").window().minus(PrintedNumber.of("11").window());
        assertThat(difference).isEqualTo(new Window(34, 36));
        assertThat(difference.overlaps(PrintedNumber.of("36").window())).isTrue();
        Window ratio =
                PrintedNumber.of("13").window().over(PrintedNumber.of("7").window());
        assertThat(ratio.overlaps(PrintedNumber.of("1.35").window())).isFalse();
        assertThat(ratio.holds(13.0 / 7)).isTrue();
        assertThat(new Window(0, 0.5).odds()).isEqualTo(new Window(0, 1));
        assertThat(new Window(-0.5, 0.25).reciprocalSize()).isEqualTo(new Window(2, Double.POSITIVE_INFINITY));
        assertThat(new Window(0.25, 0.5).reciprocalSize()).isEqualTo(new Window(2, 4));
        assertThat(new Window(1, 2).over(new Window(0, 1)).high()).isInfinite();
    }

    /** Two arms of 50 with SD 10: Student's half width is t(98) * 10 * sqrt(2/50), Welch's the same, by hand. */
    @Test
    void halfWidthsOfDifferencesInMeans() {
        PrintedMeans arm = new PrintedMeans(PrintedNumber.of("20.00"), PrintedNumber.of("10.000000"), 50);
        double t = TDistribution.of(98).inverseSurvivalProbability(0.025);
        for (boolean pooled : new boolean[] {true, false}) {
            assertThat(arm.halfWidth(arm, 0.95, pooled, false).high()).isCloseTo(t * 2, within(1e-6));
            assertThat(arm.halfWidth(arm, 0.95, pooled, true).low())
                    .isCloseTo(t * 2 * StrictMath.sqrt(50), within(1e-5));
        }
        assertThat(arm.difference(arm)).isEqualTo(new Window(20 - 0.005 - 20.005, 20.005 - (20 - 0.005)));
    }
}
