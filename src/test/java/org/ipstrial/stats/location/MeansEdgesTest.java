package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arms of one, arms without spread, means at zero, and what is refused. */
class MeansEdgesTest {

    static Stream<TwoSampleEffect> differences() {
        return AmountMethods.MEAN_DIFFERENCE.methods().stream().map(Method::function);
    }

    static Stream<TwoSampleEffect> ratios() {
        return AmountMethods.RATIO_OF_MEANS.methods().stream().map(Method::function);
    }

    @ParameterizedTest
    @MethodSource("differences")
    void anArmOfOneHasADifferenceWithoutLimits(TwoSampleInterval effect) {
        assertThat(of(effect, arms("5", "1 2 3"))).isEqualTo(Estimate.withoutLimits(3, Reason.FEWER_THAN_TWO));
        assertThat(of(effect, arms("1 2 3", "5"))).isEqualTo(Estimate.withoutLimits(-3, Reason.FEWER_THAN_TWO));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void armsWithoutSpreadHaveADifferenceWithoutLimits(TwoSampleInterval effect) {
        assertThat(of(effect, arms("0.1 0.1 0.1", "0 0"))).isEqualTo(Estimate.withoutLimits(0.1, Reason.NO_VARIANCE));
        assertThat(of(effect, arms("0 0", "0 0"))).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void spreadInOneArmIsEnough(TwoSampleInterval effect) {
        Estimate estimate = of(effect, arms("4 4 4 4", "0 1 2 3"));

        assertThat(estimate.estimate()).isEqualTo(Quantity.of(2.5));
        assertThat(estimate.lower().ifEstimated().orElseThrow()).isPositive().isLessThan(2.5);
        assertThat(estimate.upper().ifEstimated().orElseThrow()).isGreaterThan(2.5);
    }

    @Test
    void testsSayWhyThereIsNone() {
        for (TwoSampleTest test : List.of(TwoSampleTest.of(WelchTest::of), TwoSampleTest.of(StudentTest::of))) {
            assertThat(test.of(arms("5", "1 2 3"), Samples.resampling()))
                    .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO));
            assertThat(test.of(arms("5 5", "1 1"), Samples.resampling()))
                    .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        }
    }

