package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * The Wald interval for a risk difference: the normal approximation with the observed shares, not pooled and without
 * continuity correction.
 *
 * <p>With shares {@code p1} among {@code n1} and {@code p2} among {@code n2}, {@code d = p1 - p2}, and {@code z} the
 * standard normal value that is exceeded with probability {@code (1 - level) / 2}:
 * <pre>
 *   se     = sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)
 *   limits = d &plusmn; z &middot; se
 * </pre>
 *
 * <p>Unit: difference between proportions; above 0 when the event is more frequent in the group. Limits beyond -1 or 1
 * are cut off there.
 *
 * <p>Edges: where each arm has no events or events only, the standard error is 0 and the limits equal the difference,
 * which claims a certainty that the data do not hold.
 *
 * <p>Source: textbook; method 1 of Newcombe RG (1998), Interval estimation for the difference between independent
 * proportions: comparison of eleven methods, Statistics in Medicine 17:873-890.
 */
public final class WaldDifference {

    private WaldDifference() {}

    /** The risk difference with its standard error and Wald limits. */
    public static Estimate of(TwoByTwo table, double level) {
        double z = CriticalValue.twoSided(level);
        double d = PointEstimate.riskDifference(table);
        double se = Math.sqrt(variance(table.group()) + variance(table.reference()));
        return Estimate.of(d, se, Math.max(-1, d - z * se), Math.min(1, d + z * se));
    }

    private static double variance(BinomialCount count) {
        double n = count.assessed();
        return count.proportion() * (count.nonEvents() / n) / n;
    }
}
