package org.ipstrial.stats.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Require;

/**
 * Jeffreys' interval for one binomial proportion: the middle part of the posterior distribution that follows from the
 * prior Beta(1/2, 1/2).
 *
 * <p>With {@code x} events among {@code n} and {@code a = (1 - level) / 2}:
 * <pre>
 *   lower = the a quantile of Beta(x + 1/2, n - x + 1/2), 0 when x = 0
 *   upper = its 1 - a quantile, 1 when x = n
 * </pre>
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Edges: the two ends are set to 0 and 1 as Brown, Cai and DasGupta advise and SAS does. The middle of the posterior
 * is not the observed share; at a level far below one half the interval need not contain it.
 *
 * <p>Source: Brown LD, Cai TT, DasGupta A (2001), Interval estimation for a binomial proportion, Statistical Science
 * 16:101-133.
 */
public final class JeffreysInterval {

    private JeffreysInterval() {}

    /** The proportion with Jeffreys' limits. */
    public static Estimate of(BinomialCount count, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        BetaDistribution posterior = BetaDistribution.of(count.events() + 0.5, count.nonEvents() + 0.5);
        double lower = count.events() == 0 ? 0 : posterior.inverseCumulativeProbability(tail);
        double upper = count.nonEvents() == 0 ? 1 : posterior.inverseSurvivalProbability(tail);
        return Estimate.of(count.proportion(), lower, upper);
    }
}
