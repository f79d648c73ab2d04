package org.ipstrial.stats;

/** Checks of arguments, in one voice: the name, what was wanted, what was found. */
public final class Require {

    /** The largest size of an amount: its square can still be summed over everybody. */
    public static final double LARGEST_AMOUNT = 1e100;

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

    /**
     * Amounts: numbers that are finite, and not so large that their squares are not.
     *
     * @throws IllegalArgumentException if one is not
     */
    public static double[] amounts(String name, double[] values) {
        finite(name, values);
        for (double value : values) {
            if (Math.abs(value) > LARGEST_AMOUNT) {
                throw new IllegalArgumentException(name + " must lie between -1e100 and 1e100, got " + value);
            }
        }
        return values;
    }
}
