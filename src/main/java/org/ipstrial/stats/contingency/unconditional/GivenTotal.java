package org.ipstrial.stats.contingency.unconditional;

/**
 * The hypergeometric probabilities of the events in the group given those in both arms, for one total after another.
 *
 * @param first         the smallest possible number of events in the group
 * @param probabilities their probabilities, from the smallest on
 */
record GivenTotal(int first, double[] probabilities) {

    private static final double MODE_WEIGHT = 0x1p900;

    /** The probabilities for {@code m} events among {@code n1 + n2}. */
    static GivenTotal of(int n1, int n2, int m) {
        int low = Math.max(0, m - n2);
        int high = Math.min(n1, m);
        double[] f = new double[high - low + 1];
        int mode = Math.min(high, Math.max(low, (int) ((n1 + 1L) * (m + 1L) / (n1 + n2 + 2L))));
        f[mode - low] = MODE_WEIGHT;
        double sum = MODE_WEIGHT;
        for (int k = mode; k < high; k++) {
            double up = (double) (n1 - k) * (m - k) / ((double) (k + 1) * (n2 - m + k + 1));
            f[k + 1 - low] = f[k - low] * up;
            sum += f[k + 1 - low];
        }
        for (int k = mode; k > low; k--) {
            double down = (double) k * (n2 - m + k) / ((double) (n1 - k + 1) * (m - k + 1));
            f[k - 1 - low] = f[k - low] * down;
            sum += f[k - 1 - low];
        }
        for (int i = 0; i < f.length; i++) {
            f[i] /= sum;
        }
        return new GivenTotal(low, f);
    }

    /** The largest number of events in the group. */
    int last() {
        return first + probabilities.length - 1;
    }
}
