package org.ipstrial.stats.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.WaldContrast.Scale;
import org.junit.jupiter.api.Test;

/** The standard normal value that 2.5% exceed is 1.959963984540054 (R 4.2.2, {@code qnorm(0.975)}). */
class WaldContrastTest {

    private static final double Z = 1.959963984540054;

    @Test
    void aDifferenceOfSharesEndsAtOne() {
        Estimate inside = new WaldContrast(0.25, 0.125, Scale.SHARES).estimate(0.95);
        assertThat(inside.standardError()).contains(Quantity.of(0.125));
        assertThat(inside.lower().ifEstimated().orElseThrow()).isEqualTo(0.25 - Z * 0.125, within(1e-15));
        assertThat(inside.upper().ifEstimated().orElseThrow()).isEqualTo(0.25 + Z * 0.125, within(1e-15));

        Estimate beyond = new WaldContrast(0.25, 1, Scale.SHARES).estimate(0.95);
        assertThat(beyond.lower()).isEqualTo(Quantity.of(-1));
        assertThat(beyond.upper()).isEqualTo(Quantity.of(1));
    }

    @Test
    void aRatioHasTheLimitsOfItsLogarithmAndNoStandardError() {
        Estimate ratio = new WaldContrast(StrictMath.log(2), 0.5, Scale.LOGARITHM).estimate(0.95);

        assertThat(ratio.estimate().ifEstimated().orElseThrow()).isEqualTo(2, within(1e-15));
        assertThat(ratio.standardError()).isEmpty();
        assertThat(ratio.lower().ifEstimated().orElseThrow()).isEqualTo(2 * StrictMath.exp(-Z / 2), within(1e-14));
        assertThat(ratio.upper().ifEstimated().orElseThrow()).isEqualTo(2 * StrictMath.exp(Z / 2), within(1e-14));
        assertThat(new WaldContrast(0, 1e4, Scale.LOGARITHM).estimate(0.95).upper())
                .isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
    }

    @Test
    void withoutAStandardErrorThereAreNeitherLimitsNorATest() {
        assertThat(new WaldContrast(0.25, 0, Scale.SHARES).estimate(0.95))
                .isEqualTo(Estimate.withoutLimits(0.25, Reason.NO_VARIANCE));
        assertThat(new WaldContrast(0, 0, Scale.LOGARITHM).estimate(0.95))
                .isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        assertThat(new WaldContrast(0.25, 0, Scale.SHARES).test(0, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void aTestIsOfTheEffectOnItsOwnScale() {
        assertThat(new WaldContrast(0.25, 0.125, Scale.SHARES).test(0.125, Alternative.GREATER))
                .isEqualTo(NormalTest.of(1, Alternative.GREATER));
        assertThat(new WaldContrast(StrictMath.log(4), 1, Scale.LOGARITHM).test(4, Alternative.LESS))
                .isEqualTo(NormalTest.of(0, Alternative.LESS));
    }

    /** A difference over the smallest of errors is beyond all numbers. */
    @Test
    void aStatisticMayBeBeyondAllNumbers() {
        WaldContrast large = new WaldContrast(0.5, Double.MIN_VALUE, Scale.SHARES);

        assertThat(large.test(0, Alternative.GREATER)).isEqualTo(NormalTest.beyond(true, Alternative.GREATER));
        assertThat(large.test(1, Alternative.GREATER)).isEqualTo(NormalTest.beyond(false, Alternative.GREATER));
    }
}
