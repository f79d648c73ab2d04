package org.ipstrial.stats.descriptive;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Amounts less their mean.
 *
 * <p>Of decimal numbers of one unit ({@link DecimalAmounts#ofAnyPlaces}) each is the exact difference, rounded at the end: years
 * such as 2012.25 less their mean keep all digits, where differences of doubles lose as many as the years have in common.
 */
public final class Deviations {

    private Deviations() {}

    /**
     * Each amount less the mean of all, in their order.
     *
     * @param values at least one amount
     * @throws IllegalArgumentException if there is none, or if one is too large to be squared and summed
     */
    public static double[] of(double[] values) {
        double mean = Moments.of(values).mean();
        Optional<DecimalAmounts> decimals = DecimalAmounts.ofAnyPlaces(values);
        double[] deviations = new double[values.length];
        if (decimals.isEmpty()) {
            for (int i = 0; i < values.length; i++) {
                deviations[i] = values[i] - mean;
            }
            return deviations;
        }
        long[] whole = decimals.get().wholeNumbers(0);
        ExactSums sums = new ExactSums();
        for (long w : whole) {
            sums.add(w);
        }
        BigInteger n = BigInteger.valueOf(whole.length);
        BigInteger[] quotient = sums.sum().divideAndRemainder(n);
        long middle = quotient[0].longValueExact();
        // The mean is this whole number of units and a fraction of one.
        long rest = quotient[1].longValueExact();
        for (int i = 0; i < values.length; i++) {
            long apart = whole[i] - middle;
            double units = Math.abs(apart) < Integer.MAX_VALUE
                    ? (double) (apart * whole.length - rest) / whole.length
                    : apart - (double) rest / whole.length;
            deviations[i] = units / decimals.get().unitsPerOne();
        }
        return deviations;
    }
}
