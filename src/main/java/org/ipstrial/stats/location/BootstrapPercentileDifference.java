package org.ipstrial.stats.location;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.resampling.PercentileLimits;
import org.ipstrial.stats.resampling.ReplicateLimits;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Difference of two means with bootstrap percentile limits.
 *
 * <p>With means {@code m1, m0} of group and reference, and {@code m1*, m0*} the means of resamples of the arms' own
 * sizes, each arm resampled apart:
 *
 * <pre>
 *   d = m1 - m0,  replicates d* = m1* - m0*,  se = standard deviation of d*
 *   limits = {@link PercentileLimits} of d*
 * </pre>
 *
 * <p>Unit: that of the amounts; positive where the group has more. An arm of one person cannot be resampled
 * ({@code fewer-than-two}), and arms without any spread give the same replicate for ever ({@code no-variance}); the
 * difference itself always exists.
 *
 * <p>Source: Efron B, Tibshirani RJ (1993), An Introduction to the Bootstrap, chapter 13.
 */
public final class BootstrapPercentileDifference {

    private BootstrapPercentileDifference() {}

    /**
     * The difference with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling how often, from which streams, on how many threads
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        Require.fraction("level", level);
        TwoMeans means = TwoMeans.of(samples);
        Optional<Reason> reason = means.noStandardError();
        if (reason.isPresent()) {
            return Estimate.withoutLimits(means.difference(), reason.get());
        }
        double[] replicates = BootstrapMeans.of(samples).differences(resampling);
        ReplicateLimits limits = PercentileLimits.of(replicates, level);
        return new Estimate(
                Quantity.of(means.difference()),
                Optional.of(BootstrapBcaDifference.standardError(replicates)),
                limits.lower(),
                limits.upper());
    }
}
