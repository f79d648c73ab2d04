package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.search.Crossing;

/**
 * The likelihood ratio interval for one binomial proportion.
 *
 * <p>With {@code x} events among {@code n}, {@code s = x / n}, and {@code z} the standard normal value that is exceeded
 * with probability {@code (1 - level) / 2}, the limits are the two {@code p} at which
 * <pre>
 *   2 [x ln(s / p) + (n - x) ln((1 - s) / (1 - p))] = z&sup2;
 * </pre>
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Edges: without events the limits are 0 and {@code 1 - exp(-z&sup2; / (2 n))}; with events only they are
 * {@code exp(-z&sup2; / (2 n))} and 1.
 *
 * <p>Source: textbook; section 4.2 of Brown LD, Cai TT, DasGupta A (2001), Interval estimation for a binomial
 * proportion, Statistical Science 16:101-133.
 */
public final class LikelihoodRatioInterval {

    private LikelihoodRatioInterval() {}

    /** The proportion with the limits of the likelihood ratio test. */
    public static Estimate of(BinomialCount count, double level) {
        double z = CriticalValue.twoSided(level);
        return Estimate.of(count.proportion(), lower(count, z * z), upper(count, z * z));
    }

    private static double lower(BinomialCount count, double critical) {
        if (count.events() == 0) {
            return 0;
        }
        if (count.nonEvents() == 0) {
            return StrictMath.exp(-critical / (2.0 * count.assessed()));
        }
        double s = count.proportion();
        // At s exp(-c / (2x) - 1) the events alone misfit by more than the critical value.
        double end = s * StrictMath.exp(-critical / (2.0 * count.events()) - 1);
        return Crossing.of(p -> critical - misfit(count, p), end, s);
    }

    private static double upper(BinomialCount count, double critical) {
        if (count.nonEvents() == 0) {
            return 1;
        }
        if (count.events() == 0) {
            return -StrictMath.expm1(-critical / (2.0 * count.assessed()));
        }
        double s = count.proportion();
        double end = 1 - (1 - s) * StrictMath.exp(-critical / (2.0 * count.nonEvents()) - 1);
        return Crossing.of(p -> misfit(count, p) - critical, s, end);
    }

    /** Twice the log likelihood ratio, of differences from the share, so that it keeps its digits next to it. */
    private static double misfit(BinomialCount count, double p) {
        double s = count.proportion();
        double t = count.nonEvents() / (double) count.assessed();
        return -2
                * (count.events() * StrictMath.log1p((p - s) / s) + count.nonEvents() * StrictMath.log1p((s - p) / t));
    }
}
