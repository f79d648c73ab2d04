package org.ipstrial.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AlternativeTest {

    @Test
    void aPValueOfTwoSidesIsTwiceTheSmallerAndAtMostOne() {
        assertThat(Alternative.TWO_SIDED.pValue(0.25, 0.75)).isEqualTo(0.5);
        assertThat(Alternative.TWO_SIDED.pValue(0.75, 0.125)).isEqualTo(0.25);
        assertThat(Alternative.TWO_SIDED.pValue(0.75, 0.625)).isEqualTo(1);
        assertThat(Alternative.GREATER.pValue(0.25, 0.75)).isEqualTo(0.25);
        assertThat(Alternative.LESS.pValue(0.25, 0.75)).isEqualTo(0.75);
    }

    @Test
    void aLimitOfOneSideIsThatOfATwoSidedIntervalOfALowerLevel() {
        assertThat(Alternative.TWO_SIDED.twoSidedLevel(0.3)).isEqualTo(0.3);
        assertThat(Alternative.GREATER.twoSidedLevel(0.75)).isEqualTo(0.5);
        assertThat(Alternative.LESS.twoSidedLevel(0.875)).isEqualTo(0.75);
    }

    @Test
    void refusesALevelOfOneSideThatIsNotAboveOneHalf() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Alternative.LESS.twoSidedLevel(0.5))
                .withMessage("the level of a one-sided interval must be above 0.5, got 0.5");
    }

    @Test
    void theOtherSideIsTheEndOfTheScale() {
        Estimate both = Estimate.of(0.25, 0.125, 0, 0.5);

        assertThat(Alternative.TWO_SIDED.limits(both, -1, 1)).isEqualTo(both);
        assertThat(Alternative.GREATER.limits(both, -1, 1)).isEqualTo(Estimate.of(0.25, 0.125, 0, 1));
        assertThat(Alternative.LESS.limits(both, -1, 1)).isEqualTo(Estimate.of(0.25, 0.125, -1, 0.5));
        assertThat(Alternative.GREATER.limits(both, 0, Double.POSITIVE_INFINITY).upper())
                .isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
    }

    @Test
    void whereThereAreNoLimitsTheScaleEndsNothing() {
        Estimate none = Estimate.withoutLimits(0.25, Reason.NO_VARIANCE);

        assertThat(Alternative.GREATER.limits(none, -1, 1)).isEqualTo(none);
        assertThat(Alternative.LESS.limits(none, -1, 1)).isEqualTo(none);
    }

    /** A limit that was unbounded is one all the same, and the scale's end is sharper. */
    @Test
    void anUnboundedLimitIsCutAtTheEnd() {
        Estimate open = new Estimate(
                Quantity.of(2), java.util.Optional.empty(), Quantity.of(1), Quantity.notEstimable(Reason.UNBOUNDED));

        assertThat(Alternative.GREATER.limits(open, 0, 9).upper()).isEqualTo(Quantity.of(9));
    }

    @Test
    void aStatisticBeyondAllNumbersIsAsSureAsADoubleCanBe() {
        assertThat(NormalTest.beyond(true, Alternative.GREATER).pValue()).isEqualTo(Quantity.of(Double.MIN_VALUE));
        assertThat(NormalTest.beyond(true, Alternative.LESS).pValue()).isEqualTo(Quantity.of(1));
        assertThat(NormalTest.beyond(false, Alternative.GREATER).pValue()).isEqualTo(Quantity.of(1));
        assertThat(NormalTest.beyond(false, Alternative.LESS).pValue()).isEqualTo(Quantity.of(Double.MIN_VALUE));
        assertThat(NormalTest.beyond(false, Alternative.TWO_SIDED).pValue()).isEqualTo(Quantity.of(Double.MIN_VALUE));
        assertThat(NormalTest.beyond(true, Alternative.TWO_SIDED).statistic()).isEmpty();
    }

    @Test
    void noPValueIsZero() {
        assertThat(NormalTest.pValue(40, 40, Alternative.GREATER)).isEqualTo(Double.MIN_VALUE);
        assertThat(NormalTest.pValue(0, 0, Alternative.TWO_SIDED)).isEqualTo(1);
    }
}
