package org.ipstrial.stats.proportion.target;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.BinomialTails;

/**
 * The exact binomial test of one share against a stated one, two-sided by doubling.
 *
 * <p>With {@code x} events among {@code n} and {@code X} binomial with the stated share:
 * <pre>
 *   p-value = min(1, 2 P(X &ge; x), 2 P(X &le; x))
 * </pre>
 * One-sided it is one of the two tails, not doubled.
 *
 * <p>Clopper and Pearson's interval of a level excludes the stated share exactly when this test rejects at one minus that
 * level. It is mostly larger than the p-value by minimum likelihood.
 *
 * <p>Source: Clopper CJ, Pearson ES (1934), The use of confidence or fiducial limits illustrated in the case of the
 * binomial, Biometrika 26:404-413.
 */
public final class BinomialCentralTest {

    private BinomialCentralTest() {}

    /** The test of one group. */
    public static TestResult of(BinomialCount count, double target, Alternative alternative) {
        double p = Require.fraction("target", target);
        BinomialTails tails = new BinomialTails(count.assessed());
        double value = alternative.pValue(tails.atLeast(count.events(), p), tails.atMost(count.events(), p));
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, value)));
    }
}
