package org.ipstrial.stats.imputation.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.junit.jupiter.api.Test;

class PoolingScaleTest {

    private static final double E = StrictMath.exp(1);

    @Test
    void whatIsPlainIsShownAsItIs() {
        Estimate pooled = Estimate.of(5, 2, -3, 13);

        assertThat(PoolingScale.PLAIN.shown(pooled)).isEqualTo(pooled);
        assertThat(PoolingScale.PLAIN.shown(-7.5)).isEqualTo(-7.5);
        assertThat(PoolingScale.PLAIN.pooled(-7.5)).isEqualTo(-7.5);
    }

    @Test
    void sharesDifferByOneAtMost() {
        assertThat(PoolingScale.SHARE_DIFFERENCE.shown(Estimate.of(0.9, 0.1, 0.7, 1.1)))
                .isEqualTo(Estimate.of(0.9, 0.1, 0.7, 1));
        assertThat(PoolingScale.SHARE_DIFFERENCE.shown(Estimate.of(-0.9, 0.1, -1.1, -0.7)))
                .isEqualTo(Estimate.of(-0.9, 0.1, -1, -0.7));
        assertThat(PoolingScale.SHARE_DIFFERENCE.pooled(0.25)).isEqualTo(0.25);
    }

    /** The standard error is one of the logarithm, and not shown. */
    @Test
    void ratiosComeBackFromTheirLogarithms() {
        assertThat(PoolingScale.LOG_RATIO.shown(Estimate.of(0, 0.5, -1, 1)))
                .isEqualTo(new Estimate(
                        Quantity.of(1), Optional.empty(), Quantity.of(StrictMath.exp(-1)), Quantity.of(E)));
        assertThat(PoolingScale.LOG_RATIO.shown(1)).isEqualTo(E);
        assertThat(PoolingScale.LOG_RATIO.pooled(1)).isZero();
        assertThat(PoolingScale.LOG_RATIO.pooled(E)).isEqualTo(1);
    }

    /** exp(1000) is beyond all doubles. */
    @Test
    void aRatioBeyondAllNumbersIsUnboundedAndWhatIsNotThereStaysAway() {
        assertThat(PoolingScale.LOG_RATIO.shown(Estimate.of(1, 400, -800, 1000)).upper())
                .isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
        for (PoolingScale scale : PoolingScale.values()) {
            Estimate shown = scale.shown(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
            assertThat(shown.lower()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
            assertThat(shown.estimate()).isEqualTo(Quantity.of(scale == PoolingScale.LOG_RATIO ? 1 : 0));
        }
    }
}
