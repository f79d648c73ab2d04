package org.ipstrial.stats.rank;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;

/**
 * How far the order by one number goes with the order by another.
 *
 * @param estimate from -1, opposite orders, to 1, the same order
 * @param test     that the orders have nothing to do with each other
 * @param exact    whether the p-value is that of all orders, not of the normal distribution
 */
public record RankAssociation(Quantity estimate, TestResult test, boolean exact) {

    /** A way to measure it. */
    @FunctionalInterface
    public interface Measured {
        /** The association of paired values. */
        RankAssociation of(PairedValues values);
    }
}
