package org.ipstrial.stats.survival.cox.rows;

import org.ipstrial.stats.Require;

/**
 * The covariates of people, each column taken from its middle.
 *
 * @param values  one person after the other
 * @param middles of each column what was taken off
 */
public record CentredRows(double[] values, double[] middles) {

    /**
     * The rows of some columns.
     *
     * @param people  how many there are
     * @param columns at least one, each finite and with a value of each person
     */
    public static CentredRows of(int people, double[]... columns) {
        int width = columns.length;
        if (width == 0) {
            throw new IllegalArgumentException("there must be one column at least");
        }
        double[] values = new double[people * width];
        double[] middles = new double[width];
        for (int j = 0; j < width; j++) {
            if (columns[j].length != people) {
                throw new IllegalArgumentException(
                        "a column must have values of " + people + " people, got " + columns[j].length);
            }
            Require.finite("a covariate", columns[j]);
            middles[j] = middle(columns[j]);
            for (int person = 0; person < people; person++) {
                values[person * width + j] = columns[j][person] - middles[j] + 0.0;
            }
        }
        return new CentredRows(values, middles);
    }

    /** How many columns. */
    public int width() {
        return middles.length;
    }

    /** The middle of smallest and largest, not the mean: it hangs on no order of summing. */
    private static double middle(double[] column) {
        double least = column[0];
        double most = column[0];
        for (double value : column) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return least / 2 + most / 2;
    }
}
