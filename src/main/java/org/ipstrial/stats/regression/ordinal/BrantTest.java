package org.ipstrial.stats.regression.ordinal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.Logistic;

/**
 * Brant's Wald test that some coefficients of a proportional-odds model are the same at every cut.
 *
 * <p>Each cut {@code m} of the {@code k} has a logistic model of being above it, with coefficients {@code b(m)} of the
 * columns that are asked about, probabilities {@code p(m)} and information {@code I(m)}:
 *
 * <pre>
 *   cov(b(m), b(l)) = I(m)^-1 (sum over people of (p(l) - p(m) p(l)) x x') I(l)^-1,  m &lt;= l, the rows of those columns
 *   D = the differences b(1) - b(m), m = 2 to k;  X = D' cov(D)^-1 D
 *   p = P(chi-squared &gt;= X) with (k - 1) times as many degrees of freedom as columns
 * </pre>
 *
 * <p>{@code X} is worked out of the differences over their standard errors, and so does not hang on the columns' units. The
 * order of the levels may be turned round, and any two levels may be first: neither changes {@code X}.
 *
 * <p>Edges: an outcome of two levels has one cut and nothing to test ({@code fewer-than-two-cuts}); more than 20 cuts are
 * not taken ({@code too-many-levels}); a cut whose logistic model has no fit passes its reason on. The models of the cuts are
 * fitted apart, so that {@code cov(D)} need not be positive definite where few people are at a level: then there is no test
 * ({@code no-variance}), where other programs give a number of no meaning, even one below 0. With few people at a level the
 * test is rough.
 *
 * <p>Source: Brant R (1990), Assessing proportionality in the proportional odds model for ordinal logistic regression,
 * Biometrics 46:1171-1178.
 */
public final class BrantTest {

    private final DesignMatrix design;
    private final List<FittedModel> fits;
    private final int[] columns;

    private BrantTest(DesignMatrix design, List<FittedModel> fits, int[] columns) {
        this.design = design;
        this.fits = fits;
        this.columns = columns;
    }

    /**
     * The test.
     *
     * @param columns the columns of the design that are asked about, at least one
     */
    public static TestResult of(OrdinalData data, int... columns) {
        int cuts = data.levels() - 1;
        if (cuts < 2) {
            return TestResult.notEstimable(Reason.FEWER_THAN_TWO_CUTS);
        }
        if (cuts > OutcomeCuts.MOST) {
            return TestResult.notEstimable(Reason.TOO_MANY_LEVELS);
        }
        DesignMatrix design = BinaryCuts.design(data);
        List<FittedModel> fits = new ArrayList<>();
        for (int cut = 0; cut < cuts; cut++) {
            Fit fit = BinaryCuts.above(data, design, cut);
            if (fit instanceof Fit.None none) {
                return TestResult.notEstimable(none.reason());
            }
            fits.add(fit.ifFitted().orElseThrow());
        }
        return new BrantTest(design, fits, columns).run();
    }

    private TestResult run() {
        int df = (fits.size() - 1) * columns.length;
        double[][][][] cov = covariances();
        double[] differences = new double[df];
        double[][] covariance = new double[df][df];
        for (int row = 0; row < df; row++) {
            int m = row / columns.length + 1;
            int j = row % columns.length;
            differences[row] = coefficient(0, j) - coefficient(m, j);
            for (int column = 0; column <= row; column++) {
                int l = column / columns.length + 1;
                int h = column % columns.length;
                covariance[row][column] = cov[0][0][j][h] - cov[0][l][j][h] - cov[m][0][j][h] + cov[m][l][j][h];
                covariance[column][row] = covariance[row][column];
            }
        }
        return chiSquared(differences, covariance);
    }

    private static TestResult chiSquared(double[] differences, double[][] covariance) {
        int df = differences.length;
        RealVector scaled = new ArrayRealVector(df);
        Array2DRowRealMatrix correlation = new Array2DRowRealMatrix(df, df);
        for (int row = 0; row < df; row++) {
            if (!(covariance[row][row] > 0)) {
                return TestResult.notEstimable(Reason.NO_VARIANCE);
            }
            double error = Math.sqrt(covariance[row][row]);
            scaled.setEntry(row, differences[row] / error);
            for (int column = 0; column <= row; column++) {
                double entry =
                        row == column ? 1 : covariance[row][column] / error / Math.sqrt(covariance[column][column]);
                correlation.setEntry(row, column, entry);
                correlation.setEntry(column, row, entry);
            }
        }
        try {
            double x = scaled.dotProduct(
                    new CholeskyDecomposition(correlation).getSolver().solve(scaled));
            double p = ChiSquaredDistribution.of(df).survivalProbability(x);
            return TestResult.of(x, df, NormalTest.atLeastSmallest(p));
        } catch (NonPositiveDefiniteMatrixException e) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
    }

    private double coefficient(int cut, int column) {
        return fits.get(cut).coefficients()[columns[column] + 1];
    }

    private double[][][][] covariances() {
        int cuts = fits.size();
        double[][][][] all = new double[cuts][cuts][][];
        for (int m = 0; m < cuts; m++) {
            for (int l = m; l < cuts; l++) {
                all[m][l] = covariance(fits.get(m), fits.get(l));
                all[l][m] = new Array2DRowRealMatrix(all[m][l]).transpose().getData();
            }
        }
        return all;
    }

    /** The covariance of the coefficients at a cut and at one that is not below it. */
    private double[][] covariance(FittedModel lower, FittedModel upper) {
        int p = design.width();
        double[][] meat = new double[p][p];
        for (int i = 0; i < design.rows(); i++) {
            double both =
                    Logistic.RESPONSE.mean(upper.predictors()[i]) * Logistic.RESPONSE.mean(-lower.predictors()[i]);
            double[] row = design.row(i);
            for (int j = 0; j < p; j++) {
                for (int h = 0; h < p; h++) {
                    meat[j][h] += both * row[j] * row[h];
                }
            }
        }
        double[][] covariance = new double[columns.length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            double[] left = inverseRow(lower, columns[j] + 1);
            for (int h = 0; h < columns.length; h++) {
                double[] right = inverseRow(upper, columns[h] + 1);
                for (int a = 0; a < p; a++) {
                    for (int b = 0; b < p; b++) {
                        covariance[j][h] += left[a] * meat[a][b] * right[b];
                    }
                }
            }
        }
        return covariance;
    }

    private static double[] inverseRow(FittedModel fit, int coefficient) {
        double[] unit = new double[fit.coefficients().length];
        unit[coefficient] = 1;
        return fit.information().solve(fit.information().solveTransposed(unit));
    }
}
