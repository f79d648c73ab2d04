package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.approximate.LogRatio;

/**
 * The Mantel-Haenszel risk ratio over strata with the variance of Greenland and Robins.
 *
 * <p>In each stratum {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference,
 * {@code N = n1 + n2}, {@code m = x1 + x2}; sums are over the strata that have both arms, and {@code z} is the standard
 * normal value exceeded with probability {@code (1 - level) / 2}:
 * <pre>
 *   R  = sum x1 n2 / N,  S = sum x2 n1 / N,  RR = R / S
 *   v  = sum [n1 n2 m / N&sup2; - x1 x2 / N]  /  (R S)
 *   limits = RR &middot; exp(&plusmn; z &middot; sqrt(v))
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: strata with one arm, and strata without events, add nothing. Without events in the reference there is no
 * ratio, without events in the group it is 0 and its log has no limits; nothing is added to empty cells. With events only
 * in every stratum {@code v} is 0, which says that nothing is known of it: there are no limits and no test.
 *
 * <p>Source: Greenland S, Robins JM (1985), Estimation of a common effect parameter from sparse follow-up data,
 * Biometrics 41:55-68.
 */
public final class MantelHaenszelRatio {

    private MantelHaenszelRatio() {}

    /** The common risk ratio with the limits of Greenland and Robins. */
    public static Estimate of(StratifiedTables strata, double level) {
        return logRatio(strata.tables()).estimate(level);
    }

    /** The test that the interval inverts, of the log of the observed ratio over {@code ratio}. */
    public static TestResult test(StratifiedTables strata, double ratio, Alternative alternative) {
        return logRatio(strata.tables()).test(ratio, alternative);
    }

    private static LogRatio logRatio(List<TwoByTwo> tables) {
        double r = StratifiedTables.sum(tables, MantelHaenszelRatio::eventsInGroup);
        double s = StratifiedTables.sum(tables, table -> eventsInGroup(table.swapped()));
        if (s == 0) {
            Quantity none = Quantity.notEstimable(withoutReference(tables, r));
            return new LogRatio(none, none);
        }
        return new LogRatio(
                Quantity.of(r / s),
                r == 0 ? Quantity.notEstimable(Reason.NO_EVENTS_IN_GROUP) : logVariance(tables, r, s));
    }

    private static Quantity logVariance(List<TwoByTwo> tables, double r, double s) {
        double spread = StratifiedTables.sum(tables, MantelHaenszelRatio::spread);
        return spread == 0 ? Quantity.notEstimable(Reason.NO_VARIANCE) : Quantity.of(spread / r / s);
    }

    private static Reason withoutReference(List<TwoByTwo> tables, double r) {
        if (tables.isEmpty()) {
            return Reason.NO_STRATUM_WITH_BOTH_ARMS;
        }
        return r == 0 ? Reason.NO_EVENTS_IN_EITHER_ARM : Reason.NO_EVENTS_IN_REFERENCE;
    }

    private static double eventsInGroup(TwoByTwo table) {
        return (double) ((long) table.group().events() * table.reference().assessed()) / table.assessed();
    }

    /** {@code n1 n2 m / N^2 - x1 x2 / N} as {@code (x1 n1 y2 + x2 n2 y1) / N^2}, in which nothing cancels. */
    private static double spread(TwoByTwo table) {
        return half(table) + half(table.swapped());
    }

    private static double half(TwoByTwo table) {
        double n = table.assessed();
        return table.group().events()
                / n
                * (table.group().assessed() / n)
                * table.reference().nonEvents();
    }
}
