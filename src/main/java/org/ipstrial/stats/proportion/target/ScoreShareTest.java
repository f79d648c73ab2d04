package org.ipstrial.stats.proportion.target;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * The score test of one share against a stated one.
 *
 * <p>With {@code x} events among {@code n} and the stated share {@code p}:
 * <pre>
 *   z = (x - n p) / sqrt(n p (1 - p))
 * </pre>
 * which is standard normal if the probability is {@code p}. There is no continuity correction.
 *
 * <p>Direction: positive where more had the event than was stated. The Wilson interval of a level excludes {@code p}
 * exactly when the test rejects at one minus that level.
 *
 * <p>Edges: without events, and with events only, it is defined. Where {@code n p} or {@code n (1 - p)} is below about
 * 5 the normal distribution is a poor likeness of the binomial one.
 *
 * <p>Source: Wilson EB (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22:209-212; Fleiss JL, Levin B, Paik MC (2003), Statistical Methods for Rates and
 * Proportions, 3rd edition, Wiley, section 2.3.
 */
public final class ScoreShareTest {

    private ScoreShareTest() {}

    /** The test of one group. */
    public static TestResult of(BinomialCount count, double target, Alternative alternative) {
        double p = Require.fraction("target", target);
        double n = count.assessed();
        double z = (count.events() - n * p) / StrictMath.sqrt(n * p * (1 - p));
        return NormalTest.of(z, alternative);
    }
}
