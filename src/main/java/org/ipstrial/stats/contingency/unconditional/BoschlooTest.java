package org.ipstrial.stats.contingency.unconditional;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Boschloo's unconditional exact test of the two by two table: Fisher's p-value taken as the statistic.
 *
 * <p>With {@code F} the p-value of Fisher's exact test, two-sided by minimum likelihood:
 * <pre>
 *   p = largest probability, over all p shared by the arms, of the tables whose F is at most the observed one
 * </pre>
 * It is never above {@code F}. One-sided, {@code F} is Fisher's one-sided p-value. This two-sided test is the one of
 * StatXact; doubling the smaller one-sided p-value, as scipy does, is another test with another number. Values of
 * {@code F} that agree to 1e-10 of their size are equal. The largest probability is found to 1e-12 of itself, with proof
 * ({@link CommonShareMaximum}).
 *
 * <p>Edges: without any events, or with events only, p is 1. Tables of more than 5,000 people are not taken.
 *
 * <p>Source: Boschloo RD (1970), Raised conditional level of significance for the 2 x 2-table when testing the equality
 * of two probabilities, Statistica Neerlandica 24:1-35.
 */
public final class BoschlooTest {

    private static final double EQUAL_PROBABILITIES = 1 + 1e-7;
    private static final double EQUAL_STATISTICS = 1 + 1e-10;

    private BoschlooTest() {}

    /** The test of one table. */
    public static TestResult of(TwoByTwo table, Alternative alternative) {
        if (LargestTable.exceeded(table, LargestTable.FOR_A_TEST)) {
            return TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT);
        }
        if (alternative == Alternative.LESS) {
            return of(table.swapped(), Alternative.GREATER);
        }
        boolean twoSided = alternative == Alternative.TWO_SIDED;
        int n1 = table.group().assessed();
        int n2 = table.reference().assessed();
        GivenTotal own = GivenTotal.of(n1, n2, (int) table.events());
        int x1 = table.group().events();
        double largest = EQUAL_STATISTICS * (twoSided ? minimumLikelihood(own, x1) : upperTail(own, x1));
        double[] w = new double[n1 + n2 + 1];
        for (int m = 0; m < w.length; m++) {
            GivenTotal given = GivenTotal.of(n1, n2, m);
            w[m] = Math.min(1, twoSided ? largestMinimumLikelihood(given, largest) : largestUpperTail(given, largest));
        }
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, CommonShareMaximum.of(w))));
    }

    private static double upperTail(GivenTotal given, int x1) {
        double tail = 0;
        for (int k = given.last(); k >= x1; k--) {
            tail += given.probabilities()[k - given.first()];
        }
        return tail;
    }

    private static double largestUpperTail(GivenTotal given, double largest) {
        double tail = 0;
        for (int k = given.last(); k >= given.first(); k--) {
            double more = tail + given.probabilities()[k - given.first()];
            if (more > largest) {
                return tail;
            }
            tail = more;
        }
        return tail;
    }

    private static double minimumLikelihood(GivenTotal given, int x1) {
        return collect(given, Double.POSITIVE_INFINITY, given.probabilities()[x1 - given.first()]);
    }

    private static double largestMinimumLikelihood(GivenTotal given, double largest) {
        return collect(given, largest, Double.POSITIVE_INFINITY);
    }

    /**
     * Collects tables from both ends, the least likely first and all that are equally likely at once, as long as their
     * sum is at most {@code largest} and they are no more likely than {@code mostLikely}.
     */
    private static double collect(GivenTotal given, double largest, double mostLikely) {
        double[] f = given.probabilities();
        int low = 0;
        int high = f.length - 1;
        double sum = 0;
        while (low <= high) {
            double limit = Math.min(f[low], f[high]) * EQUAL_PROBABILITIES;
            double more = sum;
            int nextLow = low;
            int nextHigh = high;
            while (nextLow <= high && f[nextLow] <= limit) {
                more += f[nextLow++];
            }
            while (nextHigh >= nextLow && f[nextHigh] <= limit) {
                more += f[nextHigh--];
            }
            if (more > largest || limit > mostLikely * EQUAL_PROBABILITIES * EQUAL_PROBABILITIES) {
                return sum;
            }
            sum = more;
            low = nextLow;
            high = nextHigh;
        }
        return sum;
    }
}
