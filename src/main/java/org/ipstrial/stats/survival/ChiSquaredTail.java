package org.ipstrial.stats.survival;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.TestResult;

/** Tests whose statistic is chi-squared under the null hypothesis; the tail is computed directly, never as 1 - cdf. */
public final class ChiSquaredTail {

    private ChiSquaredTail() {}

    /** The test of a statistic. */
    public static TestResult of(double statistic, int df) {
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return TestResult.of(statistic, df, NormalTest.atLeastSmallest(p));
    }

    /**
     * The test of a vector that should be 0, {@code u' V}<sup>-1</sup>{@code u}.
     *
     * @param u        the vector
     * @param variance its variance, of full rank
     */
    public static TestResult of(double[] u, double[][] variance) {
        return of(quadraticForm(u, variance), u.length);
    }

    /** {@code u' V}<sup>-1</sup>{@code u}. */
    public static double quadraticForm(double[] u, double[][] variance) {
        if (u.length == 1) {
            return u[0] / variance[0][0] * u[0];
        }
        // Divided through by the roots of the diagonal: whether a matrix is singular must not hang on units.
        double[][] scaled = new double[u.length][u.length];
        double[] v = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double root = Math.sqrt(variance[i][i]);
            v[i] = u[i] / root;
            for (int j = 0; j < u.length; j++) {
                scaled[i][j] = variance[i][j] / (root * Math.sqrt(variance[j][j]));
            }
        }
        ArrayRealVector vector = new ArrayRealVector(v);
        return vector.dotProduct(new CholeskyDecomposition(new Array2DRowRealMatrix(scaled), 1e-9, 1e-12)
                .getSolver()
                .solve(vector));
    }
}