    /** A p-value from the survival function, where 1 - cdf is 0. R 4.2.2: t.test(0:4, 1e6 + 0:4, var.equal = TRUE). */
    @Test
    void verySmallPValuesAreNotZero() {
        TestResult test =
                StudentTest.of(arms("0 1 2 3 4", "1000000 1000001 1000002 1000003 1000004"), Alternative.TWO_SIDED);

        assertThat(test.statistic().orElseThrow()).isEqualTo(-1e6);
        assertThat(test.pValue().ifEstimated().orElseThrow() / 1.11999999996774e-45)
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void aRatioNeedsAReferenceMeanAboveZero(TwoSampleInterval effect) {
        assertThat(of(effect, arms("1 2", "0 0"))).isEqualTo(Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE));
        assertThat(of(effect, arms("1 2", "-3 1"))).isEqualTo(Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE));
        assertThat(of(effect, arms("-3 1", "1 2"))).isEqualTo(Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE));
        assertThat(of(effect, arms("3", "1 2"))).isEqualTo(Estimate.withoutLimits(2, Reason.FEWER_THAN_TWO));
        assertThat(of(effect, arms("3 3", "2 2"))).isEqualTo(Estimate.withoutLimits(1.5, Reason.NO_VARIANCE));
    }

    @Test
    void aGroupWithoutAnyAmountHasARatioOfZero() {
        assertThat(of(DeltaLogRatio::of, arms("0 0 0", "1 2 3")))
                .isEqualTo(Estimate.withoutLimits(0, Reason.MEAN_NOT_POSITIVE));
        Estimate bootstrap = of(BootstrapBcaRatio::of, arms("0 0 0", "1 2 3"));
        assertThat(bootstrap.estimate()).isEqualTo(Quantity.of(0));
        assertThat(bootstrap.lower()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
    }

    /** With three workers of nine, one resample in forty has no reference mean. */
    @Test
    void manyResamplesWithoutARatioMeanNoLimits() {
        assertThat(of(BootstrapBcaRatio::of, arms("0 0 0 12 20 37.5 0 150.25 310 82", "0 0 0 0 8 0 16 44.5 0")))
                .isEqualTo(Estimate.withoutLimits(61.175 / (68.5 / 9), Reason.RESAMPLES_NOT_ESTIMABLE));
        assertThat(of(BootstrapBcaRatio::of, arms("1 2 3", "0 0 5")))
                .isEqualTo(Estimate.withoutLimits(2 / (5 / 3.0), Reason.RESAMPLES_NOT_ESTIMABLE));
    }

    /** Negative amounts that pull resamples below zero, not only to it. */
    @Test
    void resamplesBelowZeroHaveNoRatioEither() {
        assertThat(of(BootstrapBcaRatio::of, arms("1 2 3", "-4 0 9 1")).lower())
                .isEqualTo(Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE));
    }

    @Test
    void tooFewResamplesMeanNoLimits() {
        Estimate one = BootstrapBcaDifference.of(arms("1 2 3", "4 5 7"), 0.95, Samples.resampling(1, 1));
        assertThat(one.lower().ifEstimated()).isEmpty();
        assertThat(one.standardError()).contains(Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE));
        Estimate some = BootstrapPercentileDifference.of(arms("1 2 3", "4 5 7"), 0.95, Samples.resampling(39, 1));
        assertThat(some.lower()).isEqualTo(Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE));
        Estimate enough = BootstrapPercentileDifference.of(arms("1 2 3", "4 5 7"), 0.95, Samples.resampling(40, 1));
        assertThat(enough.lower().ifEstimated()).isPresent();
    }

    @Test
    void amountsOfAnySizeGiveFiniteNumbers() {
        for (TwoSamples samples : List.of(
                arms("1e100 -1e100 3", "1e100 1e100 -1e99"),
                arms("4.9e-324 0 1e-300", "1e-310 1e-320 0"),
                arms("1e100 1e-300 0", "1e-300 2e-300 1e-301"),
                arms("1e99 2e99 3e99", "1e-300 2e-300 3e-300"),
                arms("0.1 0.2 0.30000000000000004", "1e17 0.333333333333 2"))) {
            differences().forEach(effect -> assertThat(of(effect, samples)).isNotNull());
            ratios().forEach(effect -> assertThat(of(effect, samples)).isNotNull());
            AmountMethods.TEST.methods().forEach(method -> assertThat(
                            method.function().of(samples, Samples.resampling()))
                    .isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, -0.1, Double.NaN})
    void refusesALevelThatIsNoFraction(double level) {
        Stream.of(
                        AmountMethods.MEAN_DIFFERENCE,
                        AmountMethods.RATIO_OF_MEANS,
                        AmountMethods.PROBABILISTIC_INDEX,
                        AmountMethods.HODGES_LEHMANN,
                        AmountMethods.WIN_ODDS,
                        AmountMethods.STANDARDISED_MEAN_DIFFERENCE)
                .flatMap(family -> family.methods().stream())
                .forEach(method -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> method.function().of(arms("5", "0 0"), level, Samples.resampling()))
                        .withMessage("level must lie strictly between 0 and 1, got " + level));
    }

    @Test
    void refusesArmsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwoSamples(new double[0], new double[] {1}))
                .withMessage("each arm must have at least one amount, got 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwoSamples(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                .withMessage("reference must be finite, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwoSamples(new double[] {1e200}, new double[] {1}))
                .withMessage("group must lie between -1e100 and 1e100, got 1.0E200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TApproximation(1, 0, 5))
                .withMessage("standard error and df must be above 0, got 0.0 and 5.0");
    }

    private static Estimate of(TwoSampleInterval effect, TwoSamples samples) {
        return effect.of(samples, 0.95, Samples.resampling());
    }

    private static TwoSamples arms(String group, String reference) {
        return new TwoSamples(amounts(group), amounts(reference));
    }

    private static double[] amounts(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
