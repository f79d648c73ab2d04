package org.ipstrial.stats.regression.algebra;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.numbers.core.DD;

/**
 * The upper triangle {@code R} of a matrix {@code X = Q R} with orthogonal columns {@code Q}, which is not kept.
 *
 * <p>Blocks of 1,024 rows are folded into the triangle one after the other by Householder reflections, so that a matrix
 * of any length needs no copy, and the sums are taken in one order whatever else the machine does. {@code R} satisfies
 * {@code R'R = X'X} as well as if {@code X} had been factored at once; the product itself is never formed.
 *
 * <p>Source: Golub GH, Van Loan CF (2013), Matrix Computations, 4th edition, Johns Hopkins, sections 5.2 and 6.5.3; by
 * blocks: Demmel J, Grigori L, Hoemmen M, Langou J (2012), SIAM Journal on Scientific Computing 34:A206-A239.
 */
public final class Triangle {

    private static final int BLOCK = 1024;

    private final double[][] r;
    private final Optional<ExtendedTriangle> fine;

    private Triangle(double[][] r, Optional<ExtendedTriangle> fine) {
        this.r = r;
        this.fine = fine;
    }

    /** Rows that are made as they are asked for. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Fills the first places of each column of a block.
         *
         * @param block a column of the block for each of the matrix
         * @param from  the first row
         * @param rows  how many
         */
        void fill(double[][] block, int from, int rows);
    }

    /** The same with 32 digits, to solve with. */
    static Triangle of(ExtendedTriangle fine) {
        return new Triangle(fine.rounded(), Optional.of(fine));
    }

    /** The triangle of a matrix of so many columns and rows, which need not all be kept at once. */
    public static Triangle folded(int columns, int rows, Rows maker) {
        double[][] r = new double[columns][columns];
        double[][] block = new double[columns][Math.min(rows, BLOCK)];
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            maker.fill(block, from, count);
            for (int k = 0; k < columns; k++) {
                reflect(r, block, k, count);
            }
        }
        return new Triangle(r, Optional.empty());
    }

    /** The triangle of a matrix, given column by column. */
    public static Triangle of(double[][] columns) {
        return build(columns, null);
    }

    /**
     * The triangle of a matrix whose rows are multiplied by the square roots of weights.
     *
     * @param weights one for each row, not below 0
     */
    public static Triangle weighted(double[][] columns, double[] weights) {
        return build(columns, weights);
    }

    /** How many columns there are. */
    public int size() {
        return r.length;
    }

    /** The element of a row and a column. */
    public double get(int row, int column) {
        return r[row][column];
    }

    /** Whether what is solved with it is right to the last digit of a double, however badly the columns are conditioned. */
    public boolean isExtended() {
        return fine.isPresent();
    }

    /** The {@code x} with {@code R x = b}. */
    public double[] solve(double[] b) {
        if (fine.isPresent()) {
            DD[] exact = Arrays.stream(b).mapToObj(DD::of).toArray(DD[]::new);
            return Arrays.stream(fine.get().solve(exact))
                    .mapToDouble(DD::doubleValue)
                    .toArray();
        }
        int p = r.length;
        double[] x = b.clone();
        for (int j = p - 1; j >= 0; j--) {
            for (int k = j + 1; k < p; k++) {
                x[j] -= r[j][k] * x[k];
            }
            x[j] /= r[j][j];
        }
        return x;
    }

    /** The {@code x} with {@code R' x = b}. */
    public double[] solveTransposed(double[] b) {
        return solveTransposed(b, new double[b.length]);
    }

    /**
     * The {@code x} with {@code R' x = b}.
     *
     * @param lacks what each number of {@code b} lacks to one of 32 digits; without such a triangle it is as nothing
     */
    public double[] solveTransposed(double[] b, double[] lacks) {
        if (fine.isPresent()) {
            return fine.get().solveTransposed(b, lacks);
        }
        int p = r.length;
        double[] x = b.clone();
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                x[j] -= r[k][j] * x[k];
            }
            x[j] /= r[j][j];
        }
        return x;
    }

    /** The product {@code R x}. */
    public double[] times(double[] x) {
        double[] product = new double[r.length];
        for (int j = 0; j < r.length; j++) {
            for (int k = j; k < r.length; k++) {
                product[j] += r[j][k] * x[k];
            }
        }
        return product;
    }

    /** The logarithm of the determinant of {@code X'X}. */
    public double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < r.length; j++) {
            sum += 2 * StrictMath.log(Math.abs(r[j][j]));
        }
        return sum;
    }

    private static Triangle build(double[][] columns, double[] weights) {
        int n = columns.length == 0 ? 0 : columns[0].length;
        return folded(columns.length, n, (block, from, rows) -> fill(block, columns, weights, from, rows));
    }

    private static void fill(double[][] block, double[][] columns, double[] weights, int from, int rows) {
        for (int k = 0; k < columns.length; k++) {
            System.arraycopy(columns[k], from, block[k], 0, rows);
            if (weights != null) {
                for (int i = 0; i < rows; i++) {
                    block[k][i] *= Math.sqrt(weights[from + i]);
                }
            }
        }
    }

    /** Reflects row k of the triangle and the rows of the block so that column k of the block becomes 0. */
    private static void reflect(double[][] r, double[][] block, int k, int rows) {
        double[] c = block[k];
        double squares = dot(c, c, rows);
        if (squares == 0) {
            return;
        }
        double alpha = r[k][k];
        double norm = Math.sqrt(alpha * alpha + squares);
        double diagonal = alpha > 0 ? -norm : norm;
        double head = alpha - diagonal;
        double scale = 2 / (head * head + squares);
        for (int j = k + 1; j < r.length; j++) {
            double factor = scale * (head * r[k][j] + dot(c, block[j], rows));
            r[k][j] -= factor * head;
            for (int i = 0; i < rows; i++) {
                block[j][i] -= factor * c[i];
            }
        }
        r[k][k] = diagonal;
    }

    private static double dot(double[] a, double[] b, int rows) {
        // Four sums side by side, always the same four: a processor need not wait for one to take the next.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < rows; i++) {
            sum0 += a[i] * b[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}
