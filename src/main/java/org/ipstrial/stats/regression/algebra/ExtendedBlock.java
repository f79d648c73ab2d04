package org.ipstrial.stats.regression.algebra;

import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * Some rows of columns of 32 digits, and the two sums over them that least squares is made of. Products are split without
 * error by a fused multiplication, sums by Knuth's two; the library's numbers serve for what is done once a column, but
 * are ten times slower here.
 *
 * <p>Source: Ogita T, Rump SM, Oishi S (2005), SIAM Journal on Scientific Computing 26:1955-1988; Hida Y, Li XS, Bailey DH
 * (2001), Proceedings of the 15th IEEE Symposium on Computer Arithmetic, 155-162.
 */
final class ExtendedBlock {

    private final double[][] high;
    private final double[][] low;
    private int rows;

    ExtendedBlock(int columns, int most) {
        high = new double[columns][most];
        low = new double[columns][most];
    }

    /** Takes rows of columns, each times the square root of its weight if there are weights. */
    void fill(List<ExtendedColumn> columns, double[] weights, int from, int count) {
        rows = count;
        for (int k = 0; k < high.length; k++) {
            columns.get(k).copy(from, count, high[k], low[k]);
        }
        if (weights != null) {
            for (int i = 0; i < rows; i++) {
                weigh(i, DD.of(weights[from + i]).sqrt());
            }
        }
    }

    private void weigh(int row, DD root) {
        for (int k = 0; k < high.length; k++) {
            DD weighted = DD.ofSum(high[k][row], low[k][row]).multiply(root);
            high[k][row] = weighted.hi();
            low[k][row] = weighted.lo();
        }
    }

    double high(int column, int row) {
        return high[column][row];
    }

    /** The sum of the products of two columns. */
    DD dot(int first, int second) {
        double[] a = high[first];
        double[] aLow = low[first];
        double[] b = high[second];
        double[] bLow = low[second];
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < rows; i++) {
            double product = a[i] * b[i];
            double dropped = Math.fma(a[i], b[i], -product) + (a[i] * bLow[i] + aLow[i] * b[i]);
            double next = sum + product;
            double part = next - sum;
            rest += ((sum - (next - part)) + (product - part)) + dropped;
            sum = next;
        }
        return DD.ofSum(sum, rest);
    }

    /** Takes a multiple of one column from another. */
    void subtract(DD factor, int of, int from) {
        double f = factor.hi();
        double fLow = factor.lo();
        double[] c = high[of];
        double[] cLow = low[of];
        double[] x = high[from];
        double[] xLow = low[from];
        for (int i = 0; i < rows; i++) {
            double product = -f * c[i];
            double dropped = -Math.fma(f, c[i], product) - (f * cLow[i] + fLow * c[i]);
            double next = x[i] + product;
            double part = next - x[i];
            double rest = ((x[i] - (next - part)) + (product - part)) + (xLow[i] + dropped);
            x[i] = next + rest;
            xLow[i] = rest - (x[i] - next);
        }
    }
}
