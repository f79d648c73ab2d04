package org.ipstrial.stats.imputation.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.imputation.pooling.CompletedEffects.Effect;
import org.ipstrial.stats.imputation.pooling.CompletedEffects.Known;
import org.ipstrial.stats.imputation.pooling.CompletedEffects.Unknown;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

/** Fractions worked by hand: 6 of 20 and 3 of 30; amounts 2, 4, 9 and 1, 3. */
class CompletedEffectsTest {

    private static final TwoByTwo TABLE = TwoByTwo.of(6, 20, 3, 30);

    private static void assertEffect(Effect effect, double estimate, double variance, double df) {
        CompletedEstimate completed = ((Known) effect).completed();
        assertThat(completed.estimate()).isCloseTo(estimate, within(1e-15));
        assertThat(completed.variance()).isCloseTo(variance, within(1e-15));
        assertThat(completed.df()).isEqualTo(df);
    }

    private static TwoSamples arms(double[] group, double... reference) {
        return new TwoSamples(group, reference);
    }

    /** 3/10 - 1/10; 3/10 7/10 / 20 + 1/10 9/10 / 30 = 27/2000. */
    @Test
    void theDifferenceOfShares() {
        assertEffect(CompletedEffects.riskDifference(TABLE), 0.2, 27 / 2000.0, Double.POSITIVE_INFINITY);
    }

    /** log 3; 14 / 120 + 27 / 90 = 5/12. */
    @Test
    void theLogarithmOfTheRatioOfShares() {
        assertEffect(CompletedEffects.logRiskRatio(TABLE), StrictMath.log(3), 5 / 12.0, Double.POSITIVE_INFINITY);
    }

    /** log of 6 27 / (14 3) = 27/7; 1/6 + 1/14 + 1/3 + 1/27 = 115/189. */
    @Test
    void theLogarithmOfTheOddsRatio() {
        assertEffect(
                CompletedEffects.logOddsRatio(TABLE), StrictMath.log(27 / 7.0), 115 / 189.0, Double.POSITIVE_INFINITY);
    }

    /** Means 5 and 2, variances 13 and 2: 13/3 + 1 = 16/3, and Welch's (16/3)^2 / ((13/3)^2 / 2 + 1) = 512/187. */
    @Test
    void theDifferenceOfMeans() {
        CompletedEstimate completed =
                ((Known) CompletedEffects.meanDifference(arms(new double[] {2, 4, 9}, 1, 3))).completed();
        assertThat(completed.estimate()).isEqualTo(3);
        assertThat(completed.variance()).isCloseTo(16 / 3.0, within(1e-14));
        assertThat(completed.df()).isCloseTo(512 / 187.0, within(1e-14));
    }

    @Test
    void noneGivesItsReason() {
        assertThat(CompletedEffects.logRiskRatio(TwoByTwo.of(0, 20, 3, 30)))
                .isEqualTo(new Unknown(Reason.NO_EVENTS_IN_GROUP));
        assertThat(CompletedEffects.logRiskRatio(TwoByTwo.of(6, 20, 0, 30)))
                .isEqualTo(new Unknown(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(CompletedEffects.logOddsRatio(TwoByTwo.of(0, 20, 0, 30)))
                .isEqualTo(new Unknown(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(CompletedEffects.logOddsRatio(TwoByTwo.of(20, 20, 3, 30)))
                .isEqualTo(new Unknown(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(CompletedEffects.logOddsRatio(TwoByTwo.of(6, 20, 30, 30)))
                .isEqualTo(new Unknown(Reason.ALL_EVENTS_IN_REFERENCE));
        assertThat(CompletedEffects.meanDifference(arms(new double[] {4}, 1, 2)))
                .isEqualTo(new Unknown(Reason.FEWER_THAN_TWO));
        assertThat(CompletedEffects.meanDifference(arms(new double[] {1, 2}, 4)))
                .isEqualTo(new Unknown(Reason.FEWER_THAN_TWO));
        assertThat(CompletedEffects.meanDifference(arms(new double[] {4, 4}, 7, 7)))
                .isEqualTo(new Unknown(Reason.NO_VARIANCE));
    }

    /** Nobody in the group had the event, and everybody in the reference: a difference of -1 without variance. */
    @Test
    void aDifferenceOfSharesIsThereWhateverHappened() {
        assertEffect(CompletedEffects.riskDifference(TwoByTwo.of(0, 20, 30, 30)), -1, 0, Double.POSITIVE_INFINITY);
    }

    @Test
    void theReasonIsThatOfTheFirstWithoutAnEffect() {
        Effect known = CompletedEffects.riskDifference(TABLE);

        assertThat(CompletedEffects.reason(List.of(known, known))).isEmpty();
        assertThat(CompletedEffects.reason(
                        List.of(known, new Unknown(Reason.NO_EVENTS_IN_GROUP), new Unknown(Reason.NO_VARIANCE))))
                .contains(Reason.NO_EVENTS_IN_GROUP);
    }
}
