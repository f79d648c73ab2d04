package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;

/**
 * Wilson's score interval for one binomial proportion.
 *
 * <p>With {@code x} events among {@code n}, and {@code z} the standard normal value that is exceeded with probability
 * {@code (1 - level) / 2}:
 * <pre>
 *   centre = x + z&sup2;/2
 *   spread = z &middot; sqrt(x (n - x) / n + z&sup2;/4)
 *   upper  = (centre + spread) / (n + z&sup2;)
 *   lower  = (x&sup2;/n) / (centre + spread)
 * </pre>
 * These are the two roots {@code p} of {@code (x - n p)&sup2; = z&sup2; n p (1 - p)}; the smaller one is taken from
 * the product of the roots, because {@code centre - spread} loses digits when there are few events.
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Edges: without events the lower limit is exactly 0, with events only the upper limit is exactly 1. Defined for
 * one participant.
 *
 * <p>Source: Wilson EB (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22:209-212; recommended as method 3 by Newcombe RG (1998), Two-sided confidence
 * intervals for the single proportion, Statistics in Medicine 17:857-872.
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /** The proportion with Wilson's limits. */
    public static Estimate of(BinomialCount count, double level) {
        return at(count, CriticalValue.twoSided(level));
    }

    /** The proportion with Wilson's limits at the normal value {@code z}, 0 or above. */
    public static Estimate at(BinomialCount count, double z) {
        double x = count.events();
        double n = count.assessed();
        double centre = x + z * z / 2;
        double spread = z * Math.sqrt(x * (n - x) / n + z * z / 4);
        double lower = x == 0 ? 0 : x * x / n / (centre + spread);
        double upper = x == n ? 1 : (centre + spread) / (n + z * z);
        return Estimate.of(count.proportion(), lower, upper);
    }
}
