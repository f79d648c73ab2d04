package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/** What Pearson's chi-squared test and its (N - 1) form have in common. */
final class ChiSquared {

    private ChiSquared() {}

    /**
     * The test with the statistic {@code weight (x1 n2 - x2 n1)&sup2; / (n1 n2 m (N - m))}, {@code m} being the events
     * of both arms. Its root with the sign of the difference gives the one-sided p-values.
     */
    static TestResult test(TwoByTwo table, long weight, Alternative alternative) {
        long events = table.events();
        long nonEvents = table.assessed() - events;
        if (events == 0 || nonEvents == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double cross = PointEstimate.crossDifference(table);
        double arms = (long) table.group().assessed() * table.reference().assessed();
        double statistic = cross / arms * (cross / (events * nonEvents)) * weight;
        return NormalTest.squared(statistic, cross < 0, alternative);
    }
}
