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
 * The Mantel-Haenszel odds ratio over strata, given the stratum, with the variance of Robins, Breslow and Greenland.
 *
 * <p>In each stratum {@code x1} events and {@code y1} others in the group, {@code x2} and {@code y2} in the reference,
 * {@code N} people; sums are over the strata that have both arms, and {@code z} is the standard normal value exceeded
 * with probability {@code (1 - level) / 2}:
 * <pre>
 *   R = x1 y2 / N,  S = x2 y1 / N,  P = (x1 + y2) / N,  Q = (x2 + y1) / N
 *   OR = sum R / sum S
 *   v  = sum P R / (2 (sum R)&sup2;) + sum (P S + Q R) / (2 sum R sum S) + sum Q S / (2 (sum S)&sup2;)
 *   limits = OR &middot; exp(&plusmn; z &middot; sqrt(v))
 * </pre>
 *
 * <p>Unit: ratio of odds; above 1 when the event is more frequent in the group. It is the odds ratio within strata, which
 * is further from 1 than that of the whole where the strata differ in their shares.
 *
 * <p>Edges: strata with one arm, without events or with events only add nothing. Where {@code sum S} is 0 there is no
 * ratio, where {@code sum R} is 0 it is 0 and its log has no limits; nothing is added to empty cells.
 *
 * <p>Source: Mantel N, Haenszel W (1959), Statistical aspects of the analysis of data from retrospective studies of
 * disease, Journal of the National Cancer Institute 22:719-748; Robins J, Breslow N, Greenland S (1986), Estimators of the
 * Mantel-Haenszel variance consistent in both sparse data and large-strata limiting models, Biometrics 42:311-323.
 */
public final class MantelHaenszelOddsRatio {

    private MantelHaenszelOddsRatio() {}

    /** The common odds ratio with the limits of Robins, Breslow and Greenland. */
    public static Estimate of(StratifiedTables strata, double level) {
        return logRatio(strata.tables()).estimate(level);
    }

    /** The test that the interval inverts, of the log of the observed ratio over {@code ratio}. */
    public static TestResult test(StratifiedTables strata, double ratio, Alternative alternative) {
        return logRatio(strata.tables()).test(ratio, alternative);
    }

    /** The common odds ratio, or why there is none. */
    static Quantity ratio(List<TwoByTwo> tables) {
        double s = StratifiedTables.sum(tables, table -> agreeing(table.swapped()));
        return s == 0
                ? Quantity.notEstimable(withoutRatio(tables))
                : Quantity.of(StratifiedTables.sum(tables, MantelHaenszelOddsRatio::agreeing) / s);
    }

    private static LogRatio logRatio(List<TwoByTwo> tables) {
        Quantity ratio = ratio(tables);
        if (ratio.ifEstimated().isEmpty()) {
            return new LogRatio(ratio, ratio);
        }
        return new LogRatio(
                ratio,
                ratio.ifEstimated().getAsDouble() == 0
                        ? Quantity.notEstimable(withoutLogarithm(tables))
                        : Quantity.of(logVariance(tables)));
    }

    private static double logVariance(List<TwoByTwo> tables) {
        double r = StratifiedTables.sum(tables, MantelHaenszelOddsRatio::agreeing);
        double s = StratifiedTables.sum(tables, table -> agreeing(table.swapped()));
        double pr = StratifiedTables.sum(tables, table -> diagonal(table) * agreeing(table));
        double crossed = StratifiedTables.sum(
                tables,
                table -> diagonal(table) * agreeing(table.swapped()) + diagonal(table.swapped()) * agreeing(table));
        double qs = StratifiedTables.sum(tables, table -> diagonal(table.swapped()) * agreeing(table.swapped()));
        return pr / r / (2 * r) + crossed / r / (2 * s) + qs / s / (2 * s);
    }

    /** {@code x1 y2 / N}. */
    private static double agreeing(TwoByTwo table) {
        return (double) ((long) table.group().events() * table.reference().nonEvents()) / table.assessed();
    }

    /** {@code (x1 + y2) / N}. */
    private static double diagonal(TwoByTwo table) {
        return (double) ((long) table.group().events() + table.reference().nonEvents()) / table.assessed();
    }

    private static Reason withoutRatio(List<TwoByTwo> tables) {
        if (tables.isEmpty()) {
            return Reason.NO_STRATUM_WITH_BOTH_ARMS;
        }
        boolean none = tables.stream().allMatch(table -> table.reference().events() == 0);
        if (none) {
            return tables.stream().allMatch(table -> table.group().events() == 0)
                    ? Reason.NO_EVENTS_IN_EITHER_ARM
                    : Reason.NO_EVENTS_IN_REFERENCE;
        }
        if (tables.stream().allMatch(table -> table.group().nonEvents() == 0)) {
            return tables.stream().allMatch(table -> table.reference().nonEvents() == 0)
                    ? Reason.ALL_EVENTS_IN_BOTH_ARMS
                    : Reason.ALL_EVENTS_IN_GROUP;
        }
        return Reason.NO_INFORMATIVE_STRATUM;
    }

    private static Reason withoutLogarithm(List<TwoByTwo> tables) {
        if (tables.stream().allMatch(table -> table.group().events() == 0)) {
            return Reason.NO_EVENTS_IN_GROUP;
        }
        return tables.stream().allMatch(table -> table.reference().nonEvents() == 0)
                ? Reason.ALL_EVENTS_IN_REFERENCE
                : Reason.NO_INFORMATIVE_STRATUM;
    }
}
