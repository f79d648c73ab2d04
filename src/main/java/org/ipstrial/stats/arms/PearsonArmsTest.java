package org.ipstrial.stats.arms;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * Pearson's chi-squared test that all arms have the same probability of the event, without continuity correction.
 *
 * <p>With {@code x} events among {@code n} in an arm, {@code m} events among {@code N} in all {@code k} arms together:
 *
 * <pre>
 *   X&sup2; = sum over arms of (x N - n m)&sup2; / (n m (N - m))
 *   p  = P(chi-squared with k - 1 degrees of freedom &ge; X&sup2;)
 * </pre>
 *
 * <p>It is the sum of (observed - expected)&sup2; / expected over the k x 2 table, and of two arms Pearson's test of the two by
 * two table. It says that arms differ, not which, and has no direction.
 *
 * <p>Edges: without any events, or with events only, there is no variance and no test ({@code no-variance}). A p-value that is
 * too small for a double is given as the smallest double.
 *
 * <p>Source: Pearson K (1900), Philosophical Magazine, series 5, 50:157-175; degrees of freedom: Fisher RA (1922), Journal of
 * the Royal Statistical Society 85:87-94.
 */
public final class PearsonArmsTest {

    private PearsonArmsTest() {}

    /** The test of all arms. */
    public static TestResult of(SeveralCounts counts) {
        double all = counts.assessed();
        double events = counts.events();
        if (events == 0 || events == all) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double statistic = 0;
        for (BinomialCount arm : counts.arms()) {
            double off = cross(arm.events(), all, arm.assessed(), events);
            statistic += off / arm.assessed() * (off / events / (all - events));
        }
        int df = counts.arms().size() - 1;
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return TestResult.of(statistic, df, NormalTest.atLeastSmallest(p));
    }

    /** {@code a b - c d} of whole numbers whose products may be beyond 2^53: nothing cancels. */
    private static double cross(double a, double b, double c, double d) {
        double product = c * d;
        return Math.fma(a, b, -product) - Math.fma(c, d, -product);
    }
}
