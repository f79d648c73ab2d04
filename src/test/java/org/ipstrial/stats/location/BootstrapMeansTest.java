package org.ipstrial.stats.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.resampling.Acceleration;
import org.ipstrial.stats.resampling.BcaLimits;
import org.ipstrial.stats.resampling.PercentileLimits;
import org.ipstrial.stats.resampling.RandomStreams;
import org.ipstrial.stats.resampling.ReplicateLimits;
import org.ipstrial.stats.resampling.Resampling;
import org.junit.jupiter.api.Test;

class BootstrapMeansTest {

    /** Second route: everybody is left out once, in fact. */
    @Test
    void theAccelerationIsThatOfLeavingEverybodyOut() {
        for (int seed = 1; seed <= 60; seed++) {
            TwoSamples samples = Samples.twoArms(seed);
            TwoMeans means = TwoMeans.of(samples);
            if (means.noStandardError().isPresent()) {
                continue;
            }
            assertThat(BootstrapBcaDifference.acceleration(samples, means))
                    .as("seed " + seed)
                    .isCloseTo(byLeavingOut(samples, s -> TwoMeans.of(s).difference()), within(1e-10));

            double[] leftOut = BootstrapBcaRatio.meansLeavingOneOut(samples.reference(), means.reference());
            if (Arrays.stream(leftOut).allMatch(mean -> mean > 0)) {
                assertThat(BootstrapBcaRatio.acceleration(samples.group(), leftOut, means))
                        .as("seed " + seed)
                        .isCloseTo(byLeavingOut(samples, s -> mean(s.group()) / mean(s.reference())), within(1e-10));
            }
        }
    }

    private static double byLeavingOut(TwoSamples samples, ToDoubleFunction<TwoSamples> statistic) {
        double[] group = IntStream.range(0, samples.group().length)
                .mapToDouble(
                        j -> statistic.applyAsDouble(new TwoSamples(without(samples.group(), j), samples.reference())))
                .toArray();
        double[] reference = IntStream.range(0, samples.reference().length)
                .mapToDouble(
                        j -> statistic.applyAsDouble(new TwoSamples(samples.group(), without(samples.reference(), j))))
                .toArray();
        return Acceleration.of(influences(group), influences(reference));
    }

    private static double[] influences(double[] leftOut) {
        double mean = mean(leftOut);
        return Arrays.stream(leftOut)
                .map(value -> (leftOut.length - 1) * (mean - value))
                .toArray();
    }

    /**
     * All 3^3 x 3^3 resamples of two tiny arms. Python 3 with numpy 2.4.6, exact distributions of the resampled sums by
     * convolution: difference, acceleration .024797475557724, level .8: BCa -1.666667 and 6.666667, percentile -1.666667
     * and 6.333333; ratio, acceleration -.020806790294301: BCa .444444 and 4.
     */
    @Test
    void agreesWithTheEnumerationOfTwoTinyArms() {
        TwoSamples samples = new TwoSamples(new double[] {0, 4, 12}, new double[] {1, 2, 6});
        TwoMeans means = TwoMeans.of(samples);
        double[] groupSums = everySum(samples.group());
        double[] referenceSums = everySum(samples.reference());
        double[] differences = new double[729];
        double[] ratios = new double[729];
        for (int i = 0; i < 729; i++) {
            differences[i] = (groupSums[i / 27] - referenceSums[i % 27]) / 3;
            ratios[i] = groupSums[i / 27] / referenceSums[i % 27];
        }
        double a = BootstrapBcaDifference.acceleration(samples, means);
        double aRatio = BootstrapBcaRatio.acceleration(
                samples.group(), BootstrapBcaRatio.meansLeavingOneOut(samples.reference(), means.reference()), means);

        assertThat(a).isCloseTo(0.024797475557724, within(1e-14));
        assertThat(aRatio).isCloseTo(-0.020806790294301, within(1e-14));
        assertLimits(BcaLimits.of(differences, 7 / 3.0, a, 0.8), -5 / 3.0, 20 / 3.0);
        assertLimits(PercentileLimits.of(differences, 0.8), -5 / 3.0, 19 / 3.0);
        assertLimits(BcaLimits.of(ratios, 16 / 9.0, aRatio, 0.8), 4 / 9.0, 4);
        assertThat(Moments.of(differences).squares() / 729)
                .isCloseTo(3.1387659759612294 * 3.1387659759612294, within(1e-12));
    }

