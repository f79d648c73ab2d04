package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.search.Crossing;

/**
 * The mid-p interval for one binomial proportion: as Clopper and Pearson's, with only half the probability of the
 * observed number counted in each tail.
 *
 * <p>With {@code x} events among {@code n} and {@code a = (1 - level) / 2}:
 * <pre>
 *   lower = the p at which P(X &gt; x) + P(X = x) / 2 = a, 0 when x = 0
 *   upper = the p at which P(X &lt; x) + P(X = x) / 2 = a, 1 when x = n
 * </pre>
 * Each lies between two limits of Clopper and Pearson, those of {@code x} and of its neighbour.
 *
 * <p>Unit: proportion, from 0 to 1.
 *
 * <p>Edges: without events the upper limit is {@code 1 - (2a)^(1/n)}; with events only the lower is {@code (2a)^(1/n)}.
 *
 * <p>Source: Berry G, Armitage P (1995), Mid-P confidence intervals: a brief review, The Statistician 44:417-423;
 * method 6 of Newcombe RG (1998), Statistics in Medicine 17:857-872.
 */
public final class MidPInterval {

    private MidPInterval() {}

    /** The proportion with its mid-p limits. */
    public static Estimate of(BinomialCount count, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        return Estimate.of(count.proportion(), lower(count, level, tail), upper(count, level, tail));
    }

    private static double lower(BinomialCount count, double level, double tail) {
        if (count.events() == 0) {
            return 0;
        }
        if (count.nonEvents() == 0) {
            return StrictMath.exp(StrictMath.log(2 * tail) / count.assessed());
        }
        BinomialTails tails = new BinomialTails(count.assessed());
        BinomialCount more = new BinomialCount(count.events() + 1, count.assessed());
        return Crossing.of(
                p -> tails.midUpper(count.events(), p) - tail,
                value(ClopperPearsonInterval.of(count, level).lower()),
                value(ClopperPearsonInterval.of(more, level).lower()));
    }

    private static double upper(BinomialCount count, double level, double tail) {
        if (count.nonEvents() == 0) {
            return 1;
        }
        if (count.events() == 0) {
            return -StrictMath.expm1(StrictMath.log(2 * tail) / count.assessed());
        }
        BinomialTails tails = new BinomialTails(count.assessed());
        BinomialCount fewer = new BinomialCount(count.events() - 1, count.assessed());
        return Crossing.of(
                p -> tail - tails.midLower(count.events(), p),
                value(ClopperPearsonInterval.of(fewer, level).upper()),
                value(ClopperPearsonInterval.of(count, level).upper()));
    }

    private static double value(Quantity limit) {
        return limit.ifEstimated().orElseThrow();
    }
}
