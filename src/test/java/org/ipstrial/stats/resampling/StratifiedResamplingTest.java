package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
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
