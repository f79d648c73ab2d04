package org.ipstrial.stats.consistency;

/**
 * All values from a lowest to a highest, both included: what a printed number can have been before it was rounded, or what
 * follows from several such numbers.
 *
 * <p>Sums, ratios and odds of windows are those of interval arithmetic: the least and the most that any choice inside the
 * windows gives. A bound may be infinite where a ratio has no bound.
 *
 * <p>Source: Moore RE (1966), Interval Analysis, Prentice-Hall, chapter 2.
 *
 * @param low  the lowest value
 * @param high the highest value
 */
public record Window(double low, double high) {

    /** Equal numbers that were computed in two ways differ by less than this part of their size. */
    private static final double ROUNDING_ERROR = 1e-12;

    /** Refuses a window that holds nothing. */
    public Window {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a window must hold something, got " + low + " to " + high);
        }
    }

    /** Whether some value lies in both. */
    public boolean overlaps(Window other) {
        double slack = slack(other);
        return low <= other.high + slack && other.low <= high + slack;
    }

    /** Whether a value lies in it. */
    public boolean holds(double value) {
        return overlaps(new Window(value, value));
    }

    /** Every value of this minus every value of the other. */
    public Window minus(Window other) {
        return new Window(low - other.high, high - other.low);
    }

    /** Every value of this over every value of the other, both of zero or more. */
    public Window over(Window other) {
        return new Window(
                low == 0 ? 0 : low / positive(other.high),
                other.low <= 0 ? Double.POSITIVE_INFINITY : high / other.low);
    }

    /** The odds of every share in it. */
    public Window odds() {
        return new Window(low / (1 - low), high >= 1 ? Double.POSITIVE_INFINITY : high / (1 - high));
    }

    /** One over the size of every value in it. */
    public Window reciprocalSize() {
        double least = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        double most = Math.max(Math.abs(low), Math.abs(high));
        return new Window(positive(1 / most), least == 0 ? Double.POSITIVE_INFINITY : 1 / least);
    }

    /** The part of it that is a share: from 0 to 1. */
    public Window share() {
        return new Window(Math.min(1, Math.max(0, low)), Math.max(0, Math.min(1, high)));
    }

    /** Every value times a factor above 0. */
    public Window times(double factor) {
        return new Window(low * factor, high * factor);
    }

    private double slack(Window other) {
        double size = 0;
        for (double bound : new double[] {low, high, other.low, other.high}) {
            size = Double.isInfinite(bound) ? size : Math.max(size, Math.abs(bound));
        }
        return size * ROUNDING_ERROR;
    }

    private static double positive(double value) {
        return Double.isInfinite(value) ? Double.MAX_VALUE : value;
    }
}
