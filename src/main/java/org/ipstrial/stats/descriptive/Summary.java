package org.ipstrial.stats.descriptive;

import java.util.Arrays;
import java.util.Objects;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/**
 * What a table says about one amount in one arm.
 *
 * <p>Amounts in trials of work have many zeros and long tails: the mean times the number of people is what the arm
 * worked in all, the median is often 0, and the count of zeros says why.
 *
 * @param n      how many amounts
 * @param mean   their mean
 * @param sd     their standard deviation with n - 1; one amount has none
 * @param median half lie below, half above
 * @param p25    first quartile
 * @param p75    third quartile
 * @param min    smallest
 * @param max    largest
 * @param sum    their sum
 * @param zeros  how many are exactly zero
 */
public record Summary(
        int n,
        double mean,
        Quantity sd,
        double median,
        double p25,
        double p75,
        double min,
        double max,
        double sum,
        int zeros) {

    /** Checks that nothing is null. */
    public Summary {
        Objects.requireNonNull(sd, "sd");
    }

    /**
     * The summary of a sample.
     *
     * @param values at least one amount, in any order
     * @param type   how quartiles and median are taken
     * @throws IllegalArgumentException if there is no amount, or if one is too large to be squared and summed
     */
    public static Summary of(double[] values, QuantileType type) {
        Moments moments = Moments.of(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int zeros = 0;
        for (double value : values) {
            if (value == 0) {
                zeros++;
            }
        }
        return new Summary(
                moments.n(),
                moments.mean(),
                moments.n() < 2 ? Quantity.notEstimable(Reason.FEWER_THAN_TWO) : Quantity.of(moments.sd()),
                Quantiles.of(sorted, 0.5, type),
                Quantiles.of(sorted, 0.25, type),
                Quantiles.of(sorted, 0.75, type),
                sorted[0],
                sorted[sorted.length - 1],
                moments.sum(),
                zeros);
    }
}
