package org.ipstrial.stats.location;

import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.resampling.Acceleration;
import org.ipstrial.stats.resampling.BcaLimits;
import org.ipstrial.stats.resampling.ReplicateLimits;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Difference of two means with bias-corrected and accelerated bootstrap limits.
 *
 * <p>With means {@code m1, m0} and sizes {@code n1, n0} of group and reference, and {@code m1*, m0*} the means of
 * resamples of the same sizes, each arm resampled apart:
 *
 * <pre>
 *   d = m1 - m0,  replicates d* = m1* - m0*,  se = standard deviation of d*
 *   jackknife influences: x - m1 of the group's amounts x, -(y - m0) of the reference's amounts y
 *   a = {@link Acceleration} of these;  limits = {@link BcaLimits} of d* about d
 * </pre>
 *
 * <p>Unit: that of the amounts; positive where the group has more. An arm of one person cannot be resampled
 * ({@code fewer-than-two}), and arms without any spread give the same replicate for ever ({@code no-variance}); the
 * difference itself always exists.
 *
 * <p>Source: Efron B (1987), Journal of the American Statistical Association 82:171-185.
 */
public final class BootstrapBcaDifference {

    private BootstrapBcaDifference() {}

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
        BootstrapMeans bootstrap = BootstrapMeans.of(samples);
        double[] replicates = bootstrap.differences(resampling);
        ReplicateLimits limits = BcaLimits.of(replicates, bootstrap.difference(), acceleration(samples, means), level);
        return new Estimate(
                Quantity.of(means.difference()),
                Optional.of(standardError(replicates)),
                limits.lower(),
                limits.upper());
    }

    static double acceleration(TwoSamples samples, TwoMeans means) {
        return Acceleration.of(
                distances(samples.group(), means.group().mean(), 1),
                distances(samples.reference(), means.reference().mean(), -1));
    }

    static Quantity standardError(double[] replicates) {
        if (replicates.length < 2) {
            return Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE);
        }
        double largest = Arrays.stream(replicates).map(Math::abs).max().orElseThrow();
        if (largest <= Require.LARGEST_AMOUNT) {
            return Quantity.of(Moments.of(replicates).sd());
        }
        double[] scaled =
                Arrays.stream(replicates).map(replicate -> replicate / largest).toArray();
        return Quantity.limit(Moments.of(scaled).sd() * largest);
    }

    private static double[] distances(double[] values, double mean, int sign) {
        double[] distances = values.clone();
        // In one order whatever the order of the rows, so that the sums of cubes end on the same digit.
        Arrays.sort(distances);
        for (int j = 0; j < distances.length; j++) {
            distances[j] = sign * (distances[j] - mean);
        }
        return distances;
    }
}
