package org.ipstrial.stats.contingency;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/** What Pearson's chi-squared test and its (N - 1) form have in common. */
final class ChiSquared {

    private static final ChiSquaredDistribution ONE_DEGREE_OF_FREEDOM = ChiSquaredDistribution.of(1);

    private ChiSquared() {}

    /**
     * The test with the statistic {@code weight (x1 n2 - x2 n1)&sup2; / (n1 n2 m (N - m))}, {@code m} being the events
     * of both arms.
     */
    static TestResult test(TwoByTwo table, long weight) {
        long events = table.events();
        long nonEvents = table.assessed() - events;
        if (events == 0 || nonEvents == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double cross = PointEstimate.crossDifference(table);
        double arms = (long) table.group().assessed() * table.reference().assessed();
        double statistic = cross / arms * (cross / (events * nonEvents)) * weight;
        return TestResult.of(statistic, 1, atLeastSmallest(ONE_DEGREE_OF_FREEDOM.survivalProbability(statistic)));
    }

    /** No p-value is 0: one that is too small for a double becomes the smallest double, which is on the safe side. */
    static double atLeastSmallest(double p) {
        return Math.max(Double.MIN_VALUE, p);
    }
}
