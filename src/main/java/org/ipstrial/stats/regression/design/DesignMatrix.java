package org.ipstrial.stats.regression.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.ipstrial.stats.Require;

/**
 * The named columns of a regression model. The arrays are taken as they are and must not be changed afterwards, so that
 * a million rows are held once.
 *
 * @param names   the names, each once
 * @param columns the columns, all of one length, finite and within 1e100 of zero
 */
public record DesignMatrix(List<String> names, double[][] columns) {

    /** The name of the column of ones. */
    public static final String INTERCEPT = "(intercept)";

    /** Refuses no columns, columns of different lengths, doubled names, and numbers that are not finite or too large. */
    public DesignMatrix {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() != columns.length) {
            throw new IllegalArgumentException(
                    "each column must have a name, got " + columns.length + " columns and " + names.size() + " names");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("each column must have a name of its own, got " + names);
        }
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != columns[0].length || columns[j].length == 0) {
                throw new IllegalArgumentException("all columns must have the same rows, at least one; " + names.get(j)
                        + " has " + columns[j].length + " and " + names.get(0) + " " + columns[0].length);
            }
            Require.amounts(names.get(j), columns[j]);
        }
        columns = columns.clone();
    }

    /** A column of ones and nothing else. */
    public static DesignMatrix intercept(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return new DesignMatrix(List.of(INTERCEPT), new double[][] {ones});
    }

    /** These columns and one more. */
    public DesignMatrix with(String name, double[] column) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        double[][] wider = Arrays.copyOf(columns, columns.length + 1);
        wider[columns.length] = column;
        return new DesignMatrix(more, wider);
    }

    /** Some of these columns. */
    public DesignMatrix select(int... chosen) {
        return new DesignMatrix(
                Arrays.stream(chosen).mapToObj(names::get).toList(),
                Arrays.stream(chosen).mapToObj(j -> columns[j]).toArray(double[][]::new));
    }

    /** How many rows there are. */
    public int rows() {
        return columns[0].length;
    }

    /** How many columns there are. */
    public int width() {
        return columns.length;
    }

    /** The place of a column, or -1. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** A row's value of the linear predictor. */
    public double predictor(int row, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < columns.length; j++) {
            sum += columns[j][row] * coefficients[j];
        }
        return sum;
    }

    /** One row. */
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            values[j] = columns[j][row];
        }
        return values;
    }
}
