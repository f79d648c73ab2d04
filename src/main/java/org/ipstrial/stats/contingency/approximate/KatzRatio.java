package org.ipstrial.stats.contingency.approximate;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * The log interval of Katz for a risk ratio (Wald on the log scale).
 *
 * <p>With {@code x1} events among {@code n1} in the group and {@code x2} among {@code n2} in the reference,
 * {@code y = n - x}, and {@code z} the standard normal value that is exceeded with probability
 * {@code (1 - level) / 2}:
 * <pre>
 *   RR     = (x1 / n1) / (x2 / n2)
 *   v      = y1 / (x1 n1) + y2 / (x2 n2)
 *   limits = RR &middot; exp(&plusmn; z &middot; sqrt(v))
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: without events in the reference there is no ratio; without events in the group the ratio is 0 and its log
 * has no limits. Nothing is added to empty cells. With events only in both arms {@code v} is 0 and the limits are 1, without a test.
 *
 * <p>Source: Katz D, Baptista J, Azen SP, Pike MC (1978), Obtaining confidence intervals for the risk ratio in cohort
 * studies, Biometrics 34:469-474.
 */
public final class KatzRatio {

    private KatzRatio() {}

    /** The risk ratio with the limits of Katz. */
    public static Estimate of(TwoByTwo table, double level) {
        return logRatio(table).estimate(level);
    }

    /** The test that the interval inverts, of the log of the observed ratio over {@code ratio}. */
    public static TestResult test(TwoByTwo table, double ratio, Alternative alternative) {
        return logRatio(table).test(ratio, alternative);
    }

    /** The ratio with the variance of its logarithm. */
    public static LogRatio logRatio(TwoByTwo table) {
        Quantity ratio = PointEstimate.riskRatio(table);
        return new LogRatio(ratio, ratio.ifEstimated().isPresent() ? logVariance(table) : ratio);
    }

    /** Variance of the log of a ratio that exists. */
    private static Quantity logVariance(TwoByTwo table) {
        if (table.group().events() == 0) {
            return Quantity.notEstimable(Reason.NO_EVENTS_IN_GROUP);
        }
        return Quantity.of(relativeVariance(table.group()) + relativeVariance(table.reference()));
    }

    private static double relativeVariance(BinomialCount count) {
        return count.nonEvents() / ((double) count.events() * count.assessed());
    }
}
