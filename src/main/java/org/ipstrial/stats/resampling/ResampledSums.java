package org.ipstrial.stats.resampling;

/**
 * The bootstrap of two arms, for statistics of the arms' sums: from each arm as many values as it has are drawn with
 * replacement, and summed; as often as asked for.
 *
 * <p>The arms are resampled apart from each other, as they were randomised to fixed numbers. Replicate {@code i} takes
 * its draws from the stream of that number, first those of the group, then those of the reference: the sums are the
 * same on any number of threads. Sums of whole numbers below 2<sup>53</sup> are exact, so that replicates that tie do so
 * to the bit. The draws are by position: hand in sorted values where the order of the rows must not matter.
 *
 * <p>Source: Efron B, Tibshirani RJ (1993), An Introduction to the Bootstrap, chapter 8 (two samples).
 *
 * @param group     the sum of the group in each replicate
 * @param reference the sum of the reference in each replicate
 */
public record ResampledSums(double[] group, double[] reference) {

    /**
     * Resamples two arms.
     *
     * @param group      the values of the group, at least one
     * @param reference  the values of the reference, at least one
     * @param resampling how often, from which streams, on how many threads
     */
    public static ResampledSums of(double[] group, double[] reference, Resampling resampling) {
        ResampledSums sums = new ResampledSums(new double[resampling.resamples()], new double[resampling.resamples()]);
        Blocks.run(resampling, (from, to) -> {
            for (int i = from; i < to; i++) {
                Draws draws = resampling.streams().replicate(i);
                sums.group[i] = resampledSum(group, draws);
                sums.reference[i] = resampledSum(reference, draws);
            }
        });
        return sums;
    }

    private static double resampledSum(double[] values, Draws draws) {
        int n = values.length;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += values[draws.below(n)];
        }
        return sum;
    }

    /** How many replicates. */
    public int resamples() {
        return group.length;
    }
}
