package org.ipstrial.stats.rank;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;

/**
 * Mann-Whitney (Wilcoxon rank-sum) test that amounts in two arms come from one distribution.
 *
 * <p>With {@code W} the pairs of one from either arm in which the group has more, ties one half, {@code n1, n0} the
 * arms' sizes, {@code N} both together, and {@code t} the sizes of the sets of equal amounts (1 where an amount stands
 * alone):
 *
 * <pre>
 *   v = n1 n0 / (12 N (N - 1)) sum t (N - t) (N + t)
 *   against more in the group:  z = (W - n1 n0 / 2 - 1/2) / sqrt(v),  p = P(Z &gt;= z)
 *   against less:               z = (W - n1 n0 / 2 + 1/2) / sqrt(v),  p = P(Z &lt;= z)
 *   against both:               twice the smaller of these, at most 1
 * </pre>
 *
 * <p>The variance is the usual one with its correction for ties, written so that nothing cancels. The statistic is
 * {@code W}, from 0 to {@code n1 n0}; above half of that where the group has more. Amounts that are all equal give
 * {@code p = 1}: the arms could not be more alike. Defined for arms of one person as well.
 *
 * <p>Source: Mann HB, Whitney DR (1947), Annals of Mathematical Statistics 18:50-60; ties: Lehmann EL (1975),
 * Nonparametrics: Statistical Methods Based on Ranks, section 1.4.
 */
public final class MannWhitneyTest {

    private MannWhitneyTest() {}

    /** The test of two samples. */
    public static TestResult of(TwoSamples samples, Alternative alternative) {
        Placements placements = Placements.of(samples);
        double w = placements.wins();
        double variance = variance(samples);
        double p = variance == 0
                ? 1
                : pValue(w - placements.pairs() / 2, w - placements.pairs() / 2, variance, alternative);
        return TestResult.of(w, p);
    }

    /**
     * The p-value with the continuity correction.
     *
     * @param least    how far W lies above half the pairs, as the test against more in the group counts ties
     * @param most     the same as the test against less counts them
     * @param variance the variance of W, above 0
     */
    static double pValue(double least, double most, double variance, Alternative alternative) {
        double sd = Math.sqrt(variance);
        return NormalTest.pValue((least - 0.5) / sd, (most + 0.5) / sd, alternative);
    }

    /** The variance of W over all allocations of these amounts; 0 where all are equal. */
    static double variance(TwoSamples samples) {
        double[] all = DoubleStream.concat(Arrays.stream(samples.group()), Arrays.stream(samples.reference()))
                .sorted()
                .toArray();
        double n = all.length;
        double sum = 0;
        for (int start = 0, end; start < all.length; start = end) {
            end = start + 1;
            // By value: 0 and -0 are equal amounts.
            while (end < all.length && all[end] == all[start]) {
                end++;
            }
            double t = (double) end - start;
            sum += t * (n - t) * (n + t);
        }
        double pairs = (double) samples.group().length * samples.reference().length;
        return pairs / 12 * (sum / (n * (n - 1)));
    }
}
