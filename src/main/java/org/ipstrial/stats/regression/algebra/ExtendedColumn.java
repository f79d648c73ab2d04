package org.ipstrial.stats.regression.algebra;

import java.util.Arrays;
import org.apache.commons.numbers.core.DD;
import org.ipstrial.stats.descriptive.DecimalAmounts;

/**
 * A column of numbers of some 32 digits, each the sum of a double and of what that lacks.
 *
 * <p>Of a column of decimal numbers the lacks need not be kept: they follow from the doubles, which of at most 15 digits
 * tell the number that they were read from ({@link DecimalAmounts#places}). The arrays are taken as they are.
 */
public final class ExtendedColumn {

    private static final double[] FOLLOW = {};

    private final double[] values;
    private final double[] lacks;
    private final int places;

    private ExtendedColumn(double[] values, double[] lacks, int places) {
        this.values = values;
        this.lacks = lacks;
        this.places = places;
    }

    /** The decimal numbers that doubles were read from; where they are no decimal numbers of one unit, the doubles. */
    public static ExtendedColumn ofDecimals(double[] values) {
        return new ExtendedColumn(values, FOLLOW, DecimalAmounts.places(values).orElse(0));
    }

    /**
     * Numbers in two parts.
     *
     * @param values the numbers, as doubles
     * @param lacks  what each of them lacks, at most half its last bit
     * @throws IllegalArgumentException if they are not as many
     */
    public static ExtendedColumn of(double[] values, double[] lacks) {
        if (values.length != lacks.length) {
            throw new IllegalArgumentException(
                    "each number must have two parts, got " + values.length + " and " + lacks.length);
        }
        return new ExtendedColumn(values, lacks, 0);
    }

    /** These numbers less others. */
    public ExtendedColumn less(ExtendedColumn others) {
        double[] high = new double[values.length];
        double[] low = new double[values.length];
        for (int i = 0; i < high.length; i++) {
            DD difference = DD.ofSum(values[i], lack(i)).subtract(DD.ofSum(others.values[i], others.lack(i)));
            high[i] = difference.hi();
            low[i] = difference.lo();
        }
        return of(high, low);
    }

    /** How many numbers there are. */
    public int rows() {
        return values.length;
    }

    /** A number, as a double. */
    public double value(int row) {
        return values[row];
    }

    /** What that double lacks. */
    public double lack(int row) {
        return lacks != FOLLOW ? lacks[row] : places == 0 ? 0 : DecimalAmounts.rest(values[row], places);
    }

    void copy(int from, int rows, double[] high, double[] low) {
        System.arraycopy(values, from, high, 0, rows);
        if (lacks != FOLLOW) {
            System.arraycopy(lacks, from, low, 0, rows);
        } else if (places == 0) {
            Arrays.fill(low, 0, rows, 0);
        } else {
            for (int i = 0; i < rows; i++) {
                low[i] = DecimalAmounts.rest(high[i], places);
            }
        }
    }
}
