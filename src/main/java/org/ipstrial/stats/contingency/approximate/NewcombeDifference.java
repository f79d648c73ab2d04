package org.ipstrial.stats.contingency.approximate;

import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.CriticalValue;
import org.ipstrial.stats.proportion.WilsonCorrectedInterval;
import org.ipstrial.stats.proportion.WilsonInterval;
import org.ipstrial.stats.search.Crossing;

/**
 * Newcombe's hybrid score interval for a risk difference, plain or with a continuity correction.
 *
 * <p>With shares {@code p1} of the group and {@code p2} of the reference, {@code d = p1 - p2}, and their Wilson limits
 * {@code (l1, u1)} and {@code (l2, u2)}, plain or with the continuity correction:
 * <pre>
 *   lower = d - sqrt((p1 - l1)&sup2; + (u2 - p2)&sup2;)
 *   upper = d + sqrt((u1 - p1)&sup2; + (p2 - l2)&sup2;)
 * </pre>
 *
 * It comes from no test. The p-value of a difference is here defined by the interval: one minus the level at which a
 * limit reaches that difference, with the normal value {@code z} of that level as the statistic.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: defined for every table; a difference of 1 has upper limit exactly 1, one of -1 lower limit exactly -1.
 * Where even the widest interval leaves a difference out, its p-value is the smallest double and has no statistic.
 *
 * <p>Source: Newcombe RG (1998), Interval estimation for the difference between independent proportions: comparison of
 * eleven methods, Statistics in Medicine 17:873-890, methods 10 and 11.
 */
public final class NewcombeDifference {

    /** A normal value beyond this has no tail that a double can hold. */
    private static final double LARGEST_Z = 39;

    private interface ShareInterval {
        Estimate at(BinomialCount count, double z);
    }

    private final TwoByTwo table;
    private final ShareInterval shares;
    private final double d;

    private NewcombeDifference(TwoByTwo table, ShareInterval shares) {
        this.table = table;
        this.shares = shares;
        this.d = PointEstimate.riskDifference(table);
    }

    /** The risk difference with Newcombe's limits. */
    public static Estimate of(TwoByTwo table, double level) {
        return new NewcombeDifference(table, WilsonInterval::at).estimate(CriticalValue.twoSided(level));
    }

    /** The risk difference with Newcombe's limits from Wilson limits that are corrected for continuity. */
    public static Estimate corrected(TwoByTwo table, double level) {
        return new NewcombeDifference(table, WilsonCorrectedInterval::at).estimate(CriticalValue.twoSided(level));
    }

    /** The test that the plain interval defines. */
    public static TestResult test(TwoByTwo table, double difference, Alternative alternative) {
        return new NewcombeDifference(table, WilsonInterval::at).test(difference, alternative);
    }

    /** The test that the corrected interval defines. */
    public static TestResult correctedTest(TwoByTwo table, double difference, Alternative alternative) {
        return new NewcombeDifference(table, WilsonCorrectedInterval::at).test(difference, alternative);
    }

    private Estimate estimate(double z) {
        return Estimate.of(d, Math.max(-1, lower(z)), Math.min(1, upper(z)));
    }

    private TestResult test(double difference, Alternative alternative) {
        boolean larger = d > difference;
        DoubleUnaryOperator reach = larger ? z -> difference - lower(z) : z -> upper(z) - difference;
        if (reach.applyAsDouble(LARGEST_Z) < 0) {
            return NormalTest.beyond(larger, alternative);
        }
        double z = Crossing.of(reach, 0, LARGEST_Z);
        return NormalTest.of(larger || z == 0 ? z : -z, alternative);
    }

    private double lower(double z) {
        return d - StrictMath.hypot(below(table.group(), z), above(table.reference(), z));
    }

    private double upper(double z) {
        return d + StrictMath.hypot(above(table.group(), z), below(table.reference(), z));
    }

    private double below(BinomialCount count, double z) {
        return count.proportion() - shares.at(count, z).lower().ifEstimated().orElseThrow();
    }

    private double above(BinomialCount count, double z) {
        return shares.at(count, z).upper().ifEstimated().orElseThrow() - count.proportion();
    }
}
