package org.ipstrial.stats.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.WelchDifference;
import org.ipstrial.stats.missing.TippingGrid.Side;
import org.junit.jupiter.api.Test;

class MeanShiftTest {

    private static final double[] GROUP = {0, 0, 52, 70, 85, 100, 120, 140};
    private static final double[] REFERENCE = {0, 0, 0, 0, 5, 10, 30, 35};

    private static MeanShift shift(double[] group, int missing, double[] reference, int missingThere) {
        return new MeanShift(
                new MeanShift.Arm(Moments.of(group), missing), new MeanShift.Arm(Moments.of(reference), missingThere));
    }

    private static double lower(MeanShift shift, double ofGroup, double ofReference) {
        return shift.at(ofGroup, ofReference).limits(0.95).lower().ifEstimated().orElseThrow();
    }

    private static Side side(MeanShift shift, double ofGroup, double ofReference) {
        return lower(shift, ofGroup, ofReference) > 0 ? Side.ABOVE : Side.AROUND;
    }

    /** R 4.2.2: uniroot(tol = 1e-15) of the lower limit, written out with var and qt. */
    @Test
    void theTippingShiftIsTheRootOfTheLimit() {
        MeanShift shift = shift(GROUP, 3, REFERENCE, 2);

        double ofGroup = TippingShift.of(delta -> side(shift, delta, 0), -60).orElseThrow();
        double ofReference =
                TippingShift.of(delta -> side(shift, 0, delta), 130).orElseThrow();

        assertThat(ofGroup).isCloseTo(-52.2173813260281, within(1e-9));
        assertThat(ofReference).isCloseTo(72.9916434134531, within(1e-9));
        assertThat(Math.abs(lower(shift, ofGroup, 0))).isLessThan(1e-9);
        assertThat(side(shift, ofGroup, 0)).isEqualTo(Side.AROUND);
        assertThat(TippingShift.of(delta -> side(shift, delta, 0), -52)).isEqualTo(OptionalDouble.empty());
        assertThat(TippingShift.of(delta -> side(shift, delta, 0), 60)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void noShiftIsWelchOfThoseAssessed() {
        Estimate welch = WelchDifference.of(new TwoSamples(GROUP, REFERENCE), 0.9, null);
        Estimate none = shift(GROUP, 3, REFERENCE, 2).at(0, 0).limits(0.9);
        assertThat(none).isEqualTo(welch);
    }

    /** With nobody missing a shift has nothing to move. */
    @Test
    void aShiftOfNobodyChangesNothing() {
        MeanShift shift = shift(GROUP, 0, REFERENCE, 0);
        assertThat(shift.at(-1000, 1000)).isEqualTo(shift.at(0, 0));
    }

    @Test
    void armsChangedRoundChangeTheSign() {
        MeanShift one = shift(GROUP, 3, REFERENCE, 2);
        MeanShift other = shift(REFERENCE, 2, GROUP, 3);
        assertThat(other.at(7, -20).estimate()).isEqualTo(-one.at(-20, 7).estimate());
        assertThat(other.at(7, -20).standardError()).isCloseTo(one.at(-20, 7).standardError(), within(1e-14));
        assertThat(other.at(7, -20).test(0, Alternative.GREATER).pValue())
                .isEqualTo(one.at(-20, 7).test(0, Alternative.LESS).pValue());
    }

    /** A second route: the mean of everybody where each of the missing is given the shifted mean. */
    @Test
    void theDifferenceIsThatOfTheMeansWithTheMissingFilled() {
        double[] group = java.util.Arrays.copyOf(GROUP, 11);
        java.util.Arrays.fill(group, 8, 11, Moments.of(GROUP).mean() - 20);
        double[] reference = java.util.Arrays.copyOf(REFERENCE, 10);
        java.util.Arrays.fill(reference, 8, 10, Moments.of(REFERENCE).mean() + 10);
        assertThat(shift(GROUP, 3, REFERENCE, 2).difference(-20, 10))
                .isCloseTo(Moments.of(group).mean() - Moments.of(reference).mean(), within(1e-13));
    }

    @Test
    void withoutVarianceThereIsNoStandardErrorUntilSomethingShifts() {
        MeanShift alike = shift(new double[] {5, 5}, 2, new double[] {3, 3}, 0);
        assertThat(alike.noStandardError(0, 0)).contains(Reason.NO_VARIANCE);
        assertThat(alike.noStandardError(1, 0)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> alike.at(0, 0)).withMessage("there is no standard error");
        assertThat(shift(new double[] {5}, 2, new double[] {3, 3}, 0).noStandardError(1, 0))
                .contains(Reason.FEWER_THAN_TWO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanShift.Arm(Moments.of(GROUP), -1))
                .withMessage("missing must be at least 0, got -1");
    }
}
