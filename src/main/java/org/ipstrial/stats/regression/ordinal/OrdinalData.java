package org.ipstrial.stats.regression.ordinal;

import java.util.Arrays;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * An ordered outcome with the columns that a model explains it by.
 *
 * @param design the columns, without an intercept, which the cuts take the place of
 * @param level  each row's level, from 0; every level up to the highest occurs
 * @param levels how many levels there are, at least two
 * @param values the outcome that each level stands for, ascending
 */
public record OrdinalData(DesignMatrix design, int[] level, int levels, double[] values) {

    /**
     * The levels of an outcome: its distinct values, in order.
     *
     * @throws IllegalArgumentException if the lengths differ, or everybody has the same outcome
     */
    public static OrdinalData of(DesignMatrix design, double[] outcome) {
        if (outcome.length != design.rows()) {
            throw new IllegalArgumentException(
                    "the outcome must have " + design.rows() + " values, as the columns have, got " + outcome.length);
        }
        double[] values =
                Arrays.stream(outcome).map(y -> y + 0.0).sorted().distinct().toArray();
        if (values.length < 2) {
            throw new IllegalArgumentException(
                    "an ordered outcome must have two levels at least, got " + values.length);
        }
        int[] level = Arrays.stream(outcome)
                .mapToInt(y -> Arrays.binarySearch(values, y + 0.0))
                .toArray();
        return new OrdinalData(design, level, values.length, values);
    }
}
