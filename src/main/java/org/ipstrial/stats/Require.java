package org.ipstrial.stats;

/** Checks of arguments, in one voice: the name, what was wanted, what was found. */
public final class Require {

    private Require() {}

    /**
     * A fraction strictly between 0 and 1, such as a confidence level.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static double fraction(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie strictly between 0 and 1, got " + value);
        }
        return value;
    }

    /**
     * Numbers that are all finite.
     *
     * @throws IllegalArgumentException if one is not
     */
    public static double[] finite(String name, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must be finite, got " + value);
            }
        }
        return values;
    }
}
