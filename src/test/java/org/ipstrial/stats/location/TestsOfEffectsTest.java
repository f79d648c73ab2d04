package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.Resampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that an effect is a given one, against the intervals that they stand behind. */
class TestsOfEffectsTest {

    private static final TwoSamples SAMPLES =
            new TwoSamples(new double[] {8, 3, 11, 0, 7, 5, 14}, new double[] {2, 6, 1, 4, 3});

    private static final Resampling NONE = new Resampling(1, RandomStreams.of(1, List.of("none")), 1);

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().orElseThrow();
    }

    static Stream<TwoSampleEffect> invertedTests() {
        return Stream.of(
                TwoSampleEffect.of(WelchDifference::of, WelchDifference::test),
                TwoSampleEffect.of(StudentDifference::of, StudentDifference::test),
                TwoSampleEffect.of(DeltaLogRatio::of, DeltaLogRatio::test),
                TwoSampleEffect.of(CohenDifference::of, CohenDifference::test),
                TwoSampleEffect.of(HedgesDifference::of, HedgesDifference::test),
                TwoSampleEffect.of(AverageVarianceDifference::of, AverageVarianceDifference::test));
    }

    /** At its limit an effect has the p-value 1 - level, half of it on the side where the interval lies. */
    @ParameterizedTest
    @MethodSource("invertedTests")
    void aLimitIsWhereTheTestJustRejects(TwoSampleEffect effect) {
        Estimate limits = effect.of(SAMPLES, 0.9, NONE);
        double lower = limits.lower().ifEstimated().orElseThrow();
        double upper = limits.upper().ifEstimated().orElseThrow();
        for (double limit : new double[] {lower, upper}) {
            assertThat(p(effect.test(SAMPLES, limit, Alternative.TWO_SIDED))).isCloseTo(0.1, within(1e-12));
        }
        assertThat(p(effect.test(SAMPLES, lower, Alternative.GREATER))).isCloseTo(0.05, within(1e-12));
        assertThat(p(effect.test(SAMPLES, lower, Alternative.LESS))).isCloseTo(0.95, within(1e-12));
        assertThat(p(effect.test(SAMPLES, upper, Alternative.LESS))).isCloseTo(0.05, within(1e-12));
        double estimate = limits.estimate().ifEstimated().orElseThrow();
        assertThat(p(effect.test(SAMPLES, estimate, Alternative.TWO_SIDED))).isCloseTo(1, within(1e-12));
        // The one-sided limit is a limit of the interval that leaves as much on either side.
        Estimate oneSided = effect.of(SAMPLES, 0.95, Alternative.GREATER, NONE);
        assertThat(oneSided.lower().ifEstimated().orElseThrow()).isCloseTo(lower, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("invertedTests")
    void amountsThatAreAlikeHaveNoTest(TwoSampleEffect effect) {
        TwoSamples alike = new TwoSamples(new double[] {4, 4, 4}, new double[] {4, 4});
        assertThat(effect.test(alike, 0.5, Alternative.TWO_SIDED).pValue())
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        TwoSamples one = new TwoSamples(new double[] {4}, new double[] {4, 5});
        assertThat(effect.test(one, 0.5, Alternative.TWO_SIDED).pValue())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_TWO));
    }

    @Test
    void aRatioOfMeansThatAreNotAboveZeroHasNoTest() {
        for (double[][] arms : new double[][][] {{{0, 0}, {3, 4}}, {{-1, -2}, {3, 4}}, {{1, 2}, {-3, 3}}}) {
            assertThat(DeltaLogRatio.test(new TwoSamples(arms[0], arms[1]), 1, Alternative.TWO_SIDED)
                            .pValue())
                    .isEqualTo(Quantity.notEstimable(Reason.MEAN_NOT_POSITIVE));
        }
    }

    @Test
    void anIntervalThatInvertsNoTestHasNone() {
        TwoSampleEffect interval = TwoSampleEffect.intervalOnly(WelchDifference::of);
        assertThat(interval.of(SAMPLES, 0.9, NONE)).isEqualTo(WelchDifference.of(SAMPLES, 0.9, NONE));
        assertThat(interval.test(SAMPLES, 0, Alternative.TWO_SIDED).pValue())
                .isEqualTo(Quantity.notEstimable(Reason.INTERVAL_ONLY));
    }

    /** The difference of 1e100 and 0 in errors of 1e-300 is beyond every double: the p-value is the smallest there is. */
    @Test
    void aDistanceBeyondEveryNumberIsToldAsTheSmallestPValue() {
        TApproximation sharp = new TApproximation(1e100, 1e-300, 5);
        assertThat(p(sharp.test(0, Alternative.GREATER))).isEqualTo(Double.MIN_VALUE);
        assertThat(p(sharp.test(0, Alternative.LESS))).isEqualTo(1);
        assertThat(p(sharp.test(2e100, Alternative.LESS))).isEqualTo(Double.MIN_VALUE);
        assertThat(sharp.test(0, Alternative.GREATER).statistic()).isEmpty();
        for (double[] wrong : new double[][] {{0, 5}, {-1, 5}, {1, 0}, {Double.NaN, 5}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TApproximation(1, wrong[0], wrong[1]))
                    .withMessageContaining("must be above 0");
        }
    }

    @Test
    void welchsApproximationIsThereWhereThereIsAnError() {
        assertThat(WelchDifference.approximation(SAMPLES)).isPresent();
        assertThat(WelchDifference.approximation(new TwoSamples(new double[] {1}, new double[] {2, 3})))
                .isEmpty();
    }
}
