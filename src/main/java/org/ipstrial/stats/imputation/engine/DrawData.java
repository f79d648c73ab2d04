package org.ipstrial.stats.imputation.engine;

import java.util.Arrays;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * What a draw starts from.
 *
 * @param outcome  the known values of the variable
 * @param observed the predictors of the people who have them, the column of ones first
 * @param missing  the predictors of the people whose values are drawn, column by column as {@code observed} has them
 */
public record DrawData(double[] outcome, DesignMatrix observed, double[][] missing) {

    /** Refuses other lengths. */
    public DrawData {
        if (outcome.length != observed.rows() || missing.length != observed.width()) {
            throw new IllegalArgumentException(
                    "a draw needs a known value for each of " + observed.rows() + " rows and "
                            + observed.width() + " columns, got " + outcome.length + " values and " + missing.length
                            + " columns");
        }
    }

    /** How many values are drawn. */
    public int draws() {
        return missing[0].length;
    }

    /** The linear predictors of those whose values are drawn. */
    double[] predictedMissing(double[] coefficients) {
        return predicted(missing, coefficients);
    }

    /** The linear predictors of those whose values are known. */
    double[] predictedObserved(double[] coefficients) {
        return predicted(observed.columns(), coefficients);
    }

    /** The same with another outcome. */
    DrawData withOutcome(double[] other) {
        return new DrawData(other, observed, missing);
    }

    /** Some of the people. */
    DrawData of(int[] known, int[] drawn) {
        return new DrawData(
                Arrays.stream(known).mapToDouble(i -> outcome[i]).toArray(),
                new DesignMatrix(observed.names(), rows(observed.columns(), known)),
                rows(missing, drawn));
    }

    private static double[][] rows(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    private static double[] predicted(double[][] columns, double[] coefficients) {
        double[] sums = new double[columns[0].length];
        for (int j = 0; j < coefficients.length; j++) {
            double[] column = columns[j];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += coefficients[j] * column[i];
            }
        }
        return sums;
    }
}
