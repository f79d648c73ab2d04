package org.ipstrial.stats.contingency.approximate;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * The Wald interval for a risk difference: the normal approximation with the observed shares, not pooled, plain or with
 * Yates's continuity correction.
 *
 * <p>With shares {@code p1} among {@code n1} and {@code p2} among {@code n2}, {@code d = p1 - p2}, and {@code z} the
 * standard normal value that is exceeded with probability {@code (1 - level) / 2}:
 * <pre>
 *   se     = sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)
 *   limits = d &plusmn; (z &middot; se + c),  c = 0 or, with the correction, (1/n1 + 1/n2) / 2
 * </pre>
 *
 * <p>Unit: difference between proportions; above 0 when the event is more frequent in the group. Limits beyond -1 or 1
 * are cut off there.
 *
 * <p>Edges: where each arm has no events or events only, the standard error is 0 and the limits equal the difference,
 * which claims a certainty that the data do not hold; there is no test then. The corrected limits are off by {@code c}.
 *
 * <p>Source: textbook; methods 1 and 2 of Newcombe RG (1998), Interval estimation for the difference between independent
 * proportions: comparison of eleven methods, Statistics in Medicine 17:873-890.
 */
public final class WaldDifference {

    private WaldDifference() {}

    /** The risk difference with its standard error and Wald limits. */
    public static Estimate of(TwoByTwo table, double level) {
        return of(table, level, 0);
    }

    /** The risk difference with its standard error and the limits with the continuity correction. */
    public static Estimate corrected(TwoByTwo table, double level) {
        return of(table, level, correction(table));
    }

    /** The test that the plain interval inverts. */
    public static TestResult test(TwoByTwo table, double difference, Alternative alternative) {
        return test(table, difference, alternative, 0);
    }

    /** The test that the corrected interval inverts; its statistic is moved towards 0 by the correction, not past it. */
    public static TestResult correctedTest(TwoByTwo table, double difference, Alternative alternative) {
        return test(table, difference, alternative, correction(table));
    }

    private static Estimate of(TwoByTwo table, double level, double correction) {
        double z = CriticalValue.twoSided(level);
        double d = PointEstimate.riskDifference(table);
        double se = standardError(table);
        double half = z * se + correction;
        return Estimate.of(d, se, Math.max(-1, d - half), Math.min(1, d + half));
    }

    private static TestResult test(TwoByTwo table, double difference, Alternative alternative, double correction) {
        double se = standardError(table);
        if (se == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double off = PointEstimate.riskDifference(table) - difference;
        double z = (off > 0 ? Math.max(0, off - correction) : Math.min(0, off + correction)) / se;
        return TestResult.of(z, NormalTest.pValue((off - correction) / se, (off + correction) / se, alternative));
    }

    private static double correction(TwoByTwo table) {
        return (1.0 / table.group().assessed() + 1.0 / table.reference().assessed()) / 2;
    }

    private static double standardError(TwoByTwo table) {
        return Math.sqrt(variance(table.group()) + variance(table.reference()));
    }

    private static double variance(BinomialCount count) {
        double n = count.assessed();
        return count.proportion() * (count.nonEvents() / n) / n;
    }
}
