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
        "1.44, 0.17, 9, 1, false"
    })
    void spreadsOfWholeNumbers(String mean, String sd, long people, long items, boolean allowed) {
        assertThat(WholeNumberSpread.allows(PrintedNumber.of(mean), PrintedNumber.of(sd), people, items))
                .isEqualTo(allowed);
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
