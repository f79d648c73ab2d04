package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;

/**
 * The Wald interval for one binomial proportion, plain or with a continuity correction.
 *
 * <p>With {@code x} events among {@code n}, {@code p = x / n}, and {@code z} the standard normal value that is exceeded
 * with probability {@code (1 - level) / 2}:
 * <pre>
 *   se     = sqrt(p (1 - p) / n)
 *   limits = p &plusmn; (z &middot; se + c),  c = 0 or, with the correction, 1 / (2 n)
 * </pre>
 *
 * <p>Unit: proportion, from 0 to 1; what lies outside is cut off.
 *
 * <p>Edges: without events, and with events only, the standard error is 0: the plain limits equal the share, which
 * claims a certainty that the data do not hold.
 *
 * <p>Source: textbook; methods 1 and 2 of Newcombe RG (1998), Two-sided confidence intervals for the single proportion:
 * comparison of seven methods, Statistics in Medicine 17:857-872.
 */
public final class WaldInterval {

    private WaldInterval() {}

    /** The proportion with its standard error and Wald limits. */
    public static Estimate of(BinomialCount count, double level) {
        return of(count, level, 0);
    }

    /** The proportion with its standard error and the limits with a continuity correction. */
    public static Estimate corrected(BinomialCount count, double level) {
        return of(count, level, 0.5 / count.assessed());
    }

    private static Estimate of(BinomialCount count, double level, double correction) {
        double z = CriticalValue.twoSided(level);
        double n = count.assessed();
        double p = count.proportion();
        double se = Math.sqrt(p * (count.nonEvents() / n) / n);
        double half = z * se + correction;
        return Estimate.of(p, se, Math.max(0, p - half), Math.min(1, p + half));
    }
}
