package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two strata worked as fractions: 3 of 4 against 1 of 4, and 2 of 4 against 3 of 12; N are 8 and 16. */
class CommonEffectsByHandTest {

    private static final StratifiedTables TWO = strata(TwoByTwo.of(3, 4, 1, 4), TwoByTwo.of(2, 4, 3, 12));
    /** The share of a normal distribution within one standard deviation, 2 pnorm(1) - 1 of R 4.2.2. */
    private static final double ONE_SD = 0.682689492137086;

    enum Method {
        SATO(StratifiedEffect.of(MantelHaenszelDifference::of, MantelHaenszelDifference::test)),
        SCORE_MH(StratifiedEffect.of(
                StratifiedMiettinenNurminen::withMantelHaenszelWeights,
                StratifiedMiettinenNurminen::testWithMantelHaenszelWeights)),
        SCORE_IV(StratifiedEffect.of(
                StratifiedMiettinenNurminen::withInverseVarianceWeights,
                StratifiedMiettinenNurminen::testWithInverseVarianceWeights)),
        NEWCOMBE(StratifiedEffect.of(StratifiedNewcombeDifference::of, StratifiedNewcombeDifference::test)),
        RISK_RATIO(StratifiedEffect.of(MantelHaenszelRatio::of, MantelHaenszelRatio::test)),
        ODDS_RATIO(StratifiedEffect.of(MantelHaenszelOddsRatio::of, MantelHaenszelOddsRatio::test));

        private final StratifiedEffect effect;

        Method(StratifiedEffect effect) {
            this.effect = effect;
        }
    }

    private static StratifiedTables strata(TwoByTwo... tables) {
        List<Stratum> strata = new ArrayList<>();
        for (TwoByTwo table : tables) {
            strata.add(Stratum.of("stratum " + strata.size(), table));
        }
        return new StratifiedTables(strata);
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }

    private static double p(TestResult test) {
        return value(test.pValue());
    }

