package org.ipstrial.stats.rank;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;

/**
 * Brunner-Munzel test that neither arm tends to have more than the other.
 *
 * <p>With {@code p}, {@code se} and {@code df} of {@link BrunnerMunzelIndex}:
 *
 * <pre>
 *   T = (p - 1/2) / se,  t Student's with df degrees of freedom
 *   P-value = P(t &gt;= T) against more in the group, P(t &lt;= T) against less, 2 P(t &gt;= |T|) against both
 * </pre>
 *
 * <p>The p-value is below {@code 1 - level} exactly when those limits leave out one half. Positive where the group tends
 * to have more (some programs turn the sign round). Not estimable where an arm has one person ({@code fewer-than-two}),
 * nor where one arm lies wholly above the other or all amounts are equal ({@code no-variance}).
 *
 * <p>Source: Brunner E, Munzel U (2000), Biometrical Journal 42:17-25.
 */
public final class BrunnerMunzelTest {

    private BrunnerMunzelTest() {}

    /** The test of two samples. */
    public static TestResult of(TwoSamples samples, Alternative alternative) {
        return BrunnerMunzelIndex.test(samples, 0.5, alternative);
    }
}
