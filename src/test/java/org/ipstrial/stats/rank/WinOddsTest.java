package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

class WinOddsTest {

    @Test
    void areTheOddsOfTheIndex() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Estimate odds = of(samples);
            Estimate index = BrunnerMunzelIndex.of(samples, 0.95, Samples.resampling());
            double p = index.estimate().ifEstimated().orElseThrow();
            if (p < 1) {
                assertThat(value(odds.estimate())).isCloseTo(p / (1 - p), within(1e-11 / (1 - p)));
            }
            assertThat(odds.lower().ifEstimated().isPresent())
                    .isEqualTo(index.lower().ifEstimated().isPresent());
        }
    }

    @Test
    void limitsStayAboveZeroAndTurnRoundWithTheArms() {
        int compared = 0;
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Estimate one = of(samples);
            Estimate other = of(samples.swapped());
            if (one.lower().ifEstimated().isPresent()) {
                assertThat(value(one.lower())).isPositive().isLessThanOrEqualTo(value(one.estimate()));
                assertThat(value(one.upper())).isGreaterThanOrEqualTo(value(one.estimate()));
                assertThat(value(one.estimate()) * value(other.estimate())).isCloseTo(1, within(1e-12));
                assertThat(value(one.lower()) * value(other.upper())).isCloseTo(1, within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** Ranks know only the order. */
    @Test
    void aRisingTransformationChangesNoBit() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            TwoSamples cubed = new TwoSamples(
                    Arrays.stream(samples.group()).map(x -> x * x * x).toArray(),
                    Arrays.stream(samples.reference()).map(x -> x * x * x).toArray());

            assertThat(of(cubed)).isEqualTo(of(samples));
        }
    }

    @Test
    void armsThatDoNotOverlapHaveNoOddsOrOddsOfZero() {
        TwoSamples apart = new TwoSamples(new double[] {4, 5, 9}, new double[] {1, 2, 3});
        Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);

        assertThat(of(apart))
                .isEqualTo(new Estimate(Quantity.notEstimable(Reason.UNBOUNDED), Optional.empty(), none, none));
        assertThat(of(apart.swapped())).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
    }

    @Test
    void equalAmountsAndOnePersonHaveOddsWithoutLimits() {
        assertThat(of(new TwoSamples(new double[] {0, -0.0, 0}, new double[] {0, 0})))
                .isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        assertThat(of(new TwoSamples(new double[] {3}, new double[] {1, 2, 3, 4})))
                .isEqualTo(Estimate.withoutLimits(2.5 / 1.5, Reason.FEWER_THAN_TWO));
    }

    private static Estimate of(TwoSamples samples) {
        return WinOdds.of(samples, 0.95, Samples.resampling());
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
