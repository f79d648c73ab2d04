package org.ipstrial.stats.contingency.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.WilsonInterval;
import org.junit.jupiter.api.Test;

/** Newcombe, Wald, Katz and Woolf: their edges, and Newcombe from its parts. */
class ApproximateIntervalsTest {

    @Test
    void newcombeIsPutTogetherFromWilsonLimits() {
        TwoByTwo table = TwoByTwo.of(36, 154, 12, 77);
        Estimate one = WilsonInterval.of(table.group(), 0.95);
        Estimate two = WilsonInterval.of(table.reference(), 0.95);
        double below = StrictMath.pow(36.0 / 154 - value(one.lower()), 2);
        double above = StrictMath.pow(value(two.upper()) - 12.0 / 77, 2);

        assertThat(value(NewcombeDifference.of(table, 0.95).lower()))
                .isCloseTo(36.0 / 154 - 12.0 / 77 - Math.sqrt(below + above), within(1e-15));
    }

    @Test
    void newcombeReachesOneAndMinusOneExactly() {
        for (TwoByTwo table : Tables.all(9)) {
            boolean apart = table.group().nonEvents() == 0 && table.reference().events() == 0;
            assertThat(value(NewcombeDifference.of(table, 0.95).upper()) == 1)
                    .as(table.toString())
                    .isEqualTo(apart);
            assertThat(value(NewcombeDifference.of(table.swapped(), 0.95).lower()) == -1)
                    .as(table.toString())
                    .isEqualTo(apart);
        }
    }

    @Test
    void waldIsCutOffAtTheEndsOfTheScale() {
        assertThat(WaldDifference.of(TwoByTwo.of(3, 4, 0, 4), 0.95).upper()).isEqualTo(Quantity.of(1));
        assertThat(WaldDifference.of(TwoByTwo.of(0, 4, 3, 4), 0.95).lower()).isEqualTo(Quantity.of(-1));
    }

    @Test
    void waldHasNoWidthWhereNeitherArmVaries() {
        assertThat(WaldDifference.of(TwoByTwo.of(0, 10, 0, 20), 0.95)).isEqualTo(Estimate.of(0, 0, 0, 0));
        assertThat(WaldDifference.of(TwoByTwo.of(10, 10, 0, 20), 0.95)).isEqualTo(Estimate.of(1, 0, 1, 1));
    }

    @Test
    void armsWithTheSameShareDifferByExactlyNothing() {
        for (int i = 1; i <= 50; i++) {
            assertThat(PointEstimate.riskDifference(TwoByTwo.of(i, 51, 3 * i, 153)))
                    .isZero();
            assertThat(PointEstimate.riskRatio(TwoByTwo.of(i, 51, 3 * i, 153))).isEqualTo(Quantity.of(1));
            assertThat(PointEstimate.oddsRatio(TwoByTwo.of(i, 51, 3 * i, 153))).isEqualTo(Quantity.of(1));
        }
    }

    @Test
    void katzAddsNothingToEmptyCells() {
        assertThat(KatzRatio.of(TwoByTwo.of(0, 10, 5, 20), 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.NO_EVENTS_IN_GROUP));
        assertThat(KatzRatio.of(TwoByTwo.of(5, 10, 0, 20), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(KatzRatio.of(TwoByTwo.of(0, 10, 0, 20), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(KatzRatio.of(TwoByTwo.of(10, 10, 20, 20), 0.95)).isEqualTo(Estimate.of(1, 1, 1));
    }

    @Test
    void woolfAddsNothingToEmptyCells() {
        assertThat(WoolfOddsRatio.of(TwoByTwo.of(0, 10, 5, 20), 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.NO_EVENTS_IN_GROUP));
        assertThat(WoolfOddsRatio.of(TwoByTwo.of(5, 10, 20, 20), 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.ALL_EVENTS_IN_REFERENCE));
        assertThat(WoolfOddsRatio.of(TwoByTwo.of(5, 10, 0, 20), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_REFERENCE));
        assertThat(WoolfOddsRatio.of(TwoByTwo.of(10, 10, 5, 20), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(WoolfOddsRatio.of(TwoByTwo.of(0, 10, 0, 20), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(WoolfOddsRatio.of(TwoByTwo.of(10, 10, 20, 20), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.ALL_EVENTS_IN_BOTH_ARMS));
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().getAsDouble();
    }
}
