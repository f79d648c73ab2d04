package org.ipstrial.stats.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The tails of a binomial distribution, each as an incomplete beta function, so that none is one minus another:
 * {@code P(X >= k) = I_p(k, n - k + 1)} and {@code P(X <= k) = 1 - I_p(k + 1, n - k)} from the upper tail.
 */
public final class BinomialTails {

    private final int n;

    /** Those of so many people, at least 1. */
    public BinomialTails(int n) {
        this.n = n;
    }

    /** The probability of {@code k} events or more. */
    public double atLeast(int k, double p) {
        if (k <= 0) {
            return 1;
        }
        if (k > n) {
            return 0;
        }
        return BetaDistribution.of(k, n - k + 1.0).cumulativeProbability(p);
    }

    /** The probability of {@code k} events or fewer. */
    public double atMost(int k, double p) {
        if (k < 0) {
            return 0;
        }
        if (k >= n) {
            return 1;
        }
        return BetaDistribution.of(k + 1.0, n - k).survivalProbability(p);
    }

    /** The probability of more than {@code k} events and half that of {@code k}. */
    double midUpper(int k, double p) {
        return (atLeast(k, p) + atLeast(k + 1, p)) / 2;
    }

    /** The probability of fewer than {@code k} events and half that of {@code k}. */
    double midLower(int k, double p) {
        return (atMost(k, p) + atMost(k - 1, p)) / 2;
    }
}
