package org.ipstrial.stats.contingency.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests that belong to the approximate intervals: worked by hand, against their limits, and at their edges. */
class ApproximateTestsTest {

    /** Normal tails beyond 1/2, 1, 3/2 and 2, by pnorm of R 4.2.2. */
    private static final double BEYOND_HALF = 0.3085375387259869;

    private static final double BEYOND_ONE = 0.1586552539314571;
    private static final double BEYOND_ONE_AND_A_HALF = 0.0668072012688581;
    private static final double BEYOND_TWO = 0.0227501319481792;

    enum Method {
        WALD(TwoByTwoEffect.of(WaldDifference::of, WaldDifference::test)),
        WALD_CORRECTED(TwoByTwoEffect.of(WaldDifference::corrected, WaldDifference::correctedTest)),
        AGRESTI_CAFFO(TwoByTwoEffect.of(AgrestiCaffoDifference::of, AgrestiCaffoDifference::test)),
        NEWCOMBE(TwoByTwoEffect.of(NewcombeDifference::of, NewcombeDifference::test)),
        NEWCOMBE_CORRECTED(TwoByTwoEffect.of(NewcombeDifference::corrected, NewcombeDifference::correctedTest)),
        KATZ(TwoByTwoEffect.of(KatzRatio::of, KatzRatio::test)),
        WOOLF(TwoByTwoEffect.of(WoolfOddsRatio::of, WoolfOddsRatio::test));

        private final TwoByTwoEffect effect;

        Method(TwoByTwoEffect effect) {
            this.effect = effect;
        }

        boolean isEndOfScale(double limit) {
            return this == KATZ || this == WOOLF ? limit == 0 : Math.abs(limit) == 1;
        }
    }

