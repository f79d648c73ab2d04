package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;

/**
 * Student's t test that two means are equal, with one variance for both arms.
 *
 * <p>With {@code d}, {@code se} and {@code df} of {@link StudentDifference}:
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
 * <p>Source: Student (1908), Biometrika 6:1-25; for two samples Fisher RA (1925), Metron 5:90-104.
 */
public final class StudentTest {

    private StudentTest() {}

    /** The test of two samples. */
    public static TestResult of(TwoSamples samples, Alternative alternative) {
        return StudentDifference.test(samples, 0, alternative);
    }
}
