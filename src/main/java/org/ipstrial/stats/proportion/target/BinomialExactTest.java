package org.ipstrial.stats.proportion.target;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.BinomialTails;

/**
 * The exact binomial test of one share against a stated one, two-sided by minimum likelihood.
 *
 * <p>With {@code x} events among {@code n}, the stated share {@code p} and
 * {@code f(k) = C(n, k) p^k (1 - p)^(n - k)}:
 * <pre>
 *   p-value = sum of f(k) over all k with f(k) &le; f(x) (1 + 1e-7)
 * </pre>
 * The allowance lets counts that are equally likely count as such in floating point, as in R. One-sided it is the
 * probability of at least as many events, or of at most as many. Away from the most likely count {@code f} falls to
 * either side, so that where the other tail begins is found by halving, and both tails are incomplete beta functions.
 *
 * <p>Edges: where no count is more likely than the one observed, the two-sided p-value is exactly 1. A p-value that is
 * too small for a double is given as the smallest double. Neither Clopper and Pearson's interval nor Blaker's inverts
 * it: near the level the two may disagree.
 *
 * <p>Source: the two-sided rule as in Irwin JO (1935), Tests of significance for differences between percentages based on
 * small numbers, Metron 12:83-94; Conover WJ (1971), Practical Nonparametric Statistics, Wiley, pages 97 to 104.
 */
public final class BinomialExactTest {

    private static final double ALLOWANCE = 1e-7;

    private BinomialExactTest() {}

    /** The test of one group. */
    public static TestResult of(BinomialCount count, double target, Alternative alternative) {
        double p = Require.fraction("target", target);
        int x = count.events();
        int n = count.assessed();
        BinomialTails tails = new BinomialTails(n);
        double value = alternative == Alternative.TWO_SIDED
                ? asUnlikely(x, n, p, tails)
                : alternative.pValue(tails.atLeast(x, p), tails.atMost(x, p));
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, value)));
    }

    private static double asUnlikely(int x, int n, double p, BinomialTails tails) {
        BinomialDistribution counts = BinomialDistribution.of(n, p);
        double bound = counts.logProbability(x) + StrictMath.log1p(ALLOWANCE);
        int mode = (int) Math.min(n, Math.floor((n + 1.0) * p));
        if (counts.logProbability(mode) <= bound) {
            return 1;
        }
        if (x < mode) {
            int from = first(mode, n, k -> counts.logProbability(k) <= bound);
            return tails.atMost(x, p) + tails.atLeast(from, p);
        }
        // From the mode downwards.
        int down = first(0, mode, steps -> counts.logProbability(mode - steps) <= bound);
        return tails.atLeast(x, p) + tails.atMost(mode - down, p);
    }

    /** The first number above {@code low} that a rising question holds for, up to {@code high}; else one more. */
    private static int first(int low, int high, IntPredicate holds) {
        int below = low;
        long above = high + 1L;
        while (above - below > 1) {
            int middle = (int) ((below + above) / 2);
            if (holds.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return (int) above;
    }
}
