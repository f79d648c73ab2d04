package org.ipstrial.stats.meta.counts;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.Pooled;

/**
 * Peto's one-step odds ratio over studies.
 *
 * <p>In each study x events among n1 people of the group, n2 in the reference, m events and N people in both:
 * <pre>
 *   O - E = x - n1 m / N,  V = n1 n2 m (N - m) / (N&sup2; (N - 1))
 *   y = sum (O - E) / sum V,  s = 1 / sqrt(sum V),  limits = y &plusmn; z s
 *   Q = sum (O - E)&sup2; / V - (sum (O - E))&sup2; / sum V, with k - 1 degrees of freedom
 * </pre>
 * The effect is the logarithm of the odds ratio; above 0 where the event is more frequent in the group. Empty cells need
 * nothing added. Studies without events, or with events only, add nothing, in degrees of freedom neither.
 *
 * <p>It is meant for rare events and arms of like size; elsewhere it lies too near no effect.
 *
 * <p>Source: Yusuf S, Peto R, Lewis J, Collins R, Sleight P (1985), Progress in Cardiovascular Diseases 27:335-371.
 */
public final class PetoOddsRatio {

    private PetoOddsRatio() {}

    /** The pooled logarithm of the odds ratio. */
    public static Pooled of(StratifiedTables studies, double level) {
        Require.fraction("level", level);
        List<TwoByTwo> tables = telling(studies);
        if (tables.isEmpty()) {
            return Pooled.notEstimable(Reason.NO_INFORMATIVE_STRATUM);
        }
        double variance = variances(tables);
        return MeanLimits.NORMAL.of(
                differences(tables) / variance, 1 / Math.sqrt(variance), tables.size() - 1, level, Optional.empty());
    }

    /** The test that the odds ratio is the same in all studies. */
    public static TestResult heterogeneity(StratifiedTables studies) {
        List<TwoByTwo> tables = telling(studies);
        if (tables.size() < 2) {
            return TestResult.notEstimable(Reason.FEWER_THAN_TWO_STUDIES);
        }
        double mean = differences(tables) / variances(tables);
        CompensatedSum q = new CompensatedSum();
        tables.forEach(table -> {
            double apart = difference(table) / variance(table) - mean;
            q.add(variance(table) * apart * apart);
        });
        return HeterogeneityTest.of(q.value(), tables.size() - 1);
    }

    private static List<TwoByTwo> telling(StratifiedTables studies) {
        return studies.tables().stream().filter(table -> variance(table) > 0).toList();
    }

    private static double differences(List<TwoByTwo> tables) {
        CompensatedSum sum = new CompensatedSum();
        tables.forEach(table -> sum.add(difference(table)));
        return sum.value();
    }

    private static double variances(List<TwoByTwo> tables) {
        CompensatedSum sum = new CompensatedSum();
        tables.forEach(table -> sum.add(variance(table)));
        return sum.value();
    }

    /** {@code O - E}, as {@code (x1 n2 - x2 n1) / N}. */
    public static double difference(TwoByTwo table) {
        return (double) ((long) table.group().events() * table.reference().assessed()
                        - (long) table.reference().events() * table.group().assessed())
                / table.assessed();
    }

    /** {@code V}; 0 where the study tells nothing. */
    public static double variance(TwoByTwo table) {
        double all = table.assessed();
        double events = table.events();
        return all < 2
                ? 0
                : table.group().assessed()
                        / all
                        * (table.reference().assessed() / all)
                        * events
                        * ((all - events) / (all - 1));
    }
}
