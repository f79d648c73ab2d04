package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;

/**
 * The interval of Agresti and Coull for one binomial proportion: Wald's, after adding {@code z&sup2;/2} events and as
 * many non-events.
 *
 * <p>With {@code x} events among {@code n}, and {@code z} the standard normal value that is exceeded with probability
 * {@code (1 - level) / 2}:
 * <pre>
 *   m      = n + z&sup2;
 *   s      = (x + z&sup2;/2) / m
 *   limits = s &plusmn; z &middot; sqrt(s (1 - s) / m)
 * </pre>
 * Its middle is that of Wilson's interval, which it contains. The estimate that is given is the observed share
 * {@code x / n}.
 *
 * <p>Unit: proportion, from 0 to 1; what lies outside is cut off.
 *
 * <p>Source: Agresti A, Coull BA (1998), Approximate is better than "exact" for interval estimation of binomial
 * proportions, The American Statistician 52:119-126.
 */
public final class AgrestiCoullInterval {

    private AgrestiCoullInterval() {}

    /** The proportion with the limits of Agresti and Coull. */
    public static Estimate of(BinomialCount count, double level) {
        double z = CriticalValue.twoSided(level);
        double m = count.assessed() + z * z;
        double s = (count.events() + z * z / 2) / m;
        double t = (count.nonEvents() + z * z / 2) / m;
        double half = z * Math.sqrt(s * t / m);
        // The cut keeps the share inside where z is next to 0 and only rounding parts them.
        double p = count.proportion();
        return Estimate.of(p, Math.min(p, Math.max(0, s - half)), Math.max(p, Math.min(1, s + half)));
    }
}
