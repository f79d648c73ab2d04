package org.ipstrial.stats.location;

import org.ipstrial.stats.TestResult;

/**
 * Welch's t test that two means are equal, whatever the arms' variances.
 *
 * <p>With {@code d}, {@code se} and {@code df} of {@link WelchDifference}:
 *
 * <pre>
 *   T = d / se,  p = 2 P(t &gt;= |T|),  t Student's with df degrees of freedom
 * </pre>
 *
 * <p>The p-value is below {@code 1 - level} exactly when those limits leave out 0. Positive where the group has more. Not
 * estimable where an arm has one person ({@code fewer-than-two}) or nobody differs from their arm's mean
 * ({@code no-variance}).
 *
 * <p>Source: Welch BL (1947), Biometrika 34:28-35.
 */
public final class WelchTest {

    private WelchTest() {}

    /** The test of two samples. */
    public static TestResult of(TwoSamples samples) {
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError()
                .map(TestResult::notEstimable)
                .orElseGet(() -> WelchDifference.approximation(means).test(0));
    }
}
