package org.ipstrial.stats.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Require;

/**
 * The exact interval of Clopper and Pearson for one binomial proportion: the proportions that neither one-sided
 * binomial test rejects at half of {@code 1 - level}.
 *
 * <p>With {@code x} events among {@code n} and {@code a = (1 - level) / 2}:
 * <pre>
 *   lower = the p at which P(X &ge; x) = a, the a quantile of Beta(x, n - x + 1)
 *   upper = the p at which P(X &le; x) = a, the 1 - a quantile of Beta(x + 1, n - x)
 * </pre>
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Edges: without events the limits are 0 and {@code 1 - a^(1/n)}; with events only they are {@code a^(1/n)} and 1.
 *
 * <p>Source: Clopper CJ, Pearson ES (1934), The use of confidence or fiducial limits illustrated in the case of the
 * binomial, Biometrika 26:404-413.
 */
public final class ClopperPearsonInterval {

    private ClopperPearsonInterval() {}

    /** The proportion with the limits of Clopper and Pearson. */
    public static Estimate of(BinomialCount count, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        return Estimate.of(count.proportion(), lower(count, tail), upper(count, tail));
    }

    private static double lower(BinomialCount count, double tail) {
        if (count.events() == 0) {
            return 0;
        }
        if (count.nonEvents() == 0) {
            return StrictMath.exp(StrictMath.log(tail) / count.assessed());
        }
        return BetaDistribution.of(count.events(), count.nonEvents() + 1.0).inverseCumulativeProbability(tail);
    }

    private static double upper(BinomialCount count, double tail) {
        if (count.nonEvents() == 0) {
            return 1;
        }
        if (count.events() == 0) {
            return -StrictMath.expm1(StrictMath.log(tail) / count.assessed());
        }
        return BetaDistribution.of(count.events() + 1.0, count.nonEvents()).inverseSurvivalProbability(tail);
    }
}
