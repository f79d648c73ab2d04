package org.ipstrial.stats.resampling;

import java.util.Objects;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.QuantileType;
import org.ipstrial.stats.descriptive.Quantiles;

/**
 * Confidence limits that were read from bootstrap replicates.
 *
 * @param lower lower limit
 * @param upper upper limit
 */
public record ReplicateLimits(Quantity lower, Quantity upper) {

    /** Checks that nothing is null. */
    public ReplicateLimits {
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(upper, "upper");
    }

    static ReplicateLimits notEstimable(Reason reason) {
        return new ReplicateLimits(Quantity.notEstimable(reason), Quantity.notEstimable(reason));
    }

    /**
     * The quantiles of the replicates (type 2, the inverse of their distribution function) at two probabilities. A
     * quantile that less than one replicate lies beyond does not exist: more resamples would move it.
     */
    static ReplicateLimits between(double[] sorted, double lower, double upper) {
        return new ReplicateLimits(quantile(sorted, lower), quantile(sorted, upper));
    }

    private static Quantity quantile(double[] sorted, double p) {
        double beyond = sorted.length * Math.min(p, 1 - p);
        return beyond < 1 - 1e-9
                ? Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE)
                : Quantity.limit(Quantiles.of(sorted, p, QuantileType.R2));
    }
}
