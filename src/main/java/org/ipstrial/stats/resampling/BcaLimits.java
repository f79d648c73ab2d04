package org.ipstrial.stats.resampling;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;

/**
 * Bias-corrected and accelerated (BCa) limits from bootstrap replicates.
 *
 * <p>With {@code t} the estimate, {@code T} its replicates, {@code a} the acceleration, {@code Phi} the standard normal
 * distribution function, {@code z} its quantile at {@code (1 + level) / 2}:
 *
 * <pre>
 *   z0     = Phi^-1( share of T below t + half the share of T equal to t )
 *   p(-+)  = Phi( z0 + (z0 -+ z) / (1 - a (z0 -+ z)) )
 *   limits = quantiles of T at p(-) and p(+)
 * </pre>
 *
 * <p>Quantiles are of type 2 (the inverse of the replicates' distribution function). Unit: that of the statistic.
 *
 * <p>Ties count one half: amounts are often round and the arms small, so that many replicates equal the estimate, and
 * leaving them out would call a symmetric distribution biased. Replicates that are all alike give no limits; nor do
 * replicates of which none, or all, lie below the estimate, as the bias correction is then infinite; nor does a limit
 * that less than one replicate lies beyond.
 *
 * <p>Source: Efron B (1987), Journal of the American Statistical Association 82:171-185; Efron B, Tibshirani RJ (1993), An
 * Introduction to the Bootstrap, chapter 14. Both count only the replicates below the estimate; the half for ties is
 * ours, and makes no difference where there are none.
 */
public final class BcaLimits {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BcaLimits() {}

    /**
     * The limits.
     *
     * @param replicates   the statistic in each resample, at least one, no NaN; infinite ones only make a limit unbounded
     * @param estimate     the statistic itself
     * @param acceleration see {@link Acceleration}
     * @param level        confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static ReplicateLimits of(double[] replicates, double estimate, double acceleration, double level) {
        Require.fraction("level", level);
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        if (sorted[0] == sorted[sorted.length - 1]) {
            return ReplicateLimits.notEstimable(Reason.NO_VARIANCE);
        }
        double z0 = biasCorrection(sorted, estimate);
        double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        double shrinkLower = 1 - acceleration * (z0 - z);
        double shrinkUpper = 1 - acceleration * (z0 + z);
        // Beyond a z0 -+ z of 1 / a, which is at least 6 in size, the transformation turns back on itself.
        if (Double.isInfinite(z0) || !(shrinkLower > 0 && shrinkUpper > 0)) {
            return ReplicateLimits.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE);
        }
        return ReplicateLimits.between(
                sorted,
                NORMAL.cumulativeProbability(z0 + (z0 - z) / shrinkLower),
                NORMAL.cumulativeProbability(z0 + (z0 + z) / shrinkUpper));
    }

    private static double biasCorrection(double[] sorted, double estimate) {
        long below = 0;
        long equal = 0;
        for (double replicate : sorted) {
            if (replicate < estimate) {
                below++;
            } else if (replicate == estimate) {
                equal++;
            }
        }
        return NORMAL.inverseCumulativeProbability((below + equal / 2.0) / sorted.length);
    }
}
