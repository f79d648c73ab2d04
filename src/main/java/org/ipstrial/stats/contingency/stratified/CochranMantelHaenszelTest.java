package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * The Cochran-Mantel-Haenszel test that the arms do not differ in any stratum, without continuity correction.
 *
 * <p>In each stratum {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference,
 * {@code N = n1 + n2}, {@code m = x1 + x2}; sums are over the strata that have both arms:
 * <pre>
 *   X&sup2; = [sum (x1 n2 - x2 n1) / N]&sup2; / sum [n1 n2 m (N - m) / (N&sup2; (N - 1))]
 *   p  = P(chi-squared with 1 degree of freedom &ge; X&sup2;)
 * </pre>
 * It looks for a difference that has one direction in all strata; opposite ones cancel.
 *
 * <p>The statistic has no direction. A one-sided p-value is the normal tail of its root with the sign of the sum; on the
 * side of the observed difference it is half the two-sided one. Of one stratum it is the (N - 1) chi-squared test.
 *
 * <p>Edges: strata with one arm, without events or with events only add nothing; where no other is left there is no
 * variance and no test. Products are taken one factor at a time, so that none overflows (R's mantelhaen.test gives NA
 * where a product of whole numbers passes 2<sup>31</sup>). A p-value that is too small for a double is given as the
 * smallest double.
 *
 * <p>Source: Mantel N, Haenszel W (1959), Journal of the National Cancer Institute 22:719-748; Cochran WG (1954), Some
 * methods for strengthening the common chi-squared tests, Biometrics 10:417-451.
 */
public final class CochranMantelHaenszelTest {

    private CochranMantelHaenszelTest() {}

    /** The test of some strata. */
    public static TestResult of(StratifiedTables strata, Alternative alternative) {
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        double variance = StratifiedTables.sum(tables, CochranMantelHaenszelTest::variance);
        if (variance == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double off =
                StratifiedTables.sum(tables, table -> (double) PointEstimate.crossDifference(table) / table.assessed());
        double statistic = off / variance * off;
        return NormalTest.squared(statistic, off < 0, alternative);
    }

    private static double variance(TwoByTwo table) {
        double n = table.assessed();
        double events = table.events();
        return StratifiedTables.weight(table) * (events / n) * ((n - events) / (n - 1));
    }
}
