package org.ipstrial.stats.imputation.pooling;

import org.ipstrial.stats.Require;

/**
 * What one completed data set says, as if nothing had been missing.
 *
 * @param estimate the estimate, on a scale on which it is about normal
 * @param variance its squared standard error, not below 0
 * @param df       the degrees of freedom of its variance, above 0; infinite where the analysis takes it for known
 */
public record CompletedEstimate(double estimate, double variance, double df) {

    /** Refuses what is no estimate with a variance. */
    public CompletedEstimate {
        Require.finite("estimate and variance", new double[] {estimate, variance});
        if (variance < 0 || !(df > 0)) {
            throw new IllegalArgumentException(
                    "a variance must not be below 0 and df must be above 0, got " + variance + " and " + df);
        }
    }

    /** An estimate whose analysis takes the normal distribution for its limits. */
    public static CompletedEstimate normal(double estimate, double variance) {
        return new CompletedEstimate(estimate, variance, Double.POSITIVE_INFINITY);
    }
}
