package org.ipstrial.stats.descriptive;

/**
 * A quantile of a sorted sample.
 *
 * <p>With {@code x(1) <= ... <= x(n)} and probability {@code p}:
 *
 * <pre>
 *   type 7: h = (n - 1) p, j = floor(h):  x(j+1) + (h - j) (x(j+2) - x(j+1))
 *   type 2: h = n p,       j = floor(h):  x(j+1) if h &gt; j, else (x(j) + x(j+1)) / 2
 * </pre>
 *
 * <p>Unit: that of the sample. A product {@code h} within 1e-9 of a whole number is that number: 10,000 times the double
 * next to 0.025 must not miss the step at 250. Places before the first and after the last are the first and the last.
 *
 * <p>Source: Hyndman RJ, Fan Y (1996), The American Statistician 50:361-365, definitions 2 and 7.
 */
public final class Quantiles {

    private static final double WHOLE_WITHIN = 1e-9;

    private Quantiles() {}

    /**
     * The quantile.
     *
     * @param sorted at least one value, in ascending order
     * @param p      probability from 0 to 1
     * @param type   the definition
     * @throws IllegalArgumentException if there is no value, or if the probability is not from 0 to 1
     */
    public static double of(double[] sorted, double p, QuantileType type) {
        int n = sorted.length;
        if (n == 0) {
            throw new IllegalArgumentException("a quantile needs at least one value, got none");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("probability must be from 0 to 1, got " + p);
        }
        double h = type == QuantileType.R7 ? (n - 1) * p : n * p;
        if (Math.abs(h - Math.rint(h)) < WHOLE_WITHIN) {
            h = Math.rint(h);
        }
        int j = (int) Math.floor(h);
        double part = h - j;
        double next = sorted[Math.min(j, n - 1)];
        if (type == QuantileType.R7) {
            return part == 0 ? next : next + part * (sorted[j + 1] - next);
        }
        if (part > 0) {
            return next;
        }
        double before = sorted[Math.max(j - 1, 0)];
        return before == next ? next : (before + next) / 2;
    }
}
