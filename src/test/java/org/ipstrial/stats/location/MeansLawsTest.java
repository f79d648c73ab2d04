package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.rank.BrunnerMunzelIndex;
import org.ipstrial.stats.rank.BrunnerMunzelTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every method of a family, on random hours with many zeros and on small whole numbers. */
class MeansLawsTest {

    static Stream<TwoSampleEffect> effects() {
        return families().flatMap(family -> family.methods().stream().map(Method::function));
    }

    static Stream<TwoSampleEffect> differences() {
        return AmountMethods.MEAN_DIFFERENCE.methods().stream().map(Method::function);
    }

    static Stream<TwoSampleTest> tests() {
        return AmountMethods.TEST.methods().stream().map(Method::function);
    }

    private static Stream<Family<TwoSampleEffect>> families() {
        return Stream.of(
                AmountMethods.MEAN_DIFFERENCE,
                AmountMethods.RATIO_OF_MEANS,
                AmountMethods.PROBABILISTIC_INDEX,
                AmountMethods.HODGES_LEHMANN,
                AmountMethods.WIN_ODDS,
                AmountMethods.STANDARDISED_MEAN_DIFFERENCE);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void higherLevelsContainLower(TwoSampleInterval effect) {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Estimate wide = effect.of(samples, 0.95, Samples.resampling());
            Estimate narrow = effect.of(samples, 0.8, Samples.resampling());
            if (hasLimits(wide) && hasLimits(narrow)) {
                assertThat(lower(wide)).isLessThanOrEqualTo(lower(narrow));
                assertThat(upper(wide)).isGreaterThanOrEqualTo(upper(narrow));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aConstantAddedToEveryAmountChangesNothing(TwoSampleInterval effect) {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            TwoSamples moved = new TwoSamples(
                    Samples.linear(samples.group(), 1, 1000), Samples.linear(samples.reference(), 1, 1000));

            same(effect.of(moved, 0.95, Samples.resampling()), effect.of(samples, 0.95, Samples.resampling()), 1);
        }
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aFactorMultipliesDifferences(TwoSampleInterval effect) {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            for (double factor : new double[] {0.1, 60, 1 / 3.0}) {
                TwoSamples scaled = new TwoSamples(
                        Samples.linear(samples.group(), factor, 0), Samples.linear(samples.reference(), factor, 0));

                same(
                        effect.of(scaled, 0.95, Samples.resampling()),
                        effect.of(samples, 0.95, Samples.resampling()),
                        factor);
            }
        }
    }

    @Test
    void aFactorLeavesRatiosAndRanksAlone() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            TwoSamples scaled =
                    new TwoSamples(Samples.linear(samples.group(), 60, 0), Samples.linear(samples.reference(), 60, 0));
            for (TwoSampleInterval effect :
                    List.of((TwoSampleInterval) DeltaLogRatio::of, BootstrapBcaRatio::of, BrunnerMunzelIndex::of)) {
                same(effect.of(scaled, 0.95, Samples.resampling()), effect.of(samples, 0.95, Samples.resampling()), 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("differences")
    void changingArmsRoundMirrorsTheEstimate(TwoSampleInterval effect) {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Estimate one = effect.of(samples, 0.9, Samples.resampling());
            Estimate other = effect.of(samples.swapped(), 0.9, Samples.resampling());

            assertThat(value(other)).isEqualTo(-value(one));
        }
    }

    @Test
    void changingArmsRoundMirrorsLimits() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            for (TwoSampleInterval effect : List.of((TwoSampleInterval) WelchDifference::of, StudentDifference::of)) {
                Estimate one = effect.of(samples, 0.9, Samples.resampling());
                Estimate other = effect.of(samples.swapped(), 0.9, Samples.resampling());
                assertThat(hasLimits(other)).isEqualTo(hasLimits(one));
                if (hasLimits(one)) {
                    assertThat(lower(other)).isCloseTo(-upper(one), near(upper(one)));
                    assertThat(upper(other)).isCloseTo(-lower(one), near(lower(one)));
                }
            }
            Estimate ratio = DeltaLogRatio.of(samples, 0.9, Samples.resampling());
            Estimate inverse = DeltaLogRatio.of(samples.swapped(), 0.9, Samples.resampling());
            if (hasLimits(ratio) && hasLimits(inverse)) {
                assertThat(value(ratio) * value(inverse)).isCloseTo(1, within(1e-12));
                assertThat(lower(ratio) * upper(inverse)).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void aTestRejectsExactlyWhenItsLimitsLeaveTheNullOut() {
        record Pair(TwoSampleInterval effect, TwoSampleTest test, double nullValue) {}
        Map<String, Pair> pairs = Map.of(
                "welch", new Pair(WelchDifference::of, TwoSampleTest.of(WelchTest::of), 0),
                "student", new Pair(StudentDifference::of, TwoSampleTest.of(StudentTest::of), 0),
                "brunner-munzel", new Pair(BrunnerMunzelIndex::of, TwoSampleTest.of(BrunnerMunzelTest::of), 0.5));
        int rejected = 0;
        for (TwoSamples samples : Samples.manyTwoArms()) {
            for (double level : new double[] {0.5, 0.9, 0.95}) {
                for (Pair pair : pairs.values()) {
                    Estimate estimate = pair.effect().of(samples, level, Samples.resampling());
                    TestResult test = pair.test().of(samples, Samples.resampling());
                    assertThat(hasLimits(estimate))
                            .isEqualTo(test.pValue().ifEstimated().isPresent());
                    if (hasLimits(estimate)) {
                        boolean out = lower(estimate) > pair.nullValue() || upper(estimate) < pair.nullValue();
                        rejected += out ? 1 : 0;
                        assertThat(test.pValue().ifEstimated().orElseThrow() < 1 - level)
                                .isEqualTo(out);
                    }
                }
            }
        }
        assertThat(rejected).isGreaterThan(100);
    }

    @Test
    void changingArmsRoundTurnsTestsRound() {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            for (TwoSampleTest test : tests().toList()) {
                OptionalDouble p =
                        test.of(samples, Samples.resampling()).pValue().ifEstimated();
                OptionalDouble turned = test.of(samples.swapped(), Samples.resampling())
                        .pValue()
                        .ifEstimated();
                assertThat(turned.isPresent()).isEqualTo(p.isPresent());
                assertThat(turned.orElse(0)).isCloseTo(p.orElse(0), within(1e-13));
            }
            WelchTest.of(samples, Alternative.TWO_SIDED).statistic().ifPresent(t -> assertThat(
                            WelchTest.of(samples.swapped(), Alternative.TWO_SIDED)
                                    .statistic()
                                    .orElseThrow())
                    .isEqualTo(-t));
        }
    }

    private static void same(Estimate got, Estimate plain, double factor) {
        assertThat(hasLimits(got)).isEqualTo(hasLimits(plain));
        if (plain.estimate().ifEstimated().isPresent()) {
            double expected = factor * value(plain);
            assertThat(value(got)).isCloseTo(expected, near(expected));
        }
        if (hasLimits(plain)) {
            assertThat(lower(got)).isCloseTo(factor * lower(plain), near(factor * lower(plain)));
            assertThat(upper(got)).isCloseTo(factor * upper(plain), near(factor * upper(plain)));
        }
    }

    private static Offset<Double> near(double value) {
        return within(1e-11 * Math.max(1, Math.abs(value)));
    }

    private static boolean hasLimits(Estimate estimate) {
        return estimate.lower().ifEstimated().isPresent()
                && estimate.upper().ifEstimated().isPresent();
    }

    private static double value(Estimate estimate) {
        return estimate.estimate().ifEstimated().orElseThrow();
    }

    private static double lower(Estimate estimate) {
        return estimate.lower().ifEstimated().orElseThrow();
    }

    private static double upper(Estimate estimate) {
        return estimate.upper().ifEstimated().orElseThrow();
    }
}
