package org.ipstrial.stats.location;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * An estimate whose distance from the truth, in standard errors, follows Student's t distribution.
 *
 * <pre>
 *   limits = estimate -+ t standardError,  t the quantile at (1 + level) / 2 with df degrees of freedom
 *   T      = (estimate - null) / standardError
 *   p      = P(t &gt;= T) against more, P(t &lt;= T) against less, 2 P(t &gt;= |T|) against both
 * </pre>
 *
 * @param estimate      the estimate
 * @param standardError its standard error, above 0
 * @param df            degrees of freedom, above 0
 */
public record TApproximation(double estimate, double standardError, double df) {

    /** Refuses a standard error of 0, which makes no test. */
    public TApproximation {
        if (!(standardError > 0 && df > 0)) {
            throw new IllegalArgumentException(
                    "standard error and df must be above 0, got " + standardError + " and " + df);
        }
    }

    /**
     * The estimate with its limits.
     *
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public Estimate limits(double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        double half = TDistribution.of(df).inverseSurvivalProbability(tail) * standardError;
        return Estimate.of(estimate, standardError, estimate - half, estimate + half);
    }

    /** The test that the truth is {@code nullValue}. */
    public TestResult test(double nullValue, Alternative alternative) {
        double t = (estimate - nullValue) / standardError;
        if (Double.isInfinite(t)) {
            return NormalTest.beyond(t > 0, alternative);
        }
        TDistribution distribution = TDistribution.of(df);
        double p = alternative.pValue(distribution.survivalProbability(t), distribution.survivalProbability(-t));
        return TestResult.of(t, df, NormalTest.atLeastSmallest(p));
    }
}
