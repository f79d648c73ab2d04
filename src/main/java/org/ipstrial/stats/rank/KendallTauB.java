package org.ipstrial.stats.rank;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/**
 * Kendall's tau-b, and the two-sided test that two orders have nothing to do with each other.
 *
 * <p>Over all pairs of units, {@code S} is the number ordered alike by both numbers minus the number ordered oppositely,
 * {@code n0 = n (n - 1) / 2}, and {@code n1}, {@code n2} the pairs that are tied in the first and in the second number:
 * <pre>
 *   tau-b = S / sqrt((n0 - n1) (n0 - n2))
 *   p     = the share of all n! orders of the second number with |S| at least as large
 * </pre>
 * Without ties, and for up to {@value #MOST_EXACT} units, the orders are counted by recursion; with ties they are gone
 * through one by one for up to {@value #MOST_PERMUTED} units. Beyond that {@code z = S / sqrt(v)} is taken as standard
 * normal, without continuity correction, with, summed over groups of {@code t} units tied in the first and {@code u} in
 * the second number,
 * <pre>
 *   v = (n(n-1)(2n+5) - sum t(t-1)(2t+5) - sum u(u-1)(2u+5)) / 18
 *       + sum t(t-1)(t-2) sum u(u-1)(u-2) / (9 n(n-1)(n-2)) + sum t(t-1) sum u(u-1) / (2 n(n-1))
 * </pre>
 *
 * <p>Direction: above 0 where units with more of the one have more of the other. Units are few (teams), so that all pairs
 * are gone through.
 *
 * <p>Edges: with fewer than two units, or all alike in one number, there is no tau-b.
 *
 * <p>Source: Kendall MG (1938), A new measure of rank correlation, Biometrika 30:81-93; with ties, Kendall MG (1945), The
 * treatment of ties in ranking problems, Biometrika 33:239-251; the recursion: Kendall MG (1948), Rank Correlation
 * Methods, Griffin, chapter 5.
 */
public final class KendallTauB {

    /** The most units without ties whose orders are counted. */
    public static final int MOST_EXACT = 49;

    /** The most units with ties whose orders are gone through. */
    public static final int MOST_PERMUTED = 9;

    private KendallTauB() {}

    /** The association of paired values. */
    public static RankAssociation of(PairedValues values) {
        int n = values.units();
        if (n < 2) {
            return none(Reason.FEWER_THAN_TWO_UNITS);
        }
        double[] x = values.first();
        double[] y = values.second();
        long all = (long) n * (n - 1) / 2;
        long untiedX = all - tiedPairs(x);
        long untiedY = all - tiedPairs(y);
        if (untiedX == 0 || untiedY == 0) {
            return none(Reason.NO_VARIANCE);
        }
        long score = score(x, y, asTheyStand(n));
        // Within [-1, 1] to the last bit: the root of a square may be rounded down.
        double tau = score / StrictMath.sqrt((double) untiedX * untiedY);
        Quantity estimate = Quantity.of(Math.max(-1, Math.min(1, tau)));
        boolean ties = untiedX < all || untiedY < all;
        if (!ties && n <= MOST_EXACT) {
            return new RankAssociation(estimate, TestResult.exact(counted(n, Math.abs(score))), true);
        }
        if (n <= MOST_PERMUTED) {
            return new RankAssociation(estimate, TestResult.exact(permuted(x, y, Math.abs(score))), true);
        }
        double z = score / StrictMath.sqrt(variance(x, y));
        double p = Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
        TestResult test = new TestResult(
                OptionalDouble.of(z), OptionalDouble.empty(), Quantity.of(NormalTest.atLeastSmallest(p)));
        return new RankAssociation(estimate, test, false);
    }

    private static RankAssociation none(Reason reason) {
        return new RankAssociation(Quantity.notEstimable(reason), TestResult.notEstimable(reason), false);
    }

    /** The score with the second numbers in an order. */
    private static long score(double[] x, double[] y, int[] order) {
        long score = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                score += Double.compare(x[i], x[j]) * Double.compare(y[order[i]], y[order[j]]);
            }
        }
        return score;
    }

    private static int[] asTheyStand(int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** The share of the orders of so many units with at least such a score, of either sign. */
    private static double counted(int n, long score) {
        // ways[k]: the share of the orders with k pairs ordered oppositely.
        double[] ways = {1};
        for (int units = 2; units <= n; units++) {
            double[] more = new double[ways.length + units - 1];
            for (int k = 0; k < ways.length; k++) {
                for (int step = 0; step < units; step++) {
                    more[k + step] += ways[k] / units;
                }
            }
            ways = more;
        }
        long all = ways.length - 1L;
        double p = 0;
        // The smallest shares first; orders with k pairs against each other have the score all - 2k.
        for (int k = 0; all - 2L * k >= Math.max(score, 1); k++) {
            p += 2 * ways[k];
        }
        return score == 0 ? 1 : Math.min(1, p);
    }

    private static double permuted(double[] x, double[] y, long score) {
        int n = x.length;
        long[] hits = new long[2];
        permute(x, y, asTheyStand(n), n, score, hits);
        return (double) hits[0] / hits[1];
    }

    /** Heap's algorithm: every order of the second number once. */
    private static void permute(double[] x, double[] y, int[] order, int size, long score, long[] hits) {
        if (size == 1) {
            hits[0] += Math.abs(score(x, y, order)) >= score ? 1 : 0;
            hits[1]++;
            return;
        }
        for (int i = 0; i < size; i++) {
            permute(x, y, order, size - 1, score, hits);
            int other = size % 2 == 0 ? i : 0;
            int last = order[size - 1];
            order[size - 1] = order[other];
            order[other] = last;
        }
    }

    private static double variance(double[] x, double[] y) {
        double n = x.length;
        double[] t = tieSums(x);
        double[] u = tieSums(y);
        return (n * (n - 1) * (2 * n + 5) - t[0] - u[0]) / 18
                + t[1] * u[1] / (9 * n * (n - 1) * (n - 2))
                + t[2] * u[2] / (2 * n * (n - 1));
    }

    private static long tiedPairs(double[] values) {
        return (long) tieSums(values)[2] / 2;
    }

    /** Over groups of t units that are alike, the sums of t(t-1)(2t+5), t(t-1)(t-2) and t(t-1). */
    private static double[] tieSums(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] sums = new double[3];
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                double t = i - from;
                sums[0] += t * (t - 1) * (2 * t + 5);
                sums[1] += t * (t - 1) * (t - 2);
                sums[2] += t * (t - 1);
                from = i;
            }
        }
        return sums;
    }
}