    /**
     * For a difference of means the acceleration is a sixth of the skewness of its replicates, here all 3^3 x 5^5 of
     * them. Arms of unequal size: it is -.0760, and without the weights 1 / n it would be -.0903, as in R's boot.ci, which
     * ignores the sizes of strata.
     */
    @Test
    void theAccelerationIsASixthOfTheSkewnessOfAllReplicates() {
        TwoSamples samples = new TwoSamples(new double[] {0, 4, 12}, new double[] {0, 0, 1, 9, 40});
        double[] group = everySum(samples.group());
        double[] reference = everySum(samples.reference());
        double expected = TwoMeans.of(samples).difference();
        double squares = 0;
        double cubes = 0;
        for (double groupSum : group) {
            for (double referenceSum : reference) {
                double d = groupSum / 3 - referenceSum / 5 - expected;
                squares += d * d;
                cubes += d * d * d;
            }
        }
        double resamples = (double) group.length * reference.length;
        double skewness = cubes / resamples / StrictMath.pow(squares / resamples, 1.5);

        assertThat(resamples).isEqualTo(27 * 3125);
        assertThat(BootstrapBcaDifference.acceleration(samples, TwoMeans.of(samples)))
                .isCloseTo(skewness / 6, within(1e-10));
    }

    /** Thirds are no decimals, so that this goes the other way, by tolerance; the ties must be the same. */
    @Test
    void findsTheSameTiesInDecimalsAndInThirds() {
        TwoSamples decimals = new TwoSamples(new double[] {0, 0, 3, 6, 9.3}, new double[] {0, 3, 3, 6});
        TwoSamples thirds = new TwoSamples(
                Samples.linear(decimals.group(), 1 / 3.0, 0), Samples.linear(decimals.reference(), 1 / 3.0, 0));
        for (List<double[]> pair : List.of(
                List.of(
                        ties(
                                BootstrapMeans.of(decimals).differences(Samples.resampling()),
                                BootstrapMeans.of(decimals).difference()),
                        ties(
                                BootstrapMeans.of(thirds).differences(Samples.resampling()),
                                BootstrapMeans.of(thirds).difference())),
                List.of(
                        ties(
                                BootstrapMeans.of(decimals).ratios(Samples.resampling()),
                                BootstrapMeans.of(decimals).ratio()),
                        ties(
                                BootstrapMeans.of(thirds).ratios(Samples.resampling()),
                                BootstrapMeans.of(thirds).ratio())))) {
            assertThat(pair.get(1)).isEqualTo(pair.get(0));
            assertThat(pair.get(0)).contains(0);
        }
    }

    private static double[] ties(double[] replicates, double observed) {
        return Arrays.stream(replicates).map(r -> Math.signum(r - observed)).toArray();
    }

    /** The skewed arm pulls the BCa limits to its side of the percentile limits. */
    @Test
    void anotherSeedMovesTheLimitsButLittle() {
        TwoSamples samples = Samples.twoArms(3);
        Estimate one = BootstrapBcaDifference.of(samples, 0.95, Samples.resampling(10_000, 2));
        Estimate other = BootstrapBcaDifference.of(
                samples, 0.95, new Resampling(10_000, RandomStreams.of(2, List.of("test")), 2));
        double se = one.standardError().orElseThrow().ifEstimated().orElseThrow();

        assertThat(other).isNotEqualTo(one);
        assertThat(value(other.lower())).isCloseTo(value(one.lower()), within(0.2 * se));
        assertThat(value(other.upper())).isCloseTo(value(one.upper()), within(0.2 * se));
    }

    /** Without skewness and in large arms, the bootstrap agrees with the formula: a limit in which two methods meet. */
    @Test
    void meetsWelchInLargeArms() {
        Random random = new Random(11);
        TwoSamples samples = new TwoSamples(
                random.doubles(2000).map(x -> Math.rint(1000 * x)).toArray(),
                random.doubles(1500).map(x -> Math.rint(1000 * x)).toArray());
        Estimate welch = WelchDifference.of(samples, 0.95, Samples.resampling());
        Estimate bca = BootstrapBcaDifference.of(samples, 0.95, Samples.resampling(4000, 2));
        double se = value(welch.standardError().orElseThrow());

        assertThat(value(bca.standardError().orElseThrow())).isCloseTo(se, within(0.05 * se));
        assertThat(value(bca.lower())).isCloseTo(value(welch.lower()), within(0.2 * se));
        assertThat(value(bca.upper())).isCloseTo(value(welch.upper()), within(0.2 * se));
    }

    private static void assertLimits(ReplicateLimits limits, double lower, double upper) {
        assertThat(value(limits.lower())).isCloseTo(lower, within(1e-12));
        assertThat(value(limits.upper())).isCloseTo(upper, within(1e-12));
    }

    private static double[] everySum(double[] values) {
        int n = values.length;
        double[] sums = new double[(int) Math.rint(StrictMath.pow(n, n))];
        for (int code = 0; code < sums.length; code++) {
            for (int i = 0, rest = code; i < n; i++, rest /= n) {
                sums[code] += values[rest % n];
            }
        }
        return sums;
    }

    private static double[] without(double[] values, int left) {
        return IntStream.range(0, values.length)
                .filter(j -> j != left)
                .mapToDouble(j -> values[j])
                .toArray();
    }

    private static double mean(double[] values) {
        return Moments.of(values).mean();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
