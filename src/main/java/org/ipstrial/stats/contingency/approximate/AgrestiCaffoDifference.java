package org.ipstrial.stats.contingency.approximate;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * The interval of Agresti and Caffo for a risk difference: Wald's, after adding one event and one non-event to each
 * arm.
 *
 * <p>With {@code x} events among {@code n} in each arm, and {@code z} the standard normal value that is exceeded with
 * probability {@code (1 - level) / 2}:
 * <pre>
 *   s      = (x + 1) / (n + 2)
 *   e      = s1 - s2
 *   se     = sqrt(s1 (1 - s1) / (n1 + 2) + s2 (1 - s2) / (n2 + 2))
 *   limits = e &plusmn; z &middot; se
 * </pre>
 * The estimate that is given is the observed difference, not {@code e}, which is the middle of the limits. So at a low
 * level the observed difference can lie outside.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group. What
 * lies outside is cut off.
 *
 * <p>Edges: defined for every table, and of positive width.
 *
 * <p>Source: Agresti A, Caffo B (2000), Simple and effective confidence intervals for proportions and differences of
 * proportions result from adding two successes and two failures, The American Statistician 54:280-288.
 */
public final class AgrestiCaffoDifference {

    private AgrestiCaffoDifference() {}

    /** The risk difference with the limits of Agresti and Caffo. */
    public static Estimate of(TwoByTwo table, double level) {
        double half = CriticalValue.twoSided(level) * standardError(table);
        double middle = middle(table);
        return Estimate.of(
                PointEstimate.riskDifference(table), Math.max(-1, middle - half), Math.min(1, middle + half));
    }

    /** The test that the interval inverts. */
    public static TestResult test(TwoByTwo table, double difference, Alternative alternative) {
        return NormalTest.of((middle(table) - difference) / standardError(table), alternative);
    }

    private static double middle(TwoByTwo table) {
        long m1 = table.group().assessed() + 2L;
        long m2 = table.reference().assessed() + 2L;
        // In whole numbers, so that equal arms have exactly 0.
        return (double) ((table.group().events() + 1L) * m2 - (table.reference().events() + 1L) * m1) / (m1 * m2);
    }

    private static double standardError(TwoByTwo table) {
        return Math.sqrt(variance(table.group()) + variance(table.reference()));
    }

    private static double variance(BinomialCount count) {
        double m = count.assessed() + 2.0;
        return (count.events() + 1.0) / m * ((count.nonEvents() + 1.0) / m) / m;
    }
}