    /** (1 + 3/4) / (2 + 3); P = -1/2 - 3/16, Q = 5/8 + 3/4, so that d P + Q = 363/320. */
    @Test
    void theDifferenceAndItsVarianceBySato() {
        double se = Math.sqrt(363.0 / 320) / 5;
        Estimate estimate = MantelHaenszelDifference.of(TWO, ONE_SD);

        assertThat(value(estimate.estimate())).isCloseTo(0.35, within(1e-16));
        assertThat(value(estimate.standardError().orElseThrow())).isCloseTo(se, within(1e-15));
        assertThat(value(estimate.lower())).isCloseTo(0.35 - se, within(1e-14));
        assertThat(value(estimate.upper())).isCloseTo(0.35 + se, within(1e-14));
        assertThat(MantelHaenszelDifference.test(TWO, 0.5, Alternative.LESS)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(-0.15 / se, within(1e-14));
        // Ten standard errors are more than there is: limits end at -1 and 1.
        assertThat(MantelHaenszelDifference.of(TWO, 1 - 1e-15).upper()).isEqualTo(Quantity.of(1));
        assertThat(MantelHaenszelDifference.of(TWO.swapped(), 1 - 1e-15).lower())
                .isEqualTo(Quantity.of(-1));
    }

    /** R = 3, S = 5/4 and a spread of 5/8 + 9/16. */
    @Test
    void theRatioOfRisks() {
        double se = Math.sqrt(19.0 / 60);
        Estimate estimate = MantelHaenszelRatio.of(TWO, ONE_SD);

        assertThat(value(estimate.estimate())).isCloseTo(2.4, within(1e-15));
        assertThat(value(estimate.lower())).isCloseTo(2.4 * StrictMath.exp(-se), within(1e-14));
        assertThat(value(estimate.upper())).isCloseTo(2.4 * StrictMath.exp(se), within(1e-13));
        assertThat(MantelHaenszelRatio.test(TWO, 2, Alternative.GREATER)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(StrictMath.log(1.2) / se, within(1e-14));
    }

    /** R = 9/4, S = 1/2; PR = 207/128, PS + QR = 63/64, QS = 19/128, in all 23/144 + 7/16 + 19/64. */
    @Test
    void theRatioOfOdds() {
        double se = Math.sqrt(515.0 / 576);
        Estimate estimate = MantelHaenszelOddsRatio.of(TWO, ONE_SD);

        assertThat(value(estimate.estimate())).isCloseTo(4.5, within(1e-15));
        assertThat(value(estimate.lower())).isCloseTo(4.5 * StrictMath.exp(-se), within(1e-14));
        assertThat(value(estimate.upper())).isCloseTo(4.5 * StrictMath.exp(se), within(1e-13));
        assertThat(MantelHaenszelOddsRatio.test(TWO, 1, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(StrictMath.log(4.5) / se, within(1e-14));
    }

    @Test
    void theArmsChangedRoundHaveTheInverseRatiosWithTheSameVariance() {
        for (StratifiedEffect effect : List.of(Method.RISK_RATIO.effect, Method.ODDS_RATIO.effect)) {
            Estimate one = effect.of(TWO, 0.95);
            Estimate other = effect.of(TWO.swapped(), 0.95);
            assertThat(value(other.estimate()) * value(one.estimate())).isCloseTo(1, within(1e-15));
            assertThat(value(other.lower()) * value(one.upper())).isCloseTo(1, within(1e-14));
            assertThat(value(other.upper()) * value(one.lower())).isCloseTo(1, within(1e-14));
        }
    }

    /** Differences of 1/2 and 1/4 with variances of 1/7 and 11/144; the weights of Mantel and Haenszel are 2 and 3. */
    @Test
    void theScoresAtNoDifference() {
        assertThat(StratifiedMiettinenNurminen.testWithMantelHaenszelWeights(TWO, 0, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(Math.sqrt(343.0 / 141), within(1e-14));
        assertThat(StratifiedMiettinenNurminen.testWithInverseVarianceWeights(TWO, 0, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(149.0 / 22 / Math.sqrt(221.0 / 11), within(1e-14));
        // Where all strata are without events, or have events only, no others are left to leave them out for.
        StratifiedTables silent = strata(TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(5, 5, 9, 9));
        assertThat(StratifiedMiettinenNurminen.withInverseVarianceWeights(silent, 0.95))
                .isEqualTo(StratifiedMiettinenNurminen.withMantelHaenszelWeights(silent, 0.95));
    }

    /** (7/4)^2 over 4/7 + 11/16. */
    @Test
    void theTestOfCochranMantelAndHaenszel() {
        TestResult test = CochranMantelHaenszelTest.of(TWO, Alternative.TWO_SIDED);

        assertThat(test.statistic().orElseThrow()).isCloseTo(343.0 / 141, within(1e-14));
        assertThat(test.df()).hasValue(1);
        double more = p(CochranMantelHaenszelTest.of(TWO, Alternative.GREATER));
        assertThat(more).isCloseTo(p(test) / 2, within(1e-15));
        assertThat(p(CochranMantelHaenszelTest.of(TWO, Alternative.LESS))).isCloseTo(1 - more, within(1e-15));
        assertThat(p(CochranMantelHaenszelTest.of(TWO.swapped(), Alternative.LESS)))
                .isCloseTo(more, within(1e-15));
        // No difference in any stratum.
        assertThat(CochranMantelHaenszelTest.of(
                        strata(TwoByTwo.of(1, 2, 2, 4), TwoByTwo.of(1, 3, 2, 6)), Alternative.GREATER))
                .isEqualTo(TestResult.of(0, 1, 0.5));
    }

    /**
     * Six strata of 3 of 4 against 1 of 4, and five of 1 of 2 against 1 of 2: sum R = 6 9/8 + 5/4 = 8, sum S = 2. With a ratio
     * of 4 two thirds of the events are expected in the group, 8/3 of 4 and 4/3 of 2, with variances of 4/9 and 2/9: the
     * squares are 6/4 + 5/2, the distances 6/3 - 5/3, and the variances sum to 34/9.
     */
    @Test
    void theTestsOfBreslowAndDayAndOfTarone() {
        TwoByTwo[] tables = new TwoByTwo[11];
        Arrays.fill(tables, 0, 6, TwoByTwo.of(3, 4, 1, 4));
        Arrays.fill(tables, 6, 11, TwoByTwo.of(1, 2, 1, 2));
        StratifiedTables strata = strata(tables);

        assertThat(value(MantelHaenszelOddsRatio.of(strata, 0.95).estimate())).isCloseTo(4, within(1e-15));
        for (StratifiedTables either : List.of(strata, strata.swapped(), strata.complement())) {
            TestResult plain = BreslowDayTest.of(either);
            assertThat(plain.statistic().orElseThrow()).isCloseTo(4, within(1e-13));
            assertThat(plain.df()).hasValue(10);
            // Chi-squared with 10: exp(-2) (1 + 2 + 2 + 4/3 + 2/3).
            assertThat(p(plain)).isCloseTo(7 * StrictMath.exp(-2), within(1e-14));
            assertThat(BreslowDayTest.corrected(either).statistic().orElseThrow())
                    .isCloseTo(4 - 1.0 / 34, within(1e-13));
        }
        // One more that tells nothing is not counted.
        TwoByTwo[] more = Arrays.copyOf(tables, 13);
        more[11] = TwoByTwo.of(0, 5, 0, 7);
        more[12] = TwoByTwo.of(5, 5, 7, 7);
        assertThat(BreslowDayTest.of(strata(more)).df()).hasValue(10);
    }

    /** A common ratio of 2.5 10^10, where almost everybody is expected in one arm: the definition in mpmath 1.3 with 50 digits. */
    @Test
    void ratiosFarFromOneLoseNoDigits() {
        StratifiedTables far =
                strata(TwoByTwo.of(999_999, 1_000_000, 1, 1_000_000), TwoByTwo.of(499_990, 500_000, 3, 500_000));
        for (StratifiedTables either : List.of(far, far.swapped())) {
            assertThat(BreslowDayTest.of(either).statistic().orElseThrow())
                    .isCloseTo(11.970574907815571, withinPercentage(1e-9));
            assertThat(BreslowDayTest.corrected(either).statistic().orElseThrow())
                    .isCloseTo(8.910136686159588, withinPercentage(1e-9));
        }
    }

    @Test
    void nothingToHoldTheStrataAgainst() {
        assertThat(BreslowDayTest.of(strata(TwoByTwo.of(0, 4, 1, 3), TwoByTwo.of(0, 2, 1, 9))))
                .isEqualTo(TestResult.notEstimable(Reason.NO_INFORMATIVE_STRATUM));
        assertThat(BreslowDayTest.of(strata(TwoByTwo.of(1, 4, 0, 3), TwoByTwo.of(1, 2, 0, 9))))
                .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(BreslowDayTest.of(strata(TwoByTwo.of(1, 4, 1, 3), TwoByTwo.of(2, 2, 9, 9))))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
        assertThat(BreslowDayTest.of(strata(TwoByTwo.of(1, 4, 1, 3), TwoByTwo.of(1, 2, 8, 9)))
                        .df())
                .hasValue(1);
    }

    /** The equation that defines the expected events, on every small table whose margins leave a choice. */
    @Test
    void expectedEventsHaveTheOddsRatio() {
        for (TwoByTwo table : Tables.all(5)) {
            double n1 = table.group().assessed();
            double n2 = table.reference().assessed();
            double m = table.events();
            for (double ratio : new double[] {1e-6, 0.0625, 0.25, 1, 4, 16, 1e6}) {
                if (m > 0 && m < n1 + n2) {
                    double e = ExpectedEvents.inGroup(table, ratio);
                    assertThat(e).as(table + " at " + ratio).isBetween(Math.max(0, m - n2), Math.min(n1, m));
                    assertThat(e * (n2 - m + e) / (ratio * (m - e) * (n1 - e)))
                            .as(table + " at " + ratio)
                            .isCloseTo(1, within(1e-8));
                }
            }
        }
        assertThat(ExpectedEvents.inGroup(TwoByTwo.of(3, 4, 1, 4), 4)).isCloseTo(8.0 / 3, within(1e-15));
        assertThat(ExpectedEvents.inGroup(TwoByTwo.of(2, 4, 3, 12), 1)).isEqualTo(1.25);
    }

    /** Which cells are empty in every stratum is the reason; otherwise no stratum tells anything. */
    @Test
    void whyThereIsNoRatioOfOdds() {
        assertNoOdds(Reason.NO_EVENTS_IN_EITHER_ARM, TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(0, 2, 0, 9));
        assertNoOdds(Reason.NO_EVENTS_IN_REFERENCE, TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(1, 2, 0, 9));
        assertNoOdds(Reason.ALL_EVENTS_IN_BOTH_ARMS, TwoByTwo.of(4, 4, 3, 3), TwoByTwo.of(2, 2, 9, 9));
        assertNoOdds(Reason.ALL_EVENTS_IN_GROUP, TwoByTwo.of(4, 4, 3, 3), TwoByTwo.of(2, 2, 1, 9));
        assertNoOdds(Reason.NO_INFORMATIVE_STRATUM, TwoByTwo.of(4, 4, 1, 3), TwoByTwo.of(1, 2, 0, 9));
        assertThat(MantelHaenszelOddsRatio.of(strata(), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
    }

    private static void assertNoOdds(Reason reason, TwoByTwo... tables) {
        assertThat(MantelHaenszelOddsRatio.of(strata(tables), 0.95)).isEqualTo(Estimate.notEstimable(reason));
        assertThat(MantelHaenszelOddsRatio.test(strata(tables), 1, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(reason));
    }

    @Test
    void whyARatioOfOddsOfZeroHasNoLimits() {
        assertNoLimits(Reason.NO_EVENTS_IN_GROUP, TwoByTwo.of(0, 4, 1, 3), TwoByTwo.of(0, 2, 9, 9));
        assertNoLimits(Reason.ALL_EVENTS_IN_REFERENCE, TwoByTwo.of(1, 4, 3, 3), TwoByTwo.of(0, 2, 9, 9));
        assertNoLimits(Reason.NO_INFORMATIVE_STRATUM, TwoByTwo.of(1, 4, 3, 3), TwoByTwo.of(0, 2, 1, 9));
    }

    private static void assertNoLimits(Reason reason, TwoByTwo... tables) {
        assertThat(MantelHaenszelOddsRatio.of(strata(tables), 0.95)).isEqualTo(Estimate.withoutLimits(0, reason));
        assertThat(MantelHaenszelOddsRatio.test(strata(tables), 1, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(reason));
    }

    @Test
    void whyThereIsNoRatioOfRisks() {
        assertNoRisks(Reason.NO_EVENTS_IN_EITHER_ARM, TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(0, 2, 0, 9));
        assertNoRisks(Reason.NO_EVENTS_IN_REFERENCE, TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(1, 2, 0, 9));
        assertThat(MantelHaenszelRatio.test(
                        strata(TwoByTwo.of(0, 4, 1, 3), TwoByTwo.of(0, 2, 1, 9)), 1, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_GROUP));
        assertThat(MantelHaenszelRatio.test(strata(), 1, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
    }

    private static void assertNoRisks(Reason reason, TwoByTwo... tables) {
        assertThat(MantelHaenszelRatio.of(strata(tables), 0.95)).isEqualTo(Estimate.notEstimable(reason));
        assertThat(MantelHaenszelRatio.test(strata(tables), 1, Alternative.GREATER))
                .isEqualTo(TestResult.notEstimable(reason));
    }

    /** A limit inside its scale is the effect with the p-value of the level, and half of it on its side. */
    @ParameterizedTest
    @EnumSource
    void aLimitIsTheEffectThatHasThePValueOfItsLevel(Method method) {
        List<StratifiedTables> all = List.of(
                TWO,
                TWO.swapped(),
                strata(TwoByTwo.of(1, 9, 7, 8), TwoByTwo.of(2, 5, 3, 4), TwoByTwo.of(10, 31, 19, 40)),
                strata(TwoByTwo.of(30, 41, 29, 40), TwoByTwo.of(5, 9, 2, 7)));
        for (StratifiedTables strata : all) {
            for (double level : new double[] {0.3, 0.8}) {
                Estimate estimate = method.effect.of(strata, level);
                for (Alternative side : new Alternative[] {Alternative.GREATER, Alternative.LESS}) {
                    double limit = value(side == Alternative.GREATER ? estimate.lower() : estimate.upper());
                    assertThat(p(method.effect.test(strata, limit, Alternative.TWO_SIDED)))
                            .as(strata + " " + side)
                            .isCloseTo(1 - level, within(1e-9));
                    assertThat(p(method.effect.test(strata, limit, side)))
                            .as(strata + " " + side)
                            .isCloseTo((1 - level) / 2, within(1e-9));
                }
            }
        }
    }

    @Test
    void theTestOfTheObservedDifferenceIsNone() {
        StratifiedTables even = strata(TwoByTwo.of(1, 2, 1, 4), TwoByTwo.of(3, 4, 1, 2));
        for (Method method : List.of(Method.SATO, Method.SCORE_MH, Method.SCORE_IV, Method.NEWCOMBE)) {
            assertThat(method.effect.test(even, 0.25, Alternative.TWO_SIDED))
                    .as(method.name())
                    .isEqualTo(TestResult.of(0, 1));
        }
    }

    /** With a million people in each arm limits at z = 39 are less than 0.06 apart. */
    @Test
    void newcombeHasTheSmallestPValueBeyondItsWidestInterval() {
        StratifiedTables large = strata(
                TwoByTwo.of(250_000, 500_000, 250_000, 500_000), TwoByTwo.of(250_000, 500_000, 250_000, 500_000));
        TestResult smallest = TestResult.exact(Double.MIN_VALUE);

        assertThat(StratifiedNewcombeDifference.test(large, 0.5, Alternative.TWO_SIDED))
                .isEqualTo(smallest);
        assertThat(StratifiedNewcombeDifference.test(large, 0.5, Alternative.LESS))
                .isEqualTo(smallest);
        assertThat(StratifiedNewcombeDifference.test(large, -0.5, Alternative.GREATER))
                .isEqualTo(smallest);
        assertThat(StratifiedNewcombeDifference.test(large, -0.5, Alternative.LESS))
                .isEqualTo(new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.of(1)));
        assertThat(StratifiedNewcombeDifference.test(large, 0.02, Alternative.TWO_SIDED)
                        .statistic())
                .isPresent();
    }

    /** By the people of the group, then of the reference, then by events. */
    @Test
    void tablesComeByTheirNumbers() {
        TwoByTwo[] sorted = {
            TwoByTwo.of(2, 2, 3, 3),
            TwoByTwo.of(0, 2, 1, 4),
            TwoByTwo.of(0, 2, 2, 4),
            TwoByTwo.of(1, 2, 0, 4),
            TwoByTwo.of(0, 3, 0, 1)
        };

        assertThat(strata(sorted[4], sorted[3], sorted[2], sorted[1], sorted[0]).tables())
                .containsExactly(sorted);
        assertThat(strata(sorted[2], sorted[0], sorted[4], sorted[1], sorted[3]).tables())
                .containsExactly(sorted);
        assertThat(strata(sorted[1]).complement().tables()).containsExactly(TwoByTwo.of(2, 2, 3, 4));
        assertThat(strata(sorted[1]).swapped().tables()).containsExactly(TwoByTwo.of(1, 4, 0, 2));
    }
}
