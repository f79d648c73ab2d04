package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.WilsonInterval;

/**
 * Newcombe's hybrid score interval for a risk difference, without continuity correction.
 *
 * <p>With shares {@code p1} of the group and {@code p2} of the reference, {@code d = p1 - p2}, and their Wilson limits
 * {@code (l1, u1)} and {@code (l2, u2)}:
 * <pre>
 *   lower = d - sqrt((p1 - l1)&sup2; + (u2 - p2)&sup2;)
 *   upper = d + sqrt((u1 - p1)&sup2; + (p2 - l2)&sup2;)
 * </pre>
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: defined for every table; a difference of 1 has upper limit exactly 1, one of -1 lower limit exactly -1.
 *
 * <p>Source: Newcombe RG (1998), Interval estimation for the difference between independent proportions: comparison of
 * eleven methods, Statistics in Medicine 17:873-890, method 10.
 */
public final class NewcombeDifference {

    private NewcombeDifference() {}

    /** The risk difference with Newcombe's limits. */
    public static Estimate of(TwoByTwo table, double level) {
        double d = PointEstimate.riskDifference(table);
        double lower = d - StrictMath.hypot(below(table.group(), level), above(table.reference(), level));
        double upper = d + StrictMath.hypot(above(table.group(), level), below(table.reference(), level));
        return Estimate.of(d, Math.max(-1, lower), Math.min(1, upper));
    }

    private static double below(BinomialCount count, double level) {
        Estimate wilson = WilsonInterval.of(count, level);
        return count.proportion() - wilson.lower().ifEstimated().orElseThrow();
    }

    private static double above(BinomialCount count, double level) {
        Estimate wilson = WilsonInterval.of(count, level);
        return wilson.upper().ifEstimated().orElseThrow() - count.proportion();
    }
}
