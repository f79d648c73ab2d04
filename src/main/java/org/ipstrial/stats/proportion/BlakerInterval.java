package org.ipstrial.stats.proportion;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.search.Crossing;

/**
 * Blaker's exact interval for one binomial proportion.
 *
 * <p>With {@code x} events among {@code n}, the acceptability of a proportion {@code p} is the smaller of the two tails
 * {@code P(X &ge; x)} and {@code P(X &le; x)}, plus the largest opposite tail that is no larger than it. The limits are
 * the smallest and the largest {@code p} whose acceptability is above {@code 1 - level}.
 *
 * <p>No grid is searched. Below the estimate the acceptability is {@code P(X &ge; x) + P(X &le; k)}, in which {@code k}
 * goes up by one wherever {@code P(X &le; k + 1)} meets {@code P(X &ge; x)}; there the acceptability jumps to twice
 * {@code P(X &ge; x)}. Beyond Clopper and Pearson's lower limit that is at least {@code 1 - level}, so the limit is at
 * the first such jump, or before it where the acceptability, which between jumps falls and then rises, has already
 * risen above {@code 1 - level}. The upper limit is one minus the lower limit of the non-events.
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Edges: without events the lower limit is 0, with events only the upper limit is 1. The set of acceptable
 * proportions can have holes; the interval covers them. It lies within Clopper and Pearson's, and the interval of a
 * lower level within that of a higher one.
 *
 * <p>Source: Blaker H (2000), Confidence curves and improved exact confidence intervals for discrete distributions,
 * Canadian Journal of Statistics 28:783-798; corrigendum 29:681 (2001).
 */
public final class BlakerInterval {

    private BlakerInterval() {}

    /** The proportion with Blaker's limits. */
    public static Estimate of(BinomialCount count, double level) {
        double alpha = 1 - Require.fraction("level", level);
        double p = count.proportion();
        // Rounding must not carry a limit over the estimate where the level is next to 0.
        double lower = Math.min(p, lower(count, level, alpha));
        double upper = Math.max(p, 1 - lower(count.complement(), level, alpha));
        return Estimate.of(p, lower, upper);
    }

    private static double lower(BinomialCount count, double level, double alpha) {
        int x = count.events();
        int n = count.assessed();
        if (x == 0) {
            return 0;
        }
        BinomialTails tails = new BinomialTails(n);
        double start =
                ClopperPearsonInterval.of(count, level).lower().ifEstimated().orElseThrow();
        int k = Math.min(x - 1, BinomialDistribution.of(n, start).inverseCumulativeProbability(alpha / 2));
        double end = Math.max(start, count.proportion());
        double jump = Crossing.of(p -> tails.atLeast(x, p) - tails.atMost(k, p), start, end);
        double before = tails.atLeast(x, jump) + tails.atMost(k - 1, jump);
        if (before <= alpha) {
            return jump;
        }
        return Crossing.of(p -> tails.atLeast(x, p) + tails.atMost(k - 1, p) - alpha, start, jump);
    }
}
