package org.ipstrial.stats.rank;

import org.ipstrial.stats.Require;

/**
 * Two numbers of each of some units.
 *
 * @param first  the first number of each
 * @param second the second number of each
 */
public record PairedValues(double[] first, double[] second) {

    /** Refuses what is not finite, and lengths that differ. */
    public PairedValues {
        first = Require.finite("first", first).clone();
        second = Require.finite("second", second).clone();
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "both numbers of every unit are wanted, got " + first.length + " and " + second.length);
        }
    }

    /** How many units there are. */
    public int units() {
        return first.length;
    }
}
