package org.ipstrial.stats.resampling;

import java.util.Arrays;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;

/**
 * Percentile limits from bootstrap replicates.
 *
 * <p>With {@code alpha = 1 - level}, the limits are the replicates' quantiles at {@code alpha / 2} and
 * {@code 1 - alpha / 2} (type 2: the value at which the share of replicates passes the probability, the mean of two
 * neighbours where it is met exactly).
 *
 * <p>Unit: that of the statistic. Replicates that are all alike give no limits. Nor do fewer than {@code 2 / alpha}
 * replicates, because then less than one lies beyond a limit.
 *
 * <p>Source: Efron B, Tibshirani RJ (1993), An Introduction to the Bootstrap, chapter 13.
 */
public final class PercentileLimits {

    private PercentileLimits() {}

    /**
     * The limits.
     *
     * @param replicates the statistic in each resample, at least one, no NaN; infinite ones only make a limit unbounded
     * @param level      confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static ReplicateLimits of(double[] replicates, double level) {
        Require.fraction("level", level);
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        if (sorted[0] == sorted[sorted.length - 1]) {
            return ReplicateLimits.notEstimable(Reason.NO_VARIANCE);
        }
        double tail = (1 - level) / 2;
        return ReplicateLimits.between(sorted, tail, 1 - tail);
    }
}
