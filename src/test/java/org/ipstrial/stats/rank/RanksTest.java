package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

class RanksTest {

    private static List<TwoSamples> samples() {
        List<TwoSamples> all = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(Samples::twoArms).toList());
        for (double[] group : Samples.everySample(3, 3)) {
            for (double[] reference : Samples.everySample(4, 3)) {
                all.add(new TwoSamples(group, reference));
            }
        }
        return all;
    }

    /** Second route: every pair is looked at. */
    @Test
    void countsThePairsThatTheGroupWins() {
        for (TwoSamples samples : samples()) {
            double wins = 0;
            for (double x : samples.group()) {
                for (double y : samples.reference()) {
                    wins += x > y ? 1 : x == y ? 0.5 : 0;
                }
            }
            double pairs = (double) samples.group().length * samples.reference().length;

            assertThat(MannWhitneyTest.of(samples, Alternative.TWO_SIDED)
                            .statistic()
                            .orElseThrow())
                    .isEqualTo(wins);
            assertThat(index(samples)).isEqualTo(wins / pairs);
        }
    }

    @Test
    void changingArmsRoundTurnsPairsAndIndexRound() {
        for (TwoSamples samples : samples()) {
            double pairs = (double) samples.group().length * samples.reference().length;
            Estimate one = of(samples);
            Estimate other = of(samples.swapped());

            assertThat(MannWhitneyTest.of(samples, Alternative.TWO_SIDED)
                                    .statistic()
                                    .orElseThrow()
                            + MannWhitneyTest.of(samples.swapped(), Alternative.TWO_SIDED)
                                    .statistic()
                                    .orElseThrow())
                    .isEqualTo(pairs);
            assertThat(index(samples.swapped())).isCloseTo(1 - index(samples), within(1e-15));
            if (one.upper().ifEstimated().isPresent()) {
                assertThat(other.lower().ifEstimated().orElseThrow())
                        .isCloseTo(1 - one.upper().ifEstimated().orElseThrow(), within(1e-11));
            }
        }
    }

    /** At a limit of 90% the index has the p-value 0.1, and 0.05 on the side where the interval lies. */
    @Test
    void aLimitOfTheIndexIsWhereItsTestJustRejects() {
        for (int seed = 1; seed <= 30; seed++) {
            TwoSamples samples = Samples.twoArms(seed);
            Estimate limits = BrunnerMunzelIndex.of(samples, 0.9, Samples.resampling());
            if (limits.lower().ifEstimated().isEmpty()) {
                continue;
            }
            double lower = limits.lower().ifEstimated().orElseThrow();
            double upper = limits.upper().ifEstimated().orElseThrow();
            assertThat(p(samples, lower, Alternative.TWO_SIDED)).isCloseTo(0.1, within(1e-11));
            assertThat(p(samples, upper, Alternative.TWO_SIDED)).isCloseTo(0.1, within(1e-11));
            assertThat(p(samples, lower, Alternative.GREATER)).isCloseTo(0.05, within(1e-11));
            assertThat(p(samples, upper, Alternative.LESS)).isCloseTo(0.05, within(1e-11));
        }
    }

    private static double p(TwoSamples samples, double index, Alternative alternative) {
        return BrunnerMunzelIndex.test(samples, index, alternative)
                .pValue()
                .ifEstimated()
                .orElseThrow();
    }

    /** Ranks know only the order: cubes of hours give the same. */
    @Test
    void aRisingTransformationChangesNoBit() {
        for (TwoSamples samples : samples()) {
            TwoSamples cubed = new TwoSamples(cubes(samples.group()), cubes(samples.reference()));

            assertThat(of(cubed)).isEqualTo(of(samples));
            assertThat(MannWhitneyTest.of(cubed, Alternative.TWO_SIDED))
                    .isEqualTo(MannWhitneyTest.of(samples, Alternative.TWO_SIDED));
            assertThat(BrunnerMunzelTest.of(cubed, Alternative.TWO_SIDED))
                    .isEqualTo(BrunnerMunzelTest.of(samples, Alternative.TWO_SIDED));
        }
    }

    /** Second route: the variance over all ways to deal the amounts out, of which the formula is the closed form. */
    @Test
    void theMannWhitneyVarianceIsThatOfAllDivisions() {
        for (double[] all : Samples.everySample(6, 3)) {
            double sum = 0;
            double squares = 0;
            int divisions = 0;
            for (int mask = 0; mask < 64; mask++) {
                if (Integer.bitCount(mask) == 2) {
                    double w = Placements.of(divided(all, mask)).wins();
                    sum += w;
                    squares += w * w;
                    divisions++;
                }
            }
            double variance = squares / divisions - sum / divisions * sum / divisions;
            TwoSamples first = divided(all, 3);
            TestResult test = MannWhitneyTest.of(first, Alternative.TWO_SIDED);
            double beyond = Math.max(0, Math.abs(test.statistic().orElseThrow() - 4) - 0.5);
            double z = variance < 1e-9 ? 0 : beyond / Math.sqrt(variance);

            assertThat(sum / divisions).isCloseTo(4, within(1e-12));
            assertThat(test.pValue().ifEstimated().orElseThrow())
                    .isCloseTo(2 * NormalDistribution.of(0, 1).survivalProbability(z), within(1e-12));
        }
    }

    @Test
    void amountsThatAreAllEqualDoNotDiffer() {
        TwoSamples equal = new TwoSamples(new double[] {0, -0.0, 0}, new double[] {0, 0});

        assertThat(MannWhitneyTest.of(equal, Alternative.TWO_SIDED)).isEqualTo(TestResult.of(3, 1));
        assertThat(of(equal)).isEqualTo(Estimate.withoutLimits(0.5, Reason.NO_VARIANCE));
        assertThat(BrunnerMunzelTest.of(equal, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void armsThatDoNotOverlapHaveAnIndexWithoutLimits() {
        TwoSamples apart = new TwoSamples(new double[] {4, 5, 9}, new double[] {1, 2, 3});

        assertThat(of(apart)).isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        assertThat(of(apart.swapped())).isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
        assertThat(BrunnerMunzelTest.of(apart, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(MannWhitneyTest.of(apart, Alternative.TWO_SIDED).statistic().orElseThrow())
                .isEqualTo(9);
    }

    /** R 4.2.2: wilcox.test(5, 1:4, exact = FALSE) gives W = 4, p = 0.2888443663464849. */
    @Test
    void onePersonCanBeRankedButHasNoVariance() {
        TwoSamples one = new TwoSamples(new double[] {5}, new double[] {1, 2, 3, 4});

        assertThat(of(one)).isEqualTo(Estimate.withoutLimits(1, Reason.FEWER_THAN_TWO));
        assertThat(BrunnerMunzelTest.of(one, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO));
        assertThat(MannWhitneyTest.of(one, Alternative.TWO_SIDED).statistic().orElseThrow())
                .isEqualTo(4);
        assertThat(MannWhitneyTest.of(one, Alternative.TWO_SIDED)
                        .pValue()
                        .ifEstimated()
                        .orElseThrow())
                .isCloseTo(0.2888443663464849, within(1e-14));
        assertThat(MannWhitneyTest.of(new TwoSamples(new double[] {5}, new double[] {4}), Alternative.TWO_SIDED)
                        .pValue())
                .isEqualTo(Quantity.of(1));
    }

    /** The limits are not cut: with four people they reach past 1, and say so. */
    @Test
    void limitsMayLeaveTheUnitInterval() {
        Estimate estimate = of(new TwoSamples(new double[] {3, 4, 2, 9}, new double[] {1, 2, 3, 0}));

        assertThat(estimate.upper().ifEstimated().orElseThrow()).isGreaterThan(1);
    }

    /** A million people, nearly all without any hours, where sums of cubes would cancel or overflow. */
    @Test
    void isExactOnAMillionWithHardlyAnyHours() {
        double[] group = new double[1_000_000];
        double[] reference = new double[1_000_000];
        group[17] = 3;
        TestResult test = MannWhitneyTest.of(new TwoSamples(group, reference), Alternative.TWO_SIDED);
        Estimate estimate = of(new TwoSamples(group, reference));

        assertThat(test.statistic().orElseThrow()).isEqualTo(500_000_500_000.0);
        // One amount above all others: W - n1 n0 / 2 = +-n / 2 with equal chance, so that its variance is n^2 / 4.
        assertThat(test.pValue().ifEstimated().orElseThrow())
                .isCloseTo(2 * NormalDistribution.of(0, 1).survivalProbability(499_999.5 / 500_000), within(1e-12));
        assertThat(estimate.estimate()).isEqualTo(Quantity.of(500_000_500_000.0 / 1e12));
    }

    private static TwoSamples divided(double[] all, int mask) {
        return new TwoSamples(
                IntStream.range(0, all.length)
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToDouble(i -> all[i])
                        .toArray(),
                IntStream.range(0, all.length)
                        .filter(i -> (mask >> i & 1) == 0)
                        .mapToDouble(i -> all[i])
                        .toArray());
    }

    private static double[] cubes(double[] values) {
        return Arrays.stream(values).map(x -> x * x * x).toArray();
    }

    private static Estimate of(TwoSamples samples) {
        return BrunnerMunzelIndex.of(samples, 0.95, Samples.resampling());
    }

    private static double index(TwoSamples samples) {
        return of(samples).estimate().ifEstimated().orElseThrow();
    }
}
