package org.ipstrial.stats;

import java.util.Objects;
import java.util.Optional;

/**
 * A point estimate with its confidence limits, each of which may be missing for a reason of its own.
 *
 * @param estimate      the point estimate
 * @param standardError its standard error on the estimate's own scale, where the method has one
 * @param lower         lower confidence limit
 * @param upper         upper confidence limit
 */
public record Estimate(Quantity estimate, Optional<Quantity> standardError, Quantity lower, Quantity upper) {

    /** Checks that nothing is null. */
    public Estimate {
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(standardError, "standardError");
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(upper, "upper");
    }

    /** An estimate with limits, either of which may be infinite (then it is unbounded). */
    public static Estimate of(double estimate, double lower, double upper) {
        return new Estimate(Quantity.of(estimate), Optional.empty(), Quantity.limit(lower), Quantity.limit(upper));
    }

    /** An estimate with its standard error and limits. */
    public static Estimate of(double estimate, double standardError, double lower, double upper) {
        return new Estimate(
                Quantity.of(estimate),
                Optional.of(Quantity.of(standardError)),
                Quantity.limit(lower),
                Quantity.limit(upper));
    }

    /** No point estimate, but limits that exist. */
    public static Estimate limitsOnly(Reason reason, double lower, double upper) {
        return new Estimate(
                Quantity.notEstimable(reason), Optional.empty(), Quantity.limit(lower), Quantity.limit(upper));
    }

    /** A point estimate whose limits do not exist. */
    public static Estimate withoutLimits(double estimate, Reason reason) {
        return new Estimate(
                Quantity.of(estimate), Optional.empty(), Quantity.notEstimable(reason), Quantity.notEstimable(reason));
    }

    /** Nothing exists, and why. */
    public static Estimate notEstimable(Reason reason) {
        Quantity none = Quantity.notEstimable(reason);
        return new Estimate(none, Optional.empty(), none, none);
    }
}
