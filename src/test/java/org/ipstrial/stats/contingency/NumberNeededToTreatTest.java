package org.ipstrial.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.NumberNeededToTreat.Interval;
import org.ipstrial.stats.contingency.approximate.NewcombeDifference;
import org.junit.jupiter.api.Test;

class NumberNeededToTreatTest {

    private static final Quantity UNBOUNDED = Quantity.notEstimable(Reason.UNBOUNDED);
    private static final Quantity NO_DIFFERENCE = Quantity.notEstimable(Reason.NO_DIFFERENCE);

    /** Altman 1998, BMJ 317:1309: 10 points fewer, from 5 more to 25 fewer, is 10, from 4 through infinity to harm 20. */
    @Test
    void agreesWithAltman() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(-0.1, -0.25, 0.05), false);

        assertThat(nnt.estimate()).isEqualTo(Quantity.of(10));
        assertThat(nnt.intervals())
                .containsExactly(new Interval(Quantity.of(4), UNBOUNDED), new Interval(UNBOUNDED, Quantity.of(-20)));
    }

    /** Barrowman 2002, CMAJ 166:1676: 16.6 points (0.9 to 32.2) is 6 (3.1 to 111.1). */
    @Test
    void agreesWithBarrowman() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(0.166, 0.009, 0.322), true);

        assertThat(nnt.estimate().ifEstimated().getAsDouble()).isCloseTo(6, within(0.5));
        assertThat(nnt.intervals().get(0).low().ifEstimated().getAsDouble()).isCloseTo(3.1, within(0.05));
        assertThat(nnt.intervals().get(0).high().ifEstimated().getAsDouble()).isCloseTo(111.1, within(0.05));
    }

    @Test
    void turnsTheLimitsOfABenefitRound() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(0.25, 0.125, 0.5), true);

        assertThat(nnt.estimate()).isEqualTo(Quantity.of(4));
        assertThat(nnt.intervals()).containsExactly(interval(2, 8));
        assertThat(nnt.disjoint()).isFalse();
    }

    @Test
    void turnsTheLimitsOfAHarmRound() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(-0.25, -0.5, -0.125), true);

        assertThat(nnt.estimate()).isEqualTo(Quantity.of(-4));
        assertThat(nnt.intervals()).containsExactly(interval(-8, -2));
    }

    @Test
    void countsFewerEventsAsBenefitWhereLowerIsBetter() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(-0.25, -0.5, -0.125), false);

        assertThat(nnt.estimate()).isEqualTo(Quantity.of(4));
        assertThat(nnt.intervals()).containsExactly(interval(2, 8));
    }

    @Test
    void fallsInTwoPartsWhereBenefitAndHarmAreBothPossible() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(0.0625, -0.125, 0.25), true);

        assertThat(nnt.estimate()).isEqualTo(Quantity.of(16));
        assertThat(nnt.disjoint()).isTrue();
        assertThat(nnt.intervals())
                .containsExactly(new Interval(Quantity.of(4), UNBOUNDED), new Interval(UNBOUNDED, Quantity.of(-8)));

        NumberNeededToTreat flipped = NumberNeededToTreat.of(Estimate.of(0.0625, -0.125, 0.25), false);
        assertThat(flipped.estimate()).isEqualTo(Quantity.of(-16));
        assertThat(flipped.intervals())
                .containsExactly(new Interval(Quantity.of(8), UNBOUNDED), new Interval(UNBOUNDED, Quantity.of(-4)));
    }

    @Test
    void leavesTheEndOpenWhereALimitIsExactlyZero() {
        assertThat(NumberNeededToTreat.of(Estimate.of(0.25, 0, 0.5), true).intervals())
                .containsExactly(new Interval(Quantity.of(2), UNBOUNDED));
        assertThat(NumberNeededToTreat.of(Estimate.of(0.25, -0.0, 0.5), true).intervals())
                .containsExactly(new Interval(Quantity.of(2), UNBOUNDED));
        assertThat(NumberNeededToTreat.of(Estimate.of(-0.25, -0.5, 0), true).intervals())
                .containsExactly(new Interval(UNBOUNDED, Quantity.of(-2)));
        assertThat(NumberNeededToTreat.of(Estimate.of(-0.25, -0.5, 0), false).intervals())
                .containsExactly(new Interval(Quantity.of(2), UNBOUNDED));
    }

    @Test
    void hasNoNumberWithoutADifference() {
        NumberNeededToTreat nnt = NumberNeededToTreat.of(Estimate.of(0, -0.125, 0.25), true);
        assertThat(nnt.estimate()).isEqualTo(NO_DIFFERENCE);
        assertThat(nnt.disjoint()).isTrue();

        NumberNeededToTreat flat = NumberNeededToTreat.of(Estimate.of(0, 0, 0), true);
        assertThat(flat.estimate()).isEqualTo(NO_DIFFERENCE);
        assertThat(flat.intervals()).containsExactly(new Interval(NO_DIFFERENCE, NO_DIFFERENCE));
    }

    @Test
    void passesOnWhyADifferenceDoesNotExist() {
        Quantity nobody = Quantity.notEstimable(Reason.NOBODY_ASSESSED);
        NumberNeededToTreat none = NumberNeededToTreat.of(Estimate.notEstimable(Reason.NOBODY_ASSESSED), true);
        assertThat(none.estimate()).isEqualTo(nobody);
        assertThat(none.intervals()).containsExactly(new Interval(nobody, nobody));

        Estimate halfOpen = new Estimate(Quantity.of(0.5), Optional.empty(), Quantity.of(0.25), nobody);
        assertThat(NumberNeededToTreat.of(halfOpen, true).intervals()).containsExactly(new Interval(nobody, nobody));
    }

    /** Law: on every small table the number and its interval are the reciprocals of the difference's. */
    @Test
    void agreesInSignAndSizeWithTheDifferenceOnEverySmallTable() {
        for (TwoByTwo table : Tables.all(9)) {
            Estimate difference = NewcombeDifference.of(table, 0.95);
            NumberNeededToTreat nnt = NumberNeededToTreat.of(difference, true);
            double d = difference.estimate().ifEstimated().getAsDouble();
            double l = difference.lower().ifEstimated().getAsDouble();
            double u = difference.upper().ifEstimated().getAsDouble();

            assertThat(nnt.estimate().ifEstimated().isPresent()).isEqualTo(d != 0);
            nnt.estimate()
                    .ifEstimated()
                    .ifPresent(n -> assertThat(n * d).as(table.toString()).isCloseTo(1, within(1e-15)));
            assertThat(nnt.disjoint()).as(table.toString()).isEqualTo(l < 0 && u > 0);
            for (Interval part : nnt.intervals()) {
                double low = part.low().ifEstimated().orElse(Double.NEGATIVE_INFINITY);
                double high = part.high().ifEstimated().orElse(Double.POSITIVE_INFINITY);
                assertThat(low).as(table.toString()).isLessThanOrEqualTo(high);
            }
        }
    }

    @Test
    void refusesNoIntervalAndMoreThanTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberNeededToTreat(Quantity.of(4), List.of()))
                .withMessage("a number needed to treat has one or two intervals, got []");
    }

    private static Interval interval(double low, double high) {
        return new Interval(Quantity.of(low), Quantity.of(high));
    }
}
