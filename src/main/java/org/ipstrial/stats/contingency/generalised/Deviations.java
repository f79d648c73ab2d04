package org.ipstrial.stats.contingency.generalised;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/**
 * Linear combinations of what the cells lie off their expectations, summed over strata, and the statistic that they make.
 *
 * <p>With margins {@code R} of rows and {@code C} of columns among {@code N} people of a stratum, the numbers {@code n} have
 * expectations {@code R C / N} and covariances {@code R(i) (d(i,k) N - R(k)) C(j) (d(j,l) N - C(l)) / (N^2 (N - 1))},
 * {@code d} being 1 where its indices are equal and 0 elsewhere.
 */
final class Deviations {

    /** An eigenvalue below this part of the largest is rounding: its combination is no further one. */
    private static final double RANK_WITHIN = 1e-10;

    private final double[] off;
    private final double[][] covariance;

    /**
     * Sums over strata.
     *
     * @param rowWeights    for each combination the weights of the rows
     * @param columnWeights for each combination the weights of the columns
     */
    Deviations(StratifiedCounts counts, double[][] rowWeights, double[][] columnWeights) {
        int size = rowWeights.length;
        this.off = new double[size];
        this.covariance = new double[size][size];
        for (long[][] table : counts.strata()) {
            add(table, rowWeights, columnWeights);
        }
    }

    private void add(long[][] table, double[][] rowWeights, double[][] columnWeights) {
        double[] rows = Arrays.stream(table)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] columns = new double[table[0].length];
        for (long[] row : table) {
            for (int j = 0; j < row.length; j++) {
                columns[j] += row[j];
            }
        }
        double n = Arrays.stream(rows).sum();
        if (n < 2) {
            return;
        }
        for (int a = 0; a < off.length; a++) {
            double deviation = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    deviation += rowWeights[a][i] * columnWeights[a][j] * (table[i][j] - rows[i] / n * columns[j]);
                }
            }
            off[a] += deviation;
            for (int b = 0; b < off.length; b++) {
                covariance[a][b] += comoment(rows, n, rowWeights[a], rowWeights[b])
                        * comoment(columns, n, columnWeights[a], columnWeights[b])
                        * (n / (n - 1) * n);
            }
        }
    }

    /** The covariance of two scores in one margin, with {@code n}. */
    private static double comoment(double[] margin, double n, double[] one, double[] other) {
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < margin.length; i++) {
            meanOne += margin[i] / n * one[i];
            meanOther += margin[i] / n * other[i];
        }
        double sum = 0;
        for (int i = 0; i < margin.length; i++) {
            sum += margin[i] / n * (one[i] - meanOne) * (other[i] - meanOther);
        }
        return sum;
    }

    /** The quadratic form with a generalised inverse of the covariances, and its degrees of freedom. */
    TestResult test() {
        EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
        double largest = Arrays.stream(axes.getRealEigenvalues()).max().orElse(0);
        double statistic = 0;
        int df = 0;
        for (int k = 0; k < off.length; k++) {
            double value = axes.getRealEigenvalue(k);
            if (value > largest * RANK_WITHIN) {
                double[] axis = axes.getEigenvector(k).toArray();
                double along = 0;
                for (int a = 0; a < off.length; a++) {
                    along += axis[a] * off[a];
                }
                statistic += along / value * along;
                df++;
            }
        }
        if (df == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return TestResult.of(statistic, df, NormalTest.atLeastSmallest(p));
    }
}
