package org.ipstrial.stats.regression.algebra;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * The triangle of {@link Triangle} with some 32 digits: of columns that have as many, by the same reflections of blocks.
 * What is solved with it is rounded once, at the end, so that a badly conditioned matrix costs none of the 16 digits of a
 * double.
 */
final class ExtendedTriangle {

    private static final int BLOCK = 1024;

    /** Row by row, and what each number lacks; the same column by column. */
    private final double[][] high;

    private final double[][] low;
    private final double[][] highOfColumn;
    private final double[][] lowOfColumn;
    private final DD[] reciprocals;

    private ExtendedTriangle(DD[][] r, int size) {
        high = new double[size][size];
        low = new double[size][size];
        highOfColumn = new double[size][size];
        lowOfColumn = new double[size][size];
        reciprocals = new DD[size];
        for (int i = 0; i < size; i++) {
            reciprocals[i] = r[i][i].reciprocal();
            for (int j = i; j < size; j++) {
                high[i][j] = r[i][j].hi();
                low[i][j] = r[i][j].lo();
                highOfColumn[j][i] = high[i][j];
                lowOfColumn[j][i] = low[i][j];
            }
        }
    }

    /** The numbers of the triangle of columns whose rows are multiplied by the square roots of weights, if there are any. */
    static DD[][] fold(List<ExtendedColumn> columns, double[] weights) {
        int p = columns.size();
        int n = columns.get(0).rows();
        DD[][] r = new DD[p][p];
        for (DD[] row : r) {
            Arrays.fill(row, DD.ZERO);
        }
        ExtendedBlock block = new ExtendedBlock(p, Math.min(n, BLOCK));
        for (int from = 0; from < n; from += BLOCK) {
            block.fill(columns, weights, from, Math.min(BLOCK, n - from));
            for (int k = 0; k < p; k++) {
                reflect(r, block, k);
            }
        }
        return r;
    }

    /** The triangle of the first columns of a folded one. */
    static ExtendedTriangle leading(DD[][] folded, int columns) {
        return new ExtendedTriangle(folded, columns);
    }

    private static void reflect(DD[][] r, ExtendedBlock block, int k) {
        DD squares = block.dot(k, k);
        if (squares.isZero()) {
            return;
        }
        DD alpha = r[k][k];
        DD norm = alpha.square().add(squares).sqrt();
        DD diagonal = alpha.hi() > 0 ? norm.negate() : norm;
        DD head = alpha.subtract(diagonal);
        DD scale = DD.of(2).divide(head.square().add(squares));
        for (int j = k + 1; j < r.length; j++) {
            DD factor = scale.multiply(head.multiply(r[k][j]).add(block.dot(k, j)));
            r[k][j] = r[k][j].subtract(factor.multiply(head));
            block.subtract(factor, k, j);
        }
        r[k][k] = diagonal;
    }

    /** The triangle rounded to doubles. */
    double[][] rounded() {
        double[][] r = new double[high.length][];
        for (int i = 0; i < r.length; i++) {
            r[i] = high[i].clone();
        }
        return r;
    }

    /** The {@code x} with {@code R x = b}, in two parts. */
    DD[] solve(DD[] b) {
        int p = high.length;
        double[] x = new double[p];
        double[] rest = new double[p];
        DD[] solved = new DD[p];
        for (int j = p - 1; j >= 0; j--) {
            eliminate(b[j].hi(), b[j].lo(), j, high[j], low[j], x, rest, j + 1, p);
            solved[j] = DD.ofSum(x[j], rest[j]);
        }
        return solved;
    }

    /** The {@code x} with {@code R' x = b}, rounded; {@code b} in two parts. */
    double[] solveTransposed(double[] b, double[] lacks) {
        int p = high.length;
        double[] x = new double[p];
        double[] rest = new double[p];
        for (int j = 0; j < p; j++) {
            eliminate(b[j], lacks[j], j, highOfColumn[j], lowOfColumn[j], x, rest, 0, j);
        }
        return x;
    }

    /** Puts into its place the unknown {@code j} of an equation whose unknowns {@code from} to {@code to} are known. */
    private void eliminate(
            double start, double lack, int j, double[] a, double[] aLow, double[] x, double[] xLow, int from, int to) {
        double sum = start;
        double rest = lack;
        for (int k = from; k < to; k++) {
            double product = -a[k] * x[k];
            double dropped = -Math.fma(a[k], x[k], product) - (a[k] * xLow[k] + aLow[k] * x[k]);
            double next = sum + product;
            double part = next - sum;
            rest += ((sum - (next - part)) + (product - part)) + dropped;
            sum = next;
        }
        double left = sum + rest;
        double part = left - sum;
        double leftLow = (sum - (left - part)) + (rest - part);
        double reciprocal = reciprocals[j].hi();
        double product = left * reciprocal;
        double dropped = Math.fma(left, reciprocal, -product) + (left * reciprocals[j].lo() + leftLow * reciprocal);
        x[j] = product + dropped;
        xLow[j] = dropped - (x[j] - product);
    }
}
