package org.ipstrial.stats;

import java.util.OptionalDouble;

/** A number that may not exist: estimated, or not estimable for a stated reason. Never NaN, never infinite. */
public sealed interface Quantity permits Quantity.Estimated, Quantity.NotEstimable {

    /**
     * A number that exists.
     *
     * @param value finite
     */
    record Estimated(double value) implements Quantity {
        /** Refuses what is not a number. */
        public Estimated {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an estimated value must be finite, got " + value);
            }
        }
    }

    /**
     * A number that does not exist.
     *
     * @param reason why
     */
    record NotEstimable(Reason reason) implements Quantity {}

    /** A number that exists. */
    static Quantity of(double value) {
        return new Estimated(value);
    }

    /** A number that does not exist, and why. */
    static Quantity notEstimable(Reason reason) {
        return new NotEstimable(reason);
    }

    /** A limit: the value, or {@link Reason#UNBOUNDED} where it is infinite. */
    static Quantity limit(double value) {
        return Double.isInfinite(value) ? notEstimable(Reason.UNBOUNDED) : of(value);
    }

    /** The value, if there is one. */
    default OptionalDouble ifEstimated() {
        return this instanceof Estimated estimated ? OptionalDouble.of(estimated.value()) : OptionalDouble.empty();
    }
}
