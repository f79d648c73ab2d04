package org.ipstrial.stats.regression.model;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;

/**
 * The test that a model needs no more columns than a smaller one.
 *
 * <p>{@code X = 2 (l1 - l0)}, the log-likelihoods of the larger and the smaller model; {@code p = P(chi-squared >= X)}
 * with as many degrees of freedom as the larger has more coefficients. Both models must be fitted to the same rows, and
 * the smaller be a special case of the larger.
 *
 * <p>Source: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62.
 */
public final class LikelihoodRatioTest {

    private LikelihoodRatioTest() {}

    /**
     * The test of two models.
     *
     * @throws IllegalArgumentException if the larger has no more coefficients, or they are not of the same rows
     */
    public static TestResult of(FittedModel larger, FittedModel smaller) {
        int df = larger.coefficients().length - smaller.coefficients().length;
        if (df <= 0 || larger.scores().length != smaller.scores().length) {
            throw new IllegalArgumentException("the larger model must have more coefficients on the same rows, got "
                    + larger.coefficients().length + " on " + larger.scores().length + " rows and "
                    + smaller.coefficients().length + " on " + smaller.scores().length);
        }
        double x = Math.max(0, 2 * (larger.logLikelihood() - smaller.logLikelihood()));
        double p = ChiSquaredDistribution.of(df).survivalProbability(x);
        return TestResult.of(x, df, NormalTest.atLeastSmallest(p));
    }
}
