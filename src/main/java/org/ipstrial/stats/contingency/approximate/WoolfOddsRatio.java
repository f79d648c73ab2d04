package org.ipstrial.stats.contingency.approximate;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Woolf's logit interval for an odds ratio (Wald on the log scale).
 *
 * <p>With {@code x1} events and {@code y1} non-events in the group, {@code x2} and {@code y2} in the reference, and
 * {@code z} the standard normal value that is exceeded with probability {@code (1 - level) / 2}:
 * <pre>
 *   OR     = x1 y2 / (y1 x2)
 *   v      = 1/x1 + 1/y1 + 1/x2 + 1/y2
 *   limits = OR &middot; exp(&plusmn; z &middot; sqrt(v))
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: a denominator of 0 leaves no ratio; a numerator of 0 leaves a ratio of 0 whose log has no limits. Nothing
 * is added to empty cells.
 *
 * <p>Source: Woolf B (1955), On estimating the relation between blood group and disease, Annals of Human Genetics
 * 19:251-253.
 */
public final class WoolfOddsRatio {

    private WoolfOddsRatio() {}

    /** The odds ratio with Woolf's limits. */
    public static Estimate of(TwoByTwo table, double level) {
        return logRatio(table).estimate(level);
    }

    /** The test that the interval inverts, of the log of the observed ratio over {@code ratio}. */
    public static TestResult test(TwoByTwo table, double ratio, Alternative alternative) {
        return logRatio(table).test(ratio, alternative);
    }

    /** The ratio with the variance of its logarithm. */
    public static LogRatio logRatio(TwoByTwo table) {
        Quantity ratio = PointEstimate.oddsRatio(table);
        return new LogRatio(ratio, ratio.ifEstimated().isPresent() ? logVariance(table) : ratio);
    }

    /** Variance of the log of a ratio that exists. */
    private static Quantity logVariance(TwoByTwo table) {
        if (table.group().events() == 0) {
            return Quantity.notEstimable(Reason.NO_EVENTS_IN_GROUP);
        }
        if (table.reference().nonEvents() == 0) {
            return Quantity.notEstimable(Reason.ALL_EVENTS_IN_REFERENCE);
        }
        return Quantity.of(1.0 / table.group().events()
                + 1.0 / table.group().nonEvents()
                + 1.0 / table.reference().events()
                + 1.0 / table.reference().nonEvents());
    }
}
