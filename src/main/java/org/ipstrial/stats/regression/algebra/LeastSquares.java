package org.ipstrial.stats.regression.algebra;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * Least squares with some 32 digits, each result rounded once.
 *
 * <p>With columns {@code X}, outcomes {@code y} and weights {@code w}, each row times {@code sqrt(w)}, the reflections
 * that make a triangle of {@code X} are applied to {@code y} as well:
 *
 * <pre>
 *   [X y] = Q [R d; 0 e],  b = R^-1 d,  sum of w (y - X b)^2 = e^2
 * </pre>
 *
 * <p>Of columns whose condition is {@code k} some {@code 31 - log10 k} digits are right, so that a double is full up to
 * {@code k = 1e15}. Columns of decimal numbers enter as these ({@link ExtendedColumn}). The cost is that of two passes of
 * {@code n p} such products for each column, without a copy of the rows.
 *
 * <p>Edge: where {@code e} is below 2<sup>-92</sup> (2e-28) of the lengths of {@code y} and of all columns times their
 * coefficients, which rounding to 32 digits leaves, the columns tell {@code y} exactly, and all residuals are 0.
 *
 * <p>Source: Golub G (1965), Numerical methods for solving linear least squares problems, Numerische Mathematik 7:206-216;
 * Dekker TJ (1971), A floating-point technique for extending the available precision, Numerische Mathematik 18:224-242.
 */
public final class LeastSquares {

    private static final double NOTHING = 0x1p-92;
    private static final int BLOCK = 1024;

    private final double[] coefficients;
    private final Triangle triangle;
    private final double[] residuals;
    private final double residualSquares;
    private final DD[] explained;

    private LeastSquares(
            double[] coefficients, Triangle triangle, double[] residuals, double residualSquares, DD[] explained) {
        this.explained = explained;
        this.coefficients = coefficients;
        this.triangle = triangle;
        this.residuals = residuals;
        this.residualSquares = residualSquares;
    }

    /**
     * The fit of columns of full rank to an outcome, everybody with the same weight.
     *
     * @throws IllegalArgumentException if a column has another number of rows than the outcome
     */
    public static LeastSquares of(List<ExtendedColumn> columns, ExtendedColumn outcome) {
        return of(columns, outcome, null);
    }

    /**
     * The fit of columns of full rank to an outcome.
     *
     * @param weights one for each row, above 0
     * @throws IllegalArgumentException if a column has another number of rows than the outcome
     */
    public static LeastSquares weighted(List<ExtendedColumn> columns, ExtendedColumn outcome, double[] weights) {
        return of(columns, outcome, weights);
    }

    private static LeastSquares of(List<ExtendedColumn> columns, ExtendedColumn outcome, double[] weights) {
        for (ExtendedColumn column : columns) {
            if (column.rows() != outcome.rows()) {
                throw new IllegalArgumentException(
                        "columns and outcome must be as long, got " + column.rows() + " and " + outcome.rows());
            }
        }
        int p = columns.size();
        List<ExtendedColumn> all = new ArrayList<>(columns);
        all.add(outcome);
        DD[][] folded = ExtendedTriangle.fold(all, weights);
        ExtendedTriangle triangle = ExtendedTriangle.leading(folded, p);
        DD[] d = new DD[p];
        for (int k = 0; k < p; k++) {
            d[k] = folded[k][p];
        }
        DD[] b = triangle.solve(d);
        double[] coefficients = new double[p];
        double lengths = length(folded, p);
        for (int k = 0; k < p; k++) {
            coefficients[k] = b[k].doubleValue();
            lengths += Math.abs(coefficients[k]) * length(folded, k);
        }
        boolean exact = Math.abs(folded[p][p].doubleValue()) <= NOTHING * lengths;
        return new LeastSquares(
                coefficients,
                Triangle.of(triangle),
                exact ? new double[outcome.rows()] : residuals(all, b),
                exact ? 0 : folded[p][p].square().doubleValue(),
                d);
    }

    private static double length(DD[][] folded, int column) {
        double squares = 0;
        for (DD[] row : folded) {
            squares += row[column].doubleValue() * row[column].doubleValue();
        }
        return Math.sqrt(squares);
    }

    private static double[] residuals(List<ExtendedColumn> all, DD[] b) {
        int p = b.length;
        double[] residuals = new double[all.get(p).rows()];
        ExtendedBlock block = new ExtendedBlock(p + 1, Math.min(BLOCK, residuals.length));
        for (int from = 0; from < residuals.length; from += BLOCK) {
            int rows = Math.min(BLOCK, residuals.length - from);
            block.fill(all, null, from, rows);
            for (int k = 0; k < p; k++) {
                block.subtract(b[k], k, p);
            }
            for (int i = 0; i < rows; i++) {
                residuals[from + i] = block.high(p, i);
            }
        }
        return residuals;
    }

    /** The coefficients; not a copy. */
    public double[] coefficients() {
        return coefficients;
    }

    /** The triangle of the weighted columns, which solves with 32 digits. */
    public Triangle triangle() {
        return triangle;
    }

    /** What each outcome is above its prediction; not a copy. */
    public double[] residuals() {
        return residuals;
    }

    /** The weighted sum of the squares of the residuals. */
    public double residualSquares() {
        return residualSquares;
    }

    /**
     * What the columns from one on take from the sum of squares that the earlier ones leave. After a column of ones alone it
     * is the sum of squares of the regression about the mean, from the first on that about 0.
     *
     * @param from the first of these columns, from 0
     */
    public double explainedSquares(int from) {
        DD sum = DD.ZERO;
        for (int k = from; k < explained.length; k++) {
            sum = sum.add(explained[k].square());
        }
        return sum.doubleValue();
    }
}
