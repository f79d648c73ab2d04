package org.ipstrial.stats.proportion.target;

import java.util.function.IntToDoubleFunction;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.BinomialTails;

/**
 * Blaker's exact test of one share against a stated one.
 *
 * <p>With {@code x} events among {@code n} and {@code X} binomial with the stated share, the p-value is the smaller of
 * {@code P(X &ge; x)} and {@code P(X &le; x)} plus the largest opposite tail that is no larger (by more than 1e-7 of it,
 * which lets tails that are equal count as such in floating point). One-sided it is one of the two tails.
 *
 * <p>Edges: never above the doubled smaller tail; where the count is a middle one the p-value is 1. Blaker's interval is
 * the range of the shares that the test does not reject; within that range there can be shares that it does.
 *
 * <p>Source: Blaker H (2000), Confidence curves and improved exact confidence intervals for discrete distributions,
 * Canadian Journal of Statistics 28:783-798; corrigendum 29:681 (2001).
 */
public final class BlakerShareTest {

    private static final double ALLOWANCE = 1e-7;

    private BlakerShareTest() {}

    /** The test of one group. */
    public static TestResult of(BinomialCount count, double target, Alternative alternative) {
        double p = Require.fraction("target", target);
        int x = count.events();
        int n = count.assessed();
        BinomialTails tails = new BinomialTails(n);
        double most = tails.atLeast(x, p);
        double least = tails.atMost(x, p);
        double value;
        if (alternative != Alternative.TWO_SIDED) {
            value = alternative.pValue(most, least);
        } else if (most < least) {
            value = most + largestUpTo(most, n, k -> tails.atMost(k, p));
        } else {
            value = least + largestUpTo(least, n, k -> tails.atLeast(n - k, p));
        }
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, value)));
    }

    /** The largest tail that is no larger than another; tails grow with k, from -1, where there is none, to n. */
    private static double largestUpTo(double bound, int n, IntToDoubleFunction tail) {
        int fits = -1;
        int beyond = n;
        while (beyond - fits > 1) {
            int middle = fits + (beyond - fits) / 2;
            if (tail.applyAsDouble(middle) <= bound * (1 + ALLOWANCE)) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return fits < 0 ? 0 : tail.applyAsDouble(fits);
    }
}