    /** On every small table a limit inside its scale is the effect with the p-value of the level, and half on its side. */
    @ParameterizedTest
    @EnumSource
    void aLimitIsTheEffectThatHasThePValueOfItsLevel(Method method) {
        int tried = 0;
        for (TwoByTwo table : Tables.all(6)) {
            for (double level : new double[] {0.5, 0.9}) {
                Estimate estimate = method.effect.of(table, level);
                boolean hasTest = method.effect
                        .test(table, 0.5, Alternative.TWO_SIDED)
                        .pValue()
                        .ifEstimated()
                        .isPresent();
                for (Alternative side : new Alternative[] {Alternative.GREATER, Alternative.LESS}) {
                    Quantity end = side == Alternative.GREATER ? estimate.lower() : estimate.upper();
                    double limit = end.ifEstimated().orElse(0);
                    if (end.ifEstimated().isPresent() && hasTest && !method.isEndOfScale(limit)) {
                        assertP(method, table, limit, Alternative.TWO_SIDED, 1 - level);
                        assertP(method, table, limit, side, (1 - level) / 2);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(700);
    }

    private static void assertP(Method method, TwoByTwo table, double effect, Alternative alternative, double p) {
        assertThat(p(method.effect.test(table, effect, alternative)))
                .as("%s of %s against %s, %s", method, table, effect, alternative)
                .isCloseTo(p, within(1e-10));
    }

    /** All of 4 against 2 of 4: a difference of 1/2 with standard error 1/4, and a correction of 1/4. */
    @Test
    void waldByHand() {
        TwoByTwo table = TwoByTwo.of(4, 4, 2, 4);

        assertThat(WaldDifference.test(table, 0, Alternative.TWO_SIDED).statistic())
                .hasValue(2);
        assertThat(p(WaldDifference.test(table, 0, Alternative.GREATER))).isCloseTo(BEYOND_TWO, within(1e-15));
        assertThat(WaldDifference.correctedTest(table, 0, Alternative.TWO_SIDED).statistic())
                .hasValue(1);
        assertThat(p(WaldDifference.correctedTest(table, 0, Alternative.TWO_SIDED)))
                .isCloseTo(2 * BEYOND_ONE, within(1e-15));
        // From below: 1/2 less 7/8 and a correction of 1/4.
        assertThat(WaldDifference.correctedTest(table, 0.875, Alternative.TWO_SIDED)
                        .statistic())
                .hasValue(-0.5);
        assertThat(p(WaldDifference.correctedTest(table, 0.875, Alternative.LESS)))
                .isCloseTo(BEYOND_HALF, within(1e-15));
    }

    /** A correction leads to no difference at most; one-sided it goes to the side of the hypothesis in full. */
    @Test
    void aCorrectionDoesNotPassTheTestedDifference() {
        TwoByTwo table = TwoByTwo.of(4, 4, 2, 4);

        TestResult above = WaldDifference.correctedTest(table, 0.375, Alternative.TWO_SIDED);
        assertThat(above).isEqualTo(TestResult.of(0, 1));
        assertThat(WaldDifference.correctedTest(table, 0.625, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isZero();
        // (1/8 - 1/4) / (1/4) and (1/8 + 1/4) / (1/4).
        assertThat(p(WaldDifference.correctedTest(table, 0.375, Alternative.GREATER)))
                .isCloseTo(1 - BEYOND_HALF, within(1e-15));
        assertThat(p(WaldDifference.correctedTest(table, 0.375, Alternative.LESS)))
                .isCloseTo(1 - BEYOND_ONE_AND_A_HALF, within(1e-15));
    }

    /** 5 of 6 against 1 of 6 become 6 of 8 and 2 of 8: a difference of 1/2, the variance of each 3/16 / 8. */
    @Test
    void agrestiAndCaffoByHand() {
        TwoByTwo table = TwoByTwo.of(5, 6, 1, 6);

        assertThat(AgrestiCaffoDifference.test(table, 0, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(4 / Math.sqrt(3), within(1e-14));
        assertThat(AgrestiCaffoDifference.test(table, 0.75, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(-2 / Math.sqrt(3), within(1e-14));
        // The observed difference is 2/3, and is what is given.
        assertThat(AgrestiCaffoDifference.of(table, 0.95).estimate()).isEqualTo(Quantity.of(2.0 / 3));
        assertThat(AgrestiCaffoDifference.test(table, 0.5, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.of(0, 1));
    }

    /** 4 of 8 against 1 of 8: a ratio of 4 whose logarithm has the variance 4/32 + 7/8 = 1. */
    @Test
    void katzByHand() {
        TwoByTwo table = TwoByTwo.of(4, 8, 1, 8);

        assertThat(KatzRatio.test(table, 1, Alternative.TWO_SIDED).statistic().orElseThrow())
                .isCloseTo(StrictMath.log(4), within(1e-15));
        assertThat(p(KatzRatio.test(table, 4 / Math.E, Alternative.GREATER))).isCloseTo(BEYOND_ONE, within(1e-15));
        assertThat(p(KatzRatio.test(table, 4 * Math.E, Alternative.TWO_SIDED)))
                .isCloseTo(2 * BEYOND_ONE, within(1e-15));
        Estimate limits = KatzRatio.of(table, 1 - 2 * BEYOND_ONE);
        assertThat(limits.lower().ifEstimated().orElseThrow()).isCloseTo(4 / Math.E, within(1e-13));
        assertThat(limits.upper().ifEstimated().orElseThrow()).isCloseTo(4 * Math.E, within(1e-13));
    }

    /** 2 of 6 against 8 of 16: an odds ratio of 1/2 whose logarithm has the variance 1/2 + 1/4 + 1/8 + 1/8 = 1. */
    @Test
    void woolfByHand() {
        TwoByTwo table = TwoByTwo.of(2, 6, 8, 16);

        assertThat(WoolfOddsRatio.test(table, 1, Alternative.TWO_SIDED)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(-StrictMath.log(2), within(1e-15));
        assertThat(p(WoolfOddsRatio.test(table, Math.E / 2, Alternative.LESS))).isCloseTo(BEYOND_ONE, within(1e-15));
        assertThat(WoolfOddsRatio.logRatio(table).variance()).isEqualTo(Quantity.of(1));
    }

    @Test
    void noTestWithoutALogarithmOrAVariance() {
        for (Alternative alternative : Alternative.values()) {
            assertThat(KatzRatio.test(TwoByTwo.of(0, 10, 5, 20), 1, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_GROUP));
            assertThat(KatzRatio.test(TwoByTwo.of(5, 10, 0, 20), 1, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
            assertThat(KatzRatio.test(TwoByTwo.of(10, 10, 20, 20), 1, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
            assertThat(WoolfOddsRatio.test(TwoByTwo.of(5, 10, 20, 20), 1, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.ALL_EVENTS_IN_REFERENCE));
            assertThat(WoolfOddsRatio.test(TwoByTwo.of(10, 10, 5, 20), 1, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
            assertThat(WaldDifference.test(TwoByTwo.of(10, 10, 0, 20), 0, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
            assertThat(WaldDifference.correctedTest(TwoByTwo.of(0, 10, 0, 20), 0, alternative))
                    .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        }
    }

    /** With a million people in each arm limits at z = 39 are less than 0.06 apart. */
    @Test
    void newcombeHasTheSmallestPValueBeyondItsWidestInterval() {
        TwoByTwo table = TwoByTwo.of(500_000, 1_000_000, 500_000, 1_000_000);
        TestResult smallest =
                new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.of(Double.MIN_VALUE));
        TestResult one = new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.of(1));

        assertThat(NewcombeDifference.test(table, 0.5, Alternative.TWO_SIDED)).isEqualTo(smallest);
        assertThat(NewcombeDifference.test(table, 0.5, Alternative.LESS)).isEqualTo(smallest);
        assertThat(NewcombeDifference.test(table, 0.5, Alternative.GREATER)).isEqualTo(one);
        assertThat(NewcombeDifference.correctedTest(table, -0.5, Alternative.GREATER))
                .isEqualTo(smallest);
        assertThat(NewcombeDifference.correctedTest(table, -0.5, Alternative.LESS))
                .isEqualTo(one);
        assertThat(NewcombeDifference.test(table, 0.02, Alternative.TWO_SIDED).statistic())
                .isPresent();
    }

    /** The observed difference is met at a level of 0, where the corrected limits are apart already. */
    @Test
    void newcombeOfTheObservedDifference() {
        for (TwoByTwo table :
                new TwoByTwo[] {TwoByTwo.of(1, 4, 3, 4), TwoByTwo.of(3, 4, 1, 4), TwoByTwo.of(2, 4, 2, 4)}) {
            double d = (table.group().events() - table.reference().events()) / 4.0;
            assertThat(NewcombeDifference.test(table, d, Alternative.TWO_SIDED)).isEqualTo(TestResult.of(0, 1));
            assertThat(NewcombeDifference.correctedTest(table, d, Alternative.TWO_SIDED))
                    .isEqualTo(TestResult.of(0, 1));
        }
    }

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().orElseThrow();
    }
}
