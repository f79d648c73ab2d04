package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not change a single bit: the order of the rows, and the number of threads. */
class InvarianceTest {

    static Stream<TwoSampleEffect> effects() {
        return families().flatMap(family -> family.methods().stream().map(Method::function));
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
    void shufflingRowsChangesNoBit(TwoSampleEffect effect) {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Random random = new Random(1);
            TwoSamples shuffled = new TwoSamples(
                    Samples.shuffled(samples.group(), random), Samples.shuffled(samples.reference(), random));

            assertThat(effect.of(shuffled, 0.95, Samples.resampling()))
                    .isEqualTo(effect.of(samples, 0.95, Samples.resampling()));
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void shufflingRowsChangesNoBitOfATest(TwoSampleTest test) {
        for (TwoSamples samples : Samples.manyTwoArms()) {
            Random random = new Random(1);
            TwoSamples shuffled = new TwoSamples(
                    Samples.shuffled(samples.group(), random), Samples.shuffled(samples.reference(), random));

            assertThat(test.of(shuffled, Samples.resampling())).isEqualTo(test.of(samples, Samples.resampling()));
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void threadsChangeNoBit(TwoSampleEffect effect) {
        TwoSamples samples = Samples.twoArms(7);
        Estimate one = effect.of(samples, 0.95, Samples.resampling(999, 1));

        for (int threads : new int[] {2, 3, 4, 16, 2000}) {
            assertThat(effect.of(samples, 0.95, Samples.resampling(999, threads)))
                    .as(threads + " threads")
                    .isEqualTo(one);
        }
    }
}
