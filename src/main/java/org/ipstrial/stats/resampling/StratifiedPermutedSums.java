package org.ipstrial.stats.resampling;

import java.util.List;

/**
 * How far a sum lies when everybody is allocated anew at random within their stratum; as often as asked for.
 *
 * <p>Replicate {@code i} draws from the stream of that number, one stratum after the other and without replacement, as many
 * values as the stratum's smaller arm has: the sums are the same on any number of threads.
 */
public final class StratifiedPermutedSums {

    private StratifiedPermutedSums() {}

    /**
     * The smaller arm of one stratum.
     *
     * @param values of everybody in the stratum, in an order that is not the rows'
     * @param size   how many of them the arm has, from 1
     * @param sign   1 if what the arm has adds to the sum, -1 if it takes from it
     */
    public record Part(double[] values, int size, int sign) {}

    /**
     * Allocates anew.
     *
     * @return in each replicate the sum over the parts of what the arm has, with its sign
     */
    public static double[] of(List<Part> parts, Resampling resampling) {
        double[] sums = new double[resampling.resamples()];
        int most = parts.stream().mapToInt(part -> part.values().length).max().orElse(0);
        Blocks.run(resampling, (from, to) -> {
            double[] left = new double[most];
            for (int i = from; i < to; i++) {
                Draws draws = resampling.streams().replicate(i);
                double sum = 0;
                for (Part part : parts) {
                    System.arraycopy(part.values(), 0, left, 0, part.values().length);
                    sum += part.sign() * PermutedSums.drawnSum(left, part.values().length, part.size(), draws);
                }
                sums[i] = sum;
            }
        });
        return sums;
    }
}
