package org.ipstrial.stats.location;

import org.ipstrial.stats.Require;

/**
 * An amount in two independent arms; the arrays are taken as they are and must not be changed afterwards.
 *
 * @param group     the amounts of the arm that is compared, at least one, finite and within 1e100 of zero
 * @param reference the amounts of the arm that it is compared with, at least one, finite and within 1e100 of zero
 */
public record TwoSamples(double[] group, double[] reference) {

    /** Refuses an empty arm, and numbers that are not finite or too large to be squared. */
    public TwoSamples {
        if (group.length == 0 || reference.length == 0) {
            throw new IllegalArgumentException(
                    "each arm must have at least one amount, got " + group.length + " and " + reference.length);
        }
        Require.amounts("group", group);
        Require.amounts("reference", reference);
    }

    /** The same amounts with the arms changed round. */
    public TwoSamples swapped() {
        return new TwoSamples(reference, group);
    }
}
