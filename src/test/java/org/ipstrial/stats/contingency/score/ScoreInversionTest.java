package org.ipstrial.stats.contingency.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoInterval;
import org.ipstrial.stats.proportion.CriticalValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreInversionTest {

    private static final double Z = CriticalValue.twoSided(0.95);
    private static final List<TwoByTwoInterval> INTERVALS =
            List.of(MiettinenNurminenDifference::of, MiettinenNurminenRatio::of, MiettinenNurminenOddsRatio::of);

    @Test
    void signsTheStatisticByTheSideOfTheEstimate() {
        TwoByTwo table = TwoByTwo.of(36, 154, 12, 77);

        assertThat(MiettinenNurminenDifference.test(table, 0).statistic().getAsDouble())
                .isCloseTo(StrictMath.sqrt(1.885245901639), within(1e-12));
        assertThat(MiettinenNurminenDifference.test(table, 0.2).statistic().getAsDouble())
                .isNegative();
        assertThat(MiettinenNurminenRatio.test(table, 1.5).statistic().getAsDouble())
                .isZero();
        assertThat(MiettinenNurminenRatio.test(table, 1.5).pValue()).isEqualTo(Quantity.of(1));
    }

    /**
     * A widely used implementation of this interval puts the reference's events where its size belongs in the cubic of
     * the constrained fit (statsmodels issue 10269) and gives (0.165, 0.841), (0.0526, 0.3440) and (-0.126, 0.284).
     * Only the numbers here agree with the likelihood maximised directly and with the published table.
     */
    @Test
    void isNotMisledByTheWrongCubicOfStatsmodels() {
        assertLimits(TwoByTwo.of(9, 10, 3, 10), 0.1700, 0.8406);
        assertLimits(TwoByTwo.of(56, 70, 48, 80), 0.0528, 0.3382);
        assertLimits(TwoByTwo.of(0, 10, 0, 20), -0.1658, 0.2844);
    }

    @Test
    void reachesTheEndsOfTheScaleExactly() {
        for (TwoByTwo table : Tables.all(9)) {
            boolean noneInGroup = table.group().events() == 0;
            boolean noneInReference = table.reference().events() == 0;
            boolean allInGroup = table.group().nonEvents() == 0;
            boolean allInReference = table.reference().nonEvents() == 0;

            Estimate difference = MiettinenNurminenDifference.of(table, 0.95);
            expect(table, difference.lower(), noneInGroup && allInReference, Quantity.of(-1));
            expect(table, difference.upper(), allInGroup && noneInReference, Quantity.of(1));
            for (TwoByTwoInterval ratio : List.<TwoByTwoInterval>of(MiettinenNurminenRatio::of, KoopmanRatio::of)) {
                expect(table, ratio.of(table, 0.95).lower(), noneInGroup, Quantity.of(0));
                expect(table, ratio.of(table, 0.95).upper(), noneInReference, unbounded());
            }
            for (TwoByTwoInterval odds :
                    List.<TwoByTwoInterval>of(MiettinenNurminenOddsRatio::of, ScoreOddsRatio::of)) {
                expect(table, odds.of(table, 0.95).lower(), noneInGroup || allInReference, Quantity.of(0));
                expect(table, odds.of(table, 0.95).upper(), noneInReference || allInGroup, unbounded());
            }
        }
    }

    @Test
    void saysWhyThereIsNoRatio() {
        assertThat(KoopmanRatio.of(TwoByTwo.of(5, 10, 0, 20), 0.95).estimate())
                .isEqualTo(Quantity.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(MiettinenNurminenRatio.of(TwoByTwo.of(0, 10, 0, 20), 0.95))
                .isEqualTo(Estimate.limitsOnly(Reason.NO_EVENTS_IN_EITHER_ARM, 0, Double.POSITIVE_INFINITY));
        assertThat(ScoreOddsRatio.of(TwoByTwo.of(10, 10, 20, 20), 0.95))
                .isEqualTo(Estimate.limitsOnly(Reason.ALL_EVENTS_IN_BOTH_ARMS, 0, Double.POSITIVE_INFINITY));
        assertThat(MiettinenNurminenOddsRatio.of(TwoByTwo.of(10, 10, 5, 20), 0.95)
                        .estimate())
                .isEqualTo(Quantity.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(MiettinenNurminenRatio.test(TwoByTwo.of(0, 10, 0, 20), 1.2))
                .isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(MiettinenNurminenOddsRatio.test(TwoByTwo.of(10, 10, 20, 20), 1.2))
                .isEqualTo(TestResult.notEstimable(Reason.ALL_EVENTS_IN_BOTH_ARMS));
    }

    /** Without events in either arm the likelihood is so simple that the limits can be written down. */
    @Test
    void hasAClosedFormWithoutEvents() {
        double c = Z * Z * 206 / 205;
        Estimate got = MiettinenNurminenDifference.of(TwoByTwo.of(0, 101, 0, 105), 0.95);

        assertThat(got.lower().ifEstimated().getAsDouble()).isCloseTo(-c / (105 + c), within(1e-15));
        assertThat(got.upper().ifEstimated().getAsDouble()).isCloseTo(c / (101 + c), within(1e-15));
    }

    @Test
    void survivesLevelsNextToZeroAndOne() {
        for (double level : new double[] {Double.MIN_VALUE, 1e-12, Math.nextDown(1.0)}) {
            for (TwoByTwo table : Tables.all(4)) {
                INTERVALS.forEach(interval -> interval.of(table, level));
            }
            INTERVALS.forEach(interval ->
                    interval.of(TwoByTwo.of(Integer.MAX_VALUE / 3, Integer.MAX_VALUE, 1, Integer.MAX_VALUE), level));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1, 7, Double.NaN})
    void refusesToTestADifferenceThatCannotBe(double difference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MiettinenNurminenDifference.test(TwoByTwo.of(1, 2, 1, 2), difference))
                .withMessage("the tested effect must lie strictly between -1.0 and 1.0, got " + difference);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, Double.POSITIVE_INFINITY, Double.NaN})
    void refusesToTestARatioThatCannotBe(double ratio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MiettinenNurminenRatio.test(TwoByTwo.of(1, 2, 1, 2), ratio))
                .withMessage("the tested effect must lie strictly between 0.0 and Infinity, got " + ratio);
    }

    private static Quantity unbounded() {
        return Quantity.notEstimable(Reason.UNBOUNDED);
    }

    private static void expect(TwoByTwo table, Quantity got, boolean atTheEnd, Quantity end) {
        if (got.equals(end) != atTheEnd) {
            fail(table + ": " + got + " and end of scale " + end);
        }
    }

    private static void assertLimits(TwoByTwo table, double lower, double upper) {
        Estimate got = MiettinenNurminenDifference.of(table, 0.95);
        assertThat(got.lower().ifEstimated().getAsDouble()).isCloseTo(lower, within(0.00005));
        assertThat(got.upper().ifEstimated().getAsDouble()).isCloseTo(upper, within(0.00005));
    }
}
