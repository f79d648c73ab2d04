package org.ipstrial.stats.multiplicity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The p-values of one family, checked and in ascending order, with the way back to the order given. */
final class FamilyOfPValues {

    private final double[] given;
    private final int[] order;

    /**
     * Sorts a copy.
     *
     * @throws IllegalArgumentException if a p-value is not from 0 to 1
     */
    FamilyOfPValues(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value must lie from 0 to 1, got " + p);
            }
        }
        given = pValues.clone();
        order = IntStream.range(0, given.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> given[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The p-values, smallest first. */
    double[] ascending() {
        return Arrays.stream(order).mapToDouble(i -> given[i]).toArray();
    }

    /**
     * Adjusted p-values in the order given: each at least its p-value, at most 1.
     *
     * @param adjusted those of {@link #ascending}
     */
    double[] inGivenOrder(double[] adjusted) {
        double[] result = new double[given.length];
        for (int rank = 0; rank < order.length; rank++) {
            int i = order[rank];
            result[i] = Math.min(1, Math.max(given[i], adjusted[rank]));
        }
        return result;
    }
}
