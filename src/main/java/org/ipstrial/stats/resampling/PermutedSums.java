package org.ipstrial.stats.resampling;

/**
 * The sum of one arm when everybody is allocated anew at random to arms of the same sizes; as often as asked for.
 *
 * <p>Replicate {@code i} draws from the stream of that number, without replacement, as many values as the arm has: the
 * sums are the same on any number of threads. The draws are by position: hand in sorted values where the order of the
 * rows must not matter.
 *
 * <p>Source: Ernst MD (2004), Statistical Science 19:676-685, for tests by random permutation.
 */
public final class PermutedSums {

    private PermutedSums() {}

    /**
     * Allocates anew.
     *
     * @param values     the values of everybody
     * @param size       how many of them the arm has, from 1 to the number of values
     * @param resampling how often, from which streams, on how many threads
     * @return the sum of the arm in each replicate
     */
    public static double[] of(double[] values, int size, Resampling resampling) {
        double[] sums = new double[resampling.resamples()];
        Blocks.run(resampling, (from, to) -> {
            double[] left = new double[values.length];
            for (int i = from; i < to; i++) {
                System.arraycopy(values, 0, left, 0, values.length);
                sums[i] = drawnSum(left, left.length, size, resampling.streams().replicate(i));
            }
        });
        return sums;
    }

    /** The sum of {@code size} of the first {@code n} values, which are moved about. */
    static double drawnSum(double[] left, int n, int size, Draws draws) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            int drawn = j + draws.below(n - j);
            sum += left[drawn];
            left[drawn] = left[j];
        }
        return sum;
    }
}
