package org.ipstrial.stats.contingency.generalised;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * What the people in cells, or sums of scores over them, lie off their expectations, summed over strata, and the statistic that
 * these make.
 *
 * <p>With margins {@code R} of rows and {@code C} of columns among {@code N} people of a stratum, the numbers {@code n} have
 * expectations {@code R C / N} and covariances {@code R(i) (d(i,k) N - R(k)) C(j) (d(j,l) N - C(l)) / (N^2 (N - 1))},
 * {@code d} being 1 where its indices are equal and 0 elsewhere. With {@code A} what is looked at in the rows and {@code B} in
 * the columns, each an indicator of every category or a score, the covariances of {@code A' (n - R C / N) B} are those of the
 * rows' margin times those of the columns' margin, over {@code N - 1}.
 */
final class Deviations {

    /** An eigenvalue below this part of the largest is rounding: its combination is no further one. */
    private static final double RANK_WITHIN = 1e-10;

    private final CompensatedSum[] off;
    private final CompensatedSum[][] covariance;
    private boolean twoRows;

    /** Nothing yet. */
    Deviations(int size) {
        this.off = CompensatedSum.zeros(size);
        this.covariance = new CompensatedSum[size][];
        Arrays.setAll(covariance, k -> CompensatedSum.zeros(k + 1));
    }

    /** Adds a stratum. One with fewer than two rows or columns in which anybody is adds nothing. */
    void add(long[][] table, Margin.Of ofRows, Margin.Of ofColumns) {
        double[][] counts = new double[table.length][table[0].length];
        double[] inRows = new double[table.length];
        double[] inColumns = new double[table[0].length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < inColumns.length; j++) {
                counts[i][j] = table[i][j];
                inRows[i] += table[i][j];
                inColumns[j] += table[i][j];
            }
        }
        if (occurring(inRows) < 2) {
            return;
        }
        twoRows = true;
        if (occurring(inColumns) > 1) {
            add(counts, ofRows.people(inRows), ofColumns.people(inColumns));
        }
    }

    private static int occurring(double[] margin) {
        int occurring = 0;
        for (double people : margin) {
            occurring += people > 0 ? 1 : 0;
        }
        return occurring;
    }

    private void add(double[][] counts, Margin rows, Margin columns) {
        double unit = rows.unit() * columns.unit();
        double[][] sums = Arrays.stream(counts).map(columns::sums).toArray(double[][]::new);
        double[] whole = columns.sums(columns.counts());
        int b = whole.length;
        for (int j = 0; j < b; j++) {
            double[] apart = new double[counts.length];
            for (int i = 0; i < apart.length; i++) {
                apart[i] = sums[i][j] - rows.counts()[i] * whole[j] / rows.people();
            }
            double[] deviations = rows.sums(apart);
            for (int i = 0; i < deviations.length; i++) {
                off[i * b + j].add(unit * deviations[i]);
            }
        }
        covary(rows.comoments(), columns.comoments(), unit / (rows.people() - 1) * unit);
    }

    private void covary(double[][] ofRows, double[][] ofColumns, double scale) {
        int b = ofColumns.length;
        for (int i = 0; i < ofRows.length; i++) {
            for (int k = 0; k <= i; k++) {
                double factor = ofRows[i][k] * scale;
                for (int j = 0; factor != 0 && j < b; j++) {
                    CompensatedSum[] sums = covariance[i * b + j];
                    for (int l = 0; l < (k < i ? b : j + 1); l++) {
                        sums[k * b + l].add(factor * ofColumns[j][l]);
                    }
                }
            }
        }
    }

    private TestResult notEstimable() {
        return TestResult.notEstimable(twoRows ? Reason.NO_VARIANCE : Reason.NO_STRATUM_WITH_TWO_ARMS);
    }

    /** The quadratic form with a generalised inverse of the covariances, and its degrees of freedom. */
    TestResult test() {
        int[] used = IntStream.range(0, off.length)
                .filter(k -> covariance[k][k].value() > 0)
                .toArray();
        if (used.length == 0) {
            return notEstimable();
        }
        // In units of standard deviations, so that a rare category is not taken for rounding.
        double[] deviates = new double[used.length];
        double[][] correlation = new double[used.length][used.length];
        for (int k = 0; k < used.length; k++) {
            deviates[k] = off[used[k]].value() / deviation(used[k]);
            for (int l = 0; l <= k; l++) {
                correlation[k][l] = covariance[used[k]][used[l]].value() / deviation(used[k]) / deviation(used[l]);
                correlation[l][k] = correlation[k][l];
            }
        }
        EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(correlation));
        double largest = Arrays.stream(axes.getRealEigenvalues()).max().orElseThrow();
        double statistic = 0;
        int df = 0;
        for (int k = 0; k < used.length; k++) {
            double value = axes.getRealEigenvalue(k);
            if (value > largest * RANK_WITHIN) {
                double[] axis = axes.getEigenvector(k).toArray();
                double along = 0;
                for (int l = 0; l < used.length; l++) {
                    along += axis[l] * deviates[l];
                }
                statistic += along / value * along;
                df++;
            }
        }
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return TestResult.of(statistic, df, NormalTest.atLeastSmallest(p));
    }

    private double deviation(int k) {
        return Math.sqrt(covariance[k][k].value());
    }

    /** The test of one deviation alone, on the side that is asked for. */
    TestResult test(Alternative alternative) {
        double variance = covariance[0][0].value();
        double apart = off[0].value();
        return variance > 0 ? NormalTest.squared(apart / variance * apart, apart < 0, alternative) : notEstimable();
    }
}
