package org.ipstrial.catalogue;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/** An estimate as three plain numbers: unbounded is infinite, what does not exist is NaN. */
record Limits(double estimate, double lower, double upper) {

    static Limits of(Estimate estimate) {
        return new Limits(
                number(estimate.estimate(), Double.NaN),
                number(estimate.lower(), Double.NEGATIVE_INFINITY),
                number(estimate.upper(), Double.POSITIVE_INFINITY));
    }

    boolean exist() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    boolean contain(double value) {
        return lower <= value && value <= upper;
    }

    private static double number(Quantity quantity, double unbounded) {
        if (quantity instanceof Quantity.NotEstimable none) {
            return none.reason() == Reason.UNBOUNDED ? unbounded : Double.NaN;
        }
        return quantity.ifEstimated().getAsDouble();
    }
}
