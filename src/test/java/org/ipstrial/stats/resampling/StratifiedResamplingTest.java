package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.resampling.StratifiedPermutedSums.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allocations within strata: counted, against every one written out, and drawn, against what they can be. */
class StratifiedResamplingTest {

    /** The sums of every choice of so many scores. */
    private static List<Long> sums(long[] scores, int size) {
        List<Long> sums = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << scores.length; chosen++) {
            if (Integer.bitCount(chosen) == size) {
                long sum = 0;
                for (int i = 0; i < scores.length; i++) {
                    sum += (chosen >> i & 1) * scores[i];
                }
                sums.add(sum);
            }
        }
        return sums;
    }

    private static long[] joined(long[] one, long[] other) {
        long[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    /**
     * Two strata whose scores are multiples of different numbers: every allocation of either, written out. The expectations of
     * the sums are those of the mean score.
     */
    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2", "1, 1", "5, 1", "4, 6"})
    void countsEveryAllocationOfStrataWithDifferentUnits(long first, long second) {
        long[][] groups = {{2 * first, 7 * first}, {0, 4 * second, 5 * second}};
        long[][] references = {{0, first, 7 * first}, {second, 9 * second}};
        List<Long> of = sums(joined(groups[0], references[0]), 2);
        List<Long> and = sums(joined(groups[1], references[1]), 3);
        long observed = 9 * first + 9 * second;
        // Means 17/5 and 19/5 of two and three people, in fifths so that all is whole.
        long centre = 2 * 17 * first + 3 * 19 * second;
        long far = Math.abs(5 * observed - centre);
        double greater = 0;
        double less = 0;
        double either = 0;
        for (long one : of) {
            for (long other : and) {
                long sum = one + other;
                greater += sum >= observed ? 1 : 0;
                less += sum <= observed ? 1 : 0;
                either += Math.abs(5 * sum - centre) >= far ? 1 : 0;
            }
        }
        double all = (double) of.size() * and.size();

        StratifiedAllocations counted =
                StratifiedAllocations.of(groups, references).orElseThrow();
        assertThat(all).isEqualTo(100);
        assertThat(counted.shareAsExtreme(Alternative.GREATER)).isCloseTo(greater / all, within(1e-14));
        assertThat(counted.shareAsExtreme(Alternative.LESS)).isCloseTo(less / all, within(1e-14));
        assertThat(counted.shareAsExtreme(Alternative.TWO_SIDED)).isCloseTo(either / all, within(1e-14));
    }

    /** Two strata, each with one or two in the group and two in the reference who have 0, 1 or 3: every one of them. */
    @Test
    void everySmallPairOfStrataIsCounted() {
        List<long[][]> tables = new ArrayList<>();
        for (long[] group :
                List.of(new long[] {0}, new long[] {3}, new long[] {0, 1}, new long[] {3, 1}, new long[] {3, 3})) {
            for (long[] reference : List.of(new long[] {0, 0}, new long[] {0, 3}, new long[] {1, 3}, new long[] {3})) {
                tables.add(new long[][] {group, reference});
            }
        }
        for (long[][] one : tables) {
            for (long[][] other : tables) {
                double[] off = sumsOff(one, other);
                double observed = off[off.length - 1];
                StratifiedAllocations counted = StratifiedAllocations.of(
                                new long[][] {one[0], other[0]}, new long[][] {one[1], other[1]})
                        .orElseThrow();
                int all = off.length - 1;
                double[] ways = Arrays.copyOf(off, all);
                assertThat(counted.shareAsExtreme(Alternative.GREATER))
                        .isCloseTo(share(ways, sum -> sum > observed - 1e-9), within(1e-14));
                assertThat(counted.shareAsExtreme(Alternative.LESS))
                        .isCloseTo(share(ways, sum -> sum < observed + 1e-9), within(1e-14));
                assertThat(counted.shareAsExtreme(Alternative.TWO_SIDED))
                        .isCloseTo(share(ways, sum -> Math.abs(sum) > Math.abs(observed) - 1e-9), within(1e-14));
            }
        }
    }

    /** How far the group's sum over both strata lies from its expectation, in every allocation and, last, in the trial. */
    private static double[] sumsOff(long[][] one, long[][] other) {
        List<Double> off = new ArrayList<>();
        double expected = expected(one) + expected(other);
        for (long first : sums(joined(one[0], one[1]), one[0].length)) {
            for (long second : sums(joined(other[0], other[1]), other[0].length)) {
                off.add(first + second - expected);
            }
        }
        off.add(Arrays.stream(one[0]).sum() + Arrays.stream(other[0]).sum() - expected);
        return off.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double expected(long[][] arms) {
        return arms[0].length
                * Arrays.stream(joined(arms[0], arms[1])).average().orElseThrow();
    }

    private static double share(double[] ways, DoublePredicate far) {
        return Arrays.stream(ways).filter(far).count() / (double) ways.length;
    }

    /** One of 0, 1, 2 and one of 0, 0, u: the sums 0 to u + 2, of which there may be 12 million. */
    @Test
    void countsUpToTwelveMillionSums() {
        long[][] groups = {{0}, {0}};

        assertThat(StratifiedAllocations.of(groups, new long[][] {{1, 2}, {0, 11_999_997}})
                        .orElseThrow()
                        .shareAsExtreme(Alternative.LESS))
                .isCloseTo(2 / 9.0, within(1e-15));
        assertThat(StratifiedAllocations.of(groups, new long[][] {{1, 2}, {0, 11_999_998}}))
                .isEmpty();
    }

    /** Sums 0 to w - 1 in either stratum: w + w^2 products, of which there may be 10^9. */
    @Test
    void multipliesUpToAThousandMillionTimes() {
        long[][] groups = {{0}, {0}};
        long[] most = {1, 31_621};
        long[] more = {1, 31_622};

        assertThat(StratifiedAllocations.of(groups, new long[][] {most, most})
                        .orElseThrow()
                        .shareAsExtreme(Alternative.LESS))
                .isCloseTo(1 / 9.0, within(1e-15));
        assertThat(StratifiedAllocations.of(groups, new long[][] {more, more})).isEmpty();
        assertThat(StratifiedAllocations.of(new long[][] {{0}, {0}}, new long[][] {{1}, {1, 12_000_000}}))
                .as("a stratum that cannot be counted")
                .isEmpty();
    }

    /** Two of 1, 2, 4, 8 by the bits that are set: no value twice, each of six ways as likely, on any number of threads. */
    @Test
    void drawsAnArmWithoutReplacement() {
        double[] drawn = PermutedSums.of(
                new double[] {1, 2, 4, 8}, 2, new Resampling(6_000, RandomStreams.of(20120101, List.of("an arm")), 2));

        for (double way : new double[] {3, 5, 6, 9, 10, 12}) {
            long times = Arrays.stream(drawn).filter(sum -> sum == way).count();
            // 1,000 expected with a standard deviation of 28.9: five of them.
            assertThat(times).as("%s", way).isBetween(856L, 1144L);
        }
        assertThat(Arrays.stream(drawn).filter(sum -> Integer.bitCount((int) sum) != 2))
                .isEmpty();
    }

    /** One of 1, 2, 4 less two of 8, 16, 32: what was drawn can be read off the sum, and each of nine ways is as likely. */
    @Test
    void drawsWithoutReplacementWithinEachStratum() {
        List<Part> parts = List.of(new Part(new double[] {1, 2, 4}, 1, 1), new Part(new double[] {8, 16, 32}, 2, -1));
        double[] drawn = StratifiedPermutedSums.of(
                parts, new Resampling(9_000, RandomStreams.of(20120101, List.of("within strata")), 2));

        TreeSet<Double> possible = new TreeSet<>();
        for (double one : new double[] {1, 2, 4}) {
            for (double two : new double[] {24, 40, 48}) {
                possible.add(one - two);
            }
        }
        assertThat(drawn).hasSize(9_000);
        for (double way : possible) {
            long times = Arrays.stream(drawn).filter(sum -> sum == way).count();
            // 1,000 expected with a standard deviation of 29.8: five of them.
            assertThat(times).as("%s", way).isBetween(851L, 1149L);
        }
        assertThat(Arrays.stream(drawn).filter(sum -> !possible.contains(sum))).isEmpty();
    }
}
