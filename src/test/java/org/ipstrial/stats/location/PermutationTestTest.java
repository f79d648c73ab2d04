package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ipstrial.stats.Allotted;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.Resampling;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

    /** Second route: every allocation, one by one. Thirds are no decimal numbers and go the other way. */
    @Test
    void isTheShareOfAllAllocations() {
        for (int size : new int[] {1, 2, 4}) {
            for (double[] reference : Samples.everySample(3, 3)) {
                for (double[] group : Samples.everySample(size, 3)) {
                    TwoSamples samples = new TwoSamples(group, reference);
                    TwoSamples thirds =
                            new TwoSamples(Samples.linear(group, 1 / 3.0, 1), Samples.linear(reference, 1 / 3.0, 1));
                    List<TwoSamples> all = Allotted.all(samples);
                    double distance = Math.abs(crossed(samples));
                    double far = all.stream()
                            .filter(other -> Math.abs(crossed(other)) >= distance)
                            .count();

                    assertThat(p(samples)).isCloseTo(far / all.size(), within(1e-14));
                    assertThat(p(thirds)).isCloseTo(far / all.size(), within(1e-14));
                }
            }
        }
    }

    /** The difference of means times both sizes, which is exact here. */
    private static double crossed(TwoSamples samples) {
        double sum = 0;
        for (double x : samples.group()) {
            sum += x * samples.reference().length;
        }
        for (double y : samples.reference()) {
            sum -= y * samples.group().length;
        }
        return sum;
    }

    @Test
    void countingAndLookingAtEachAgree() {
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            TwoSamples samples = new TwoSamples(Samples.hours(random, 8), Samples.hours(random, 3 + seed % 8));
            Optional<DecimalAmounts> decimals = DecimalAmounts.of(samples.group(), samples.reference());
            for (Alternative alternative : Alternative.values()) {
                double exactly = DealtSums.of(samples, decimals).pValue(alternative, Samples.resampling());
                double withSlack = DealtSums.of(samples, Optional.empty()).pValue(alternative, Samples.resampling());

                assertThat(p(samples, alternative, Samples.resampling())).isCloseTo(exactly, within(1e-13));
                assertThat(withSlack).isEqualTo(exactly);
            }
        }
    }

    /** With 40 people in all, drawn allocations come within four standard errors of all that there are. */
    @Test
    void drawnAllocationsComeNearAll() {
        Random random = new Random(11);
        for (int trial = 0; trial < 10; trial++) {
            double[] group = Samples.hours(random, 18);
            double[] reference = Samples.hours(random, 22);
            double all = p(new TwoSamples(group, reference));
            double drawn = p(
                    new TwoSamples(Samples.linear(group, 1 / 3.0, 0), Samples.linear(reference, 1 / 3.0, 0)),
                    Samples.resampling(4000, 1));

            assertThat(drawn).isCloseTo(all, within(4 * Math.sqrt(all * (1 - all) / 4000) + 1 / 4000.0));
        }
    }

    @Test
    void neitherThreadsNorTheOtherArmMoveADigitButTheSeedDoes() {
        Random random = new Random(12);
        TwoSamples samples = new TwoSamples(
                random.doubles(30).map(x -> x + 0.2).toArray(),
                random.doubles(40).toArray());
        double one = p(samples, Samples.resampling(999, 1));

        for (int threads : new int[] {2, 3, 16, 2000}) {
            assertThat(p(samples, Samples.resampling(999, threads))).isEqualTo(one);
        }
        assertThat(p(samples.swapped(), Samples.resampling(999, 1))).isEqualTo(one);
        assertThat(p(samples, new Resampling(999, RandomStreams.of(2, List.of("test")), 1)))
                .isNotEqualTo(one);
    }

    /** No allocation drawn is as far: one in 1,000, and never 0. */
    @Test
    void drawnPValuesAreNeverZero() {
        Random random = new Random(13);
        TwoSamples apart = new TwoSamples(
                random.doubles(40).map(x -> x + 9).toArray(), random.doubles(40).toArray());

        assertThat(p(apart, Samples.resampling(999, 1))).isEqualTo(0.001);
    }

    @Test
    void edges() {
        TestResult equal = PermutationTest.of(
                new TwoSamples(new double[] {2, 2}, new double[] {2, 2, 2}),
                Alternative.TWO_SIDED,
                Samples.resampling());
        assertThat(equal).isEqualTo(TestResult.of(0, 1));
        assertThat(PermutationTest.of(
                        new TwoSamples(new double[] {5}, new double[] {1, 2, 3, 4}),
                        Alternative.TWO_SIDED,
                        Samples.resampling()))
                .isEqualTo(TestResult.of(2.5, 0.4));
        assertThat(p(new TwoSamples(new double[] {1 / 3.0}, new double[] {1 / 3.0, 1 / 3.0})))
                .isEqualTo(1);
        assertThat(p(new TwoSamples(new double[] {1e100, 1}, new double[] {-1e100, 1e-300, 3})))
                .isBetween(0.0, 1.0);
    }

    private static double p(TwoSamples samples) {
        return p(samples, Samples.resampling());
    }

    private static double p(TwoSamples samples, Resampling resampling) {
        return p(samples, Alternative.TWO_SIDED, resampling);
    }

    private static double p(TwoSamples samples, Alternative alternative, Resampling resampling) {
        return PermutationTest.of(samples, alternative, resampling)
                .pValue()
                .ifEstimated()
                .orElseThrow();
    }
}
