package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.junit.jupiter.api.Test;

class StandardisedDifferenceTest {

    @Test
    void changingArmsRoundTurnsTheSign() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            for (Method<TwoSampleEffect> method : AmountMethods.STANDARDISED_MEAN_DIFFERENCE.methods()) {
                Estimate one = method.function().of(samples, 0.9, Samples.resampling());
                Estimate other = method.function().of(samples.swapped(), 0.9, Samples.resampling());
                assertThat(value(other.estimate())).isEqualTo(0 - value(one.estimate()));
                assertThat(value(other.lower())).isEqualTo(0 - value(one.upper()));
                assertThat(other.standardError()).isEqualTo(one.standardError());
            }
        }
    }

    /** At baseline the estimate stands alone. */
    @Test
    void theEstimateWithoutLimitsIsTheOneWithLimits() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            assertThat(AverageVarianceDifference.estimate(samples))
                    .isEqualTo(AverageVarianceDifference.of(samples, 0.9, Samples.resampling())
                            .estimate());
        }
    }

    @Test
    void neitherUnitNorOriginChangesIt() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            TwoSamples minutes = new TwoSamples(
                    Samples.linear(samples.group(), 60, 500), Samples.linear(samples.reference(), 60, 500));
            for (Method<TwoSampleEffect> method : AmountMethods.STANDARDISED_MEAN_DIFFERENCE.methods()) {
                Estimate one = method.function().of(samples, 0.9, Samples.resampling());
                Estimate other = method.function().of(minutes, 0.9, Samples.resampling());
                assertThat(value(other.estimate())).isCloseTo(value(one.estimate()), within(1e-12));
                assertThat(value(other.upper())).isCloseTo(value(one.upper()), within(1e-12));
            }
        }
    }

    /** Student's t is d over the root of 1 / n1 + 1 / n0: a second route to Cohen's d. */
    @Test
    void cohenIsStudentsStatisticWithoutTheSizes() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            double size = Math.sqrt(1.0 / samples.group().length + 1.0 / samples.reference().length);
            Estimate d = CohenDifference.of(samples, 0.95, Samples.resampling());
            StudentTest.of(samples, Alternative.TWO_SIDED).statistic().ifPresent(t -> assertThat(value(d.estimate()))
                    .isCloseTo(t * size, within(1e-12)));
        }
    }

    @Test
    void armsOfOneSizeAgreeOnTheStandardDeviation() {
        for (double[] group : Samples.everySample(3, 4)) {
            for (double[] reference : Samples.everySample(3, 4)) {
                TwoSamples samples = new TwoSamples(group, reference);

                assertThat(value(AverageVarianceDifference.of(samples, 0.95, Samples.resampling())
                                .estimate()))
                        .isCloseTo(
                                value(CohenDifference.of(samples, 0.95, Samples.resampling())
                                        .estimate()),
                                within(1e-12));
            }
        }
    }

    /** J(f) J(f + 1) = (f - 1) / sqrt(f (f + 1)), by the gammas that cancel. */
    @Test
    void hedgesFactorIsExact() {
        assertThat(HedgesDifference.factor(2)).isCloseTo(0.5641895835477563, within(1e-15));
        assertThat(HedgesDifference.factor(3)).isCloseTo(0.7236012545582676, within(1e-15));
        for (int f = 2; f <= 3000; f++) {
            assertThat(HedgesDifference.factor(f) * HedgesDifference.factor(f + 1))
                    .isCloseTo((f - 1) / Math.sqrt((double) f * (f + 1)), within(2e-14));
        }
        assertThat(1 - HedgesDifference.factor(2e6)).isCloseTo(3 / (8e6 - 1), within(1e-13));
    }

    @Test
    void edges() {
        for (Method<TwoSampleEffect> method : AmountMethods.STANDARDISED_MEAN_DIFFERENCE.methods()) {
            assertThat(method.function().of(arms(5, 1, 2, 3), 0.95, Samples.resampling()))
                    .isEqualTo(Estimate.notEstimable(Reason.FEWER_THAN_TWO));
            assertThat(method.function()
                            .of(new TwoSamples(new double[] {5, 5}, new double[] {3, 3}), 0.95, Samples.resampling()))
                    .isEqualTo(Estimate.notEstimable(Reason.NO_VARIANCE));
            // Far apart for their spread, and no square of d is taken.
            assertThat(method.function()
                            .of(
                                    new TwoSamples(new double[] {1e100, 1e100}, new double[] {0, 1e-150}),
                                    0.95,
                                    Samples.resampling())
                            .upper()
                            .ifEstimated())
                    .isPresent();
        }
    }

    private static TwoSamples arms(double group, double... reference) {
        return new TwoSamples(new double[] {group}, reference);
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElse(0);
    }
}
