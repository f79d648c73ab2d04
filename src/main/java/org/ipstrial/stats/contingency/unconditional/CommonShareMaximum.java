package org.ipstrial.stats.contingency.unconditional;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The largest probability of a set of tables when both arms have the same probability {@code p} of the event, over all
 * {@code p} from 0 to 1.
 *
 * <p>With {@code w(m)} the probability of the set given {@code m} events in both arms, of {@code N} people,
 * <pre>
 *   f(p) = sum over m of w(m) C(N, m) p^m (1 - p)^(N - m)
 * </pre>
 * is a polynomial in Bernstein's form with the coefficients {@code w(m)}. On any part of the scale it lies between the
 * smallest and the largest of its coefficients there, which de Casteljau's halving gives, and the first and the last of
 * them are its values at the ends. So the search needs no guess of a grid: it halves every part whose largest
 * coefficient is above the best value found, until none is by more than 1e-12 of that value. All coefficients are
 * averages of numbers of one sign, so that also the smallest keep their digits.
 *
 * <p>Source: Bernstein's form and de Casteljau's algorithm: Farin G (2002), Curves and Surfaces for CAGD, 5th edition,
 * chapters 4 to 6.
 */
final class CommonShareMaximum {

    private static final double PRECISION = 1 + 1e-12;

    private CommonShareMaximum() {}

    /**
     * The largest value.
     *
     * @param w the probability of the set given each number of events, from 0 events on
     */
    static double of(double[] w) {
        double best = Math.max(w[0], w[w.length - 1]);
        Deque<double[]> parts = new ArrayDeque<>();
        parts.push(w);
        while (!parts.isEmpty()) {
            double[] right = parts.pop();
            if (largest(right) <= best * PRECISION) {
                continue;
            }
            double[] left = halve(right);
            best = Math.max(best, right[0]);
            boolean leftFirst = largest(left) > largest(right);
            parts.push(leftFirst ? right : left);
            parts.push(leftFirst ? left : right);
        }
        return best;
    }

    private static double largest(double[] coefficients) {
        double largest = 0;
        for (double coefficient : coefficients) {
            largest = Math.max(largest, coefficient);
        }
        return largest;
    }

    /** The coefficients on the left half; those given become those on the right half. */
    private static double[] halve(double[] coefficients) {
        double[] right = coefficients;
        int last = right.length - 1;
        double[] left = new double[right.length];
        for (int step = 0; step <= last; step++) {
            left[step] = right[0];
            for (int i = 0; i < last - step; i++) {
                right[i] = (right[i] + right[i + 1]) / 2;
            }
        }
        return left;
    }
}
