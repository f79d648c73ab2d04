package org.ipstrial.stats.contingency.unconditional;

import java.util.Arrays;

/** Binomial probabilities of all numbers of events at once, kept for one number of people and many probabilities. */
final class Binomial {

    /** Beside the largest probability nothing smaller is seen in a sum of a size with it. */
    static final double UNSEEN = 1e-30;
    /** For sums over far tails alone: the smallest probability with all its digits. */
    static final double SMALLEST = Double.MIN_NORMAL;

    private final double negligible;
    final int n;
    final double[] f;
    int first;
    int last;

    Binomial(int n, double negligible) {
        this.negligible = negligible;
        this.n = n;
        this.f = new double[n + 1];
    }

    /** Fills in the probabilities; outside {@code first} to {@code last} they are 0. */
    void at(double p) {
        Arrays.fill(f, first, last + 1, 0);
        int mode = (int) Math.min(n, Math.floor((n + 1) * p));
        f[mode] = 1;
        first = mode;
        last = mode;
        double sum = 1;
        double odds = p / (1 - p);
        double weight = 1;
        while (last < n) {
            weight *= (double) (n - last) / (last + 1) * odds;
            if (!(weight > negligible)) {
                break;
            }
            f[++last] = weight;
            sum += weight;
        }
        weight = 1;
        while (first > 0) {
            weight *= first / ((n - first + 1) * odds);
            if (!(weight > negligible)) {
                break;
            }
            f[--first] = weight;
            sum += weight;
        }
        for (int k = first; k <= last; k++) {
            f[k] /= sum;
        }
    }
}
