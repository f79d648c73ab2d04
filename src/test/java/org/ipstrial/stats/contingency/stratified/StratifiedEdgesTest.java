package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.contingency.stratified.StratifiedLawsTest.number;
import static org.ipstrial.stats.contingency.stratified.StratifiedLawsTest.strata;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedLawsTest.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strata that tell nothing, or nothing of a variance, counts as large as there are, and what is refused. */
class StratifiedEdgesTest {

    @Test
    void productsOfLargeCountsDoNotOverflow() {
        // 9,240 people: R's mantelhaen.test multiplies its whole numbers and gives NA for the limits.
        TwoByTwo table = TwoByTwo.of(4100, 4620, 3980, 4620);
        int most = Integer.MAX_VALUE;
        StratifiedTables strata = strata(table, TwoByTwo.of(most / 2, most, most / 3, most));
        for (Method method : Method.values()) {
            Estimate estimate = method.effect.of(strata, 0.95);
            if (method == Method.EXACT) {
                assertThat(estimate).isEqualTo(Estimate.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
                continue;
            }
            assertThat(number(estimate.lower(), Double.NaN)).as(method.name()).isFinite();
            assertThat(number(estimate.lower(), Double.NaN)).isLessThan(number(estimate.estimate(), Double.NaN));
        }
        assertThat(CochranMantelHaenszelTest.of(strata(table), Alternative.TWO_SIDED)
                        .statistic()
                        .getAsDouble())
                .isCloseTo(14.194434960737453, within(1e-12));
        assertThat(CochranMantelHaenszelTest.of(strata, Alternative.GREATER).pValue())
                .isEqualTo(Quantity.of(Double.MIN_VALUE));
        assertThat(BreslowDayTest.of(strata).statistic().getAsDouble()).isFinite();
    }

    @Test
    void saysWhyThereIsNothing() {
        StratifiedTables oneArm =
                new StratifiedTables(List.of(Stratum.of("a", 1, 2, 0, 0), Stratum.of("b", 0, 0, 1, 2)));
        for (Method method : Method.values()) {
            assertThat(method.effect.of(oneArm, 0.95).estimate())
                    .as(method.name())
                    .isEqualTo(Quantity.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
            assertThat(method.effect
                            .test(oneArm, method.difference ? 0 : 1, Alternative.LESS)
                            .pValue())
                    .isEqualTo(Quantity.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
        }
        assertThat(CochranMantelHaenszelTest.of(oneArm, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
        assertThat(BreslowDayTest.of(oneArm)).isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));

        StratifiedTables none = strata(TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(0, 2, 0, 9));
        assertThat(CochranMantelHaenszelTest.of(none, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertWithoutVariance(0, none);
        assertThat(MantelHaenszelDifference.test(none, 0, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(MantelHaenszelRatio.of(none, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(MantelHaenszelOddsRatio.of(none, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(BreslowDayTest.of(none)).isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));

        assertThat(MantelHaenszelOddsRatio.of(strata(TwoByTwo.of(4, 4, 1, 3), TwoByTwo.of(1, 2, 0, 9)), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_INFORMATIVE_STRATUM));
        assertThat(MantelHaenszelOddsRatio.of(strata(TwoByTwo.of(4, 4, 1, 3), TwoByTwo.of(2, 2, 1, 9)), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(MantelHaenszelRatio.of(strata(TwoByTwo.of(0, 4, 1, 3), TwoByTwo.of(0, 2, 1, 9)), 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.NO_EVENTS_IN_GROUP));
        assertThat(BreslowDayTest.corrected(strata(TwoByTwo.of(1, 4, 1, 3), TwoByTwo.of(0, 2, 0, 9))))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
    }

    /** All or none of an arm in every stratum: a formula that gives a variance of 0 knows nothing of it. */
    @Test
    void differencesWithoutVarianceHaveNoLimits() {
        assertWithoutVariance(0, strata(TwoByTwo.of(4, 4, 3, 3), TwoByTwo.of(0, 2, 0, 9)));
        assertWithoutVariance(1, strata(TwoByTwo.of(4, 4, 0, 3), TwoByTwo.of(2, 2, 0, 9)));
        assertWithoutVariance(-1, strata(TwoByTwo.of(0, 4, 3, 3), TwoByTwo.of(0, 2, 9, 9)));
        assertThat(MantelHaenszelRatio.of(strata(TwoByTwo.of(4, 4, 3, 3), TwoByTwo.of(2, 2, 9, 9)), 0.95))
                .isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        for (Method method : List.of(Method.SCORE_MH, Method.SCORE_IV, Method.NEWCOMBE)) {
            Estimate score = method.effect.of(strata(TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(0, 2, 0, 9)), 0.95);
            assertThat(number(score.lower(), Double.NaN)).as(method.name()).isLessThan(-0.1);
            assertThat(number(score.upper(), Double.NaN)).as(method.name()).isGreaterThan(0.1);
        }
        // Differences of 1 and -1 are spread, although no arm is.
        assertThat(number(
                        MantelHaenszelDifference.of(strata(TwoByTwo.of(4, 4, 0, 3), TwoByTwo.of(0, 2, 9, 9)), 0.95)
                                .lower(),
                        Double.NaN))
                .isFinite();
    }

    private static void assertWithoutVariance(double difference, StratifiedTables strata) {
        Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);
        assertThat(MantelHaenszelDifference.of(strata, 0.95))
                .isEqualTo(new Estimate(Quantity.of(difference), Optional.of(none), none, none));
        assertThat(MantelHaenszelDifference.test(strata, 0, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void tellsWhatAStratumDoesNotTell() {
        assertThat(Stratum.of("a", 0, 0, 1, 2).silence()).contains(Reason.NOBODY_ASSESSED_IN_GROUP);
        assertThat(Stratum.of("a", 1, 2, 0, 0).silence()).contains(Reason.NOBODY_ASSESSED_IN_REFERENCE);
        assertThat(Stratum.of("a", 0, 0, 0, 0).silence()).contains(Reason.NOBODY_ASSESSED);
        assertThat(Stratum.of("a", 0, 3, 0, 2).silence()).contains(Reason.NO_EVENTS_IN_EITHER_ARM);
        assertThat(Stratum.of("a", 3, 3, 2, 2).silence()).contains(Reason.ALL_EVENTS_IN_BOTH_ARMS);
        assertThat(Stratum.of("a", 0, 3, 1, 2).silence()).isEmpty();
    }

    @Test
    void refusesTwoStrataOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new StratifiedTables(List.of(Stratum.of("a", 1, 2, 1, 2), Stratum.of("a", 1, 2, 1, 2))))
                .withMessage("each stratum must have a name of its own, got twice a");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void everyIntervalRefusesALevelThatIsNoFraction(double level) {
        for (Method method : Method.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.effect.of(strata(TwoByTwo.of(1, 2, 1, 3)), level))
                    .withMessage("level must lie strictly between 0 and 1, got " + level);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1, Double.NaN})
    void theScoreRefusesADifferenceThatIsNone(double difference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Method.SCORE_MH.effect.test(strata(TwoByTwo.of(1, 2, 1, 3)), difference, Alternative.LESS))
                .withMessage("the tested effect must lie strictly between -1.0 and 1.0, got " + difference);
    }
}
