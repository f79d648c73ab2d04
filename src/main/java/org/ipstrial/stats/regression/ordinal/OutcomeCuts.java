package org.ipstrial.stats.regression.ordinal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.stats.Require;

/**
 * The places at which the odds of being above are looked at: all of them where an outcome has few levels, else deciles.
 *
 * <pre>
 *   y(1) &lt;= ... &lt;= y(n): the outcomes of everybody, u(1) &lt; ... &lt; u(k): the distinct ones
 *   k &lt;= 21: cuts = u(1) to u(k - 1)
 *   k &gt; 21:  q(d) = y(ceil(n d / 10)), d = 1 to 9; cuts = the distinct q(d) below u(k), ascending
 *   level of an outcome = how many cuts are below it
 * </pre>
 *
 * <p>So a cut is always an outcome that somebody has (type 1 of Hyndman and Fan), and levels are intervals that hold their
 * upper end: up to the first cut, above it and up to the second, …, above the last. Where many have nothing several deciles
 * are 0 and make one cut: above 0, above the 40th percentile, …. Equal outcomes are never torn apart.
 *
 * <p>Edges: no cut where everybody has the same; none either where nine in ten and more have the largest of more than 21.
 *
 * <p>Source: quantiles: Hyndman RJ, Fan Y (1996), The American Statistician 50:361-365.
 */
public final class OutcomeCuts {

    /** The most cuts that are taken at every level. */
    public static final int MOST = 20;

    private static final int PARTS = 10;

    private final double[] cuts;

    private OutcomeCuts(double[] cuts) {
        this.cuts = cuts;
    }

    /**
     * The cuts of an outcome, of everybody in all arms.
     *
     * @throws IllegalArgumentException if there is nobody, or a number is not finite or too large
     */
    public static OutcomeCuts of(double[] outcome) {
        Require.amounts("outcome", outcome);
        if (outcome.length == 0) {
            throw new IllegalArgumentException("there must be somebody with an outcome");
        }
        // Adding 0 makes one number of 0 and -0.
        double[] sorted = Arrays.stream(outcome).map(y -> y + 0.0).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length - 1 <= MOST) {
            return new OutcomeCuts(Arrays.copyOf(distinct, distinct.length - 1));
        }
        long n = sorted.length;
        double largest = sorted[sorted.length - 1];
        return new OutcomeCuts(IntStream.range(1, PARTS)
                .mapToDouble(d -> sorted[(int) ((n * d + PARTS - 1) / PARTS) - 1])
                .filter(cut -> cut < largest)
                .distinct()
                .toArray());
    }

    /** How many cuts there are. */
    public int count() {
        return cuts.length;
    }

    /** A cut, from 0, the lowest. */
    public double at(int cut) {
        return cuts[cut];
    }

    /** The level of each outcome. */
    public double[] levels(double[] outcome) {
        return Arrays.stream(outcome)
                .map(y -> {
                    int place = Arrays.binarySearch(cuts, y + 0.0);
                    return place < 0 ? -place - 1 : place;
                })
                .toArray();
    }

    /** 1 for each outcome that is above a cut, and 0 for the others. */
    public double[] above(double[] outcome, int cut) {
        return Arrays.stream(outcome).map(y -> y > cuts[cut] ? 1 : 0).toArray();
    }
}
