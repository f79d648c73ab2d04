package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/**
 * Welch's t test that two means are equal, whatever the arms' variances.
 *
 * <p>With {@code d}, {@code se} and {@code df} of {@link WelchDifference}:
 *
 * <pre>
 *   T = d / se,  t Student's with df degrees of freedom
 *   p = P(t &gt;= T) against more in the group, P(t &lt;= T) against less, 2 P(t &gt;= |T|) against both
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
    public static TestResult of(TwoSamples samples, Alternative alternative) {
        return WelchDifference.test(samples, 0, alternative);
    }
}
