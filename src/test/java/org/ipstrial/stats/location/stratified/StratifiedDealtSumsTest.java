package org.ipstrial.stats.location.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.StratifiedAllocations;
import org.junit.jupiter.api.Test;

/** Allocations that are drawn within strata, against those counted, and against themselves in other units. */
class StratifiedDealtSumsTest {

    /** In the first stratum the group is the smaller arm, in the second the reference. */
    private static List<TwoSamples> unlikeArms(int seed) {
        Random random = new Random(seed);
        return List.of(
                new TwoSamples(whole(random, 4, 9), whole(random, 6, 7)),
                new TwoSamples(whole(random, 5, 8), whole(random, 3, 8)));
    }

    private static double[] whole(Random random, int people, int below) {
        return random.ints(people, 0, below).asDoubleStream().sorted().toArray();
    }

    private static Optional<DecimalAmounts> decimals(List<TwoSamples> strata) {
        List<double[]> arms = new ArrayList<>();
        strata.forEach(samples -> arms.addAll(List.of(samples.group(), samples.reference())));
        return DecimalAmounts.of(arms.toArray(double[][]::new));
    }

    private static long[][] arms(DecimalAmounts amounts, int arm) {
        return new long[][] {amounts.wholeNumbers(arm), amounts.wholeNumbers(2 + arm)};
    }

    private static double drawn(List<TwoSamples> strata, Alternative alternative, int resamples) {
        return StratifiedDealtSums.of(strata, decimals(strata)).pValue(alternative, Samples.resampling(resamples, 2));
    }

    private static List<TwoSamples> scaled(List<TwoSamples> strata, double factor) {
        return strata.stream()
                .map(samples -> new TwoSamples(
                        Samples.linear(samples.group(), factor, 0), Samples.linear(samples.reference(), factor, 0)))
                .toList();
    }

    /** Within four standard errors of a share of 10,000 draws and the trial. */
    @Test
    void whatIsDrawnComesCloseToWhatIsCountedOnEverySide() {
        for (int seed = 1; seed <= 6; seed++) {
            List<TwoSamples> strata = unlikeArms(seed);
            DecimalAmounts amounts = decimals(strata).orElseThrow();
            StratifiedAllocations counted =
                    StratifiedAllocations.of(arms(amounts, 0), arms(amounts, 1)).orElseThrow();
            for (Alternative alternative : Alternative.values()) {
                double p = counted.shareAsExtreme(alternative);
                assertThat(drawn(strata, alternative, 10_000))
                        .as("%s %s", seed, alternative)
                        .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 10_000) + 1e-4));
            }
        }
    }

    /** A factor that is no decimal number rounds sums that tie apart, and they still count as tied: not a digit moves. */
    @Test
    void tiesAreTiesInEveryUnit() {
        for (int seed = 1; seed <= 20; seed++) {
            List<TwoSamples> strata = unlikeArms(seed);
            for (double factor : new double[] {1 / 3.0, StrictMath.sqrt(2) * 1e6, StrictMath.PI / 1e7, 0.01}) {
                for (Alternative alternative : Alternative.values()) {
                    assertThat(drawn(scaled(strata, factor), alternative, 200))
                            .isEqualTo(drawn(strata, alternative, 200));
                }
            }
        }
    }

    /** The same draws of the smaller arm, taken from the sum and not added to it. */
    @Test
    void swappedArmsTurnTheSidesRound() {
        for (int seed = 1; seed <= 20; seed++) {
            List<TwoSamples> strata = unlikeArms(seed);
            List<TwoSamples> swapped = strata.stream().map(TwoSamples::swapped).toList();
            assertThat(drawn(swapped, Alternative.LESS, 200)).isEqualTo(drawn(strata, Alternative.GREATER, 200));
            assertThat(drawn(swapped, Alternative.GREATER, 200)).isEqualTo(drawn(strata, Alternative.LESS, 200));
            assertThat(drawn(swapped, Alternative.TWO_SIDED, 200)).isEqualTo(drawn(strata, Alternative.TWO_SIDED, 200));
        }
    }

    /** 5e14 times as large all together lie beyond 2^53, so that the amounts are summed as they are: with the same p-values. */
    @Test
    void amountsTooLargeForWholeSumsAreSummedAsTheyAre() {
        List<TwoSamples> strata = unlikeArms(3);
        List<TwoSamples> large = scaled(strata, 500_000_000_000_000.0);

        assertThat(decimals(large)).isPresent();
        for (Alternative alternative : Alternative.values()) {
            assertThat(drawn(large, alternative, 200)).isEqualTo(drawn(strata, alternative, 200));
        }
    }

    /** A test that needs no random numbers leaves them alone. */
    @Test
    void aTestWithoutRandomNumbersIsHandedOn() {
        StratifiedSamples strata =
                new StratifiedSamples(List.of(new SampleStratum("a", new double[] {1, 4, 6}, new double[] {2, 3})));
        StratifiedSampleTest test = StratifiedSampleTest.of((samples, alternative) -> {
            assertThat(samples).isSameAs(strata);
            assertThat(alternative).isEqualTo(Alternative.LESS);
            return StratifiedPermutationTest.of(samples, alternative, Samples.resampling());
        });

        assertThat(test.of(strata, Alternative.LESS, null))
                .isEqualTo(StratifiedPermutationTest.of(strata, Alternative.LESS, Samples.resampling()));
    }
}
