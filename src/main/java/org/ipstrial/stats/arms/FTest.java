package org.ipstrial.stats.arms;

import org.apache.commons.statistics.distribution.FDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;

/** Tests whose statistic has Fisher and Snedecor's F distribution under the null hypothesis. */
final class FTest {

    private FTest() {}

    /** The test of a statistic; one that no double can hold has the smallest p-value. */
    static TestResult of(double f, double df1, double df2) {
        if (Double.isInfinite(f)) {
            return NormalTest.beyond(true, Alternative.GREATER);
        }
        double p = FDistribution.of(df1, df2).survivalProbability(f);
        return TestResult.ofF(f, df1, df2, NormalTest.atLeastSmallest(p));
    }
}
