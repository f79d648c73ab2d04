package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.CriticalValue;

/**
 * The Mantel-Haenszel risk difference over strata with the variance of Sato.
 *
 * <p>In each stratum {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference,
 * {@code y = n - x}, {@code N = n1 + n2}; sums are over the strata that have both arms, and {@code z} is the standard
 * normal value exceeded with probability {@code (1 - level) / 2}:
 * <pre>
 *   d  = sum (x1 n2 - x2 n1) / N  /  W,  W = sum n1 n2 / N
 *   P  = sum [n1&sup2; x2 - n2&sup2; x1 + n1 n2 (n2 - n1) / 2] / N&sup2;
 *   Q  = sum [x1 y2 + x2 y1] / (2 N)
 *   se = sqrt(d P + Q) / W;  limits = d &plusmn; z se
 * </pre>
 * The variance holds both where there are few strata with many people and where there are many with few.
 *
 * <p>Unit: difference between proportions; above 0 when the event is more frequent in the group. Limits beyond -1 or 1
 * are cut off there.
 *
 * <p>Edges: a stratum with one arm adds nothing. Strata without events, or with events only, count with their weight.
 * Where nothing varies, as where no stratum has an event, or each has events only, the formula's variance is 0, which says
 * that nothing is known of it: there are no limits and no test.
 *
 * <p>Source: Sato T (1989), On the variance estimator for the Mantel-Haenszel risk difference (letter), Biometrics
 * 45:1323-1324; the estimate: Greenland S, Robins JM (1985), Estimation of a common effect parameter from sparse
 * follow-up data, Biometrics 41:55-68.
 */
public final class MantelHaenszelDifference {

    private MantelHaenszelDifference() {}

    /** The common risk difference with Sato's standard error and limits. */
    public static Estimate of(StratifiedTables strata, double level) {
        double z = CriticalValue.twoSided(level);
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return Estimate.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        double d = difference(tables);
        double se = standardError(tables, d);
        if (se == 0) {
            Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);
            return new Estimate(Quantity.of(d), Optional.of(none), none, none);
        }
        return Estimate.of(d, se, Math.max(-1, d - z * se), Math.min(1, d + z * se));
    }

    /** The test that the interval inverts: that the common difference is {@code difference}. */
    public static TestResult test(StratifiedTables strata, double difference, Alternative alternative) {
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        double d = difference(tables);
        double se = standardError(tables, d);
        return se == 0
                ? TestResult.notEstimable(Reason.NO_VARIANCE)
                : NormalTest.of((d - difference) / se, alternative);
    }

    /** The mean of the strata's differences with weights {@code n1 n2 / N}; of at least one table. */
    static double difference(List<TwoByTwo> tables) {
        double off =
                StratifiedTables.sum(tables, table -> (double) PointEstimate.crossDifference(table) / table.assessed());
        // A quotient of sums can pass 1 by a last digit.
        return Math.max(-1, Math.min(1, off / StratifiedTables.sum(tables, StratifiedTables::weight)));
    }

    private static double standardError(List<TwoByTwo> tables, double d) {
        double p = StratifiedTables.sum(tables, MantelHaenszelDifference::slope);
        double q = StratifiedTables.sum(tables, MantelHaenszelDifference::discordance);
        double variance = d * p + q;
        // What exactly cancels, as where all differences are 1, can leave a last digit.
        return variance <= q * 0x1p-50
                ? 0
                : Math.sqrt(variance) / StratifiedTables.sum(tables, StratifiedTables::weight);
    }

    private static double slope(TwoByTwo table) {
        double n = table.assessed();
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double x1 = table.group().events();
        double x2 = table.reference().events();
        return n1 / n * (n1 / n) * x2 - n2 / n * (n2 / n) * x1 + n1 / n * (n2 / n) * (n2 - n1) / 2;
    }

    private static double discordance(TwoByTwo table) {
        return ((double) table.group().events() * table.reference().nonEvents()
                        + (double) table.reference().events() * table.group().nonEvents())
                / (2.0 * table.assessed());
    }
}
