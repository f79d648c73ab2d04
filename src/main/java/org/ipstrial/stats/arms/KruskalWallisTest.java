package org.ipstrial.stats.arms;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/**
 * Kruskal and Wallis's rank test that amounts in all arms come from one distribution, corrected for ties.
 *
 * <p>With {@code R} the sum of the ranks of an arm of {@code n} among all {@code N} amounts of {@code k} arms (equal amounts have
 * the mean of their ranks), and {@code t} the sizes of the sets of equal amounts (1 where an amount stands alone):
 *
 * <pre>
 *   D = 2 R - n (N + 1)
 *   H = 3 (N - 1) sum over arms of D&sup2; / n / sum over sets of t (N - t) (N + t)
 *   p = P(chi-squared with k - 1 degrees of freedom &ge; H)
 * </pre>
 *
 * <p>This is the usual {@code 12 / (N (N + 1)) sum R&sup2; / n - 3 (N + 1)} over its correction for ties, written with whole
 * numbers so that nothing cancels. Of two arms it is the square of the Mann-Whitney z without continuity correction. It says
 * that arms differ, not which, nor in their means.
 *
 * <p>Edges: amounts that are all equal have no ranks to differ ({@code no-variance}); an arm of one person is fine.
 *
 * <p>Source: Kruskal WH, Wallis WA (1952), Use of ranks in one-criterion variance analysis, Journal of the American
 * Statistical Association 47:583-621.
 */
public final class KruskalWallisTest {

    private record Placed(double amount, int arm) {}

    private KruskalWallisTest() {}

    /** The test of all arms. */
    public static TestResult of(SeveralSamples samples) {
        Placed[] all = new Placed[samples.people()];
        int k = samples.arms().size();
        int next = 0;
        for (int arm = 0; arm < k; arm++) {
            for (double amount : samples.arms().get(arm)) {
                // 0 and -0 are equal amounts.
                all[next++] = new Placed(amount + 0.0, arm);
            }
        }
        Arrays.sort(all, (one, other) -> Double.compare(one.amount(), other.amount()));
        double n = all.length;
        long[] doubledRanks = new long[k];
        double ties = 0;
        for (int start = 0, end; start < all.length; start = end) {
            end = start + 1;
            while (end < all.length && all[end].amount() == all[start].amount()) {
                end++;
            }
            for (int i = start; i < end; i++) {
                doubledRanks[all[i].arm()] += (long) start + end + 1;
            }
            double t = (double) end - start;
            ties += t * (n - t) * (n + t);
        }
        if (ties == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double between = 0;
        for (int arm = 0; arm < k; arm++) {
            long size = samples.arms().get(arm).length;
            double off = doubledRanks[arm] - size * (all.length + 1L);
            between += off * off / size;
        }
        double statistic = 3 * (n - 1) * (between / ties);
        double p = ChiSquaredDistribution.of(k - 1).survivalProbability(statistic);
        return TestResult.of(statistic, k - 1, NormalTest.atLeastSmallest(p));
    }
}
