package org.ipstrial.stats.regression.ordinal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
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
 * <p>Edges: an outcome of two levels has nothing to test ({@code no-difference}); more than 20 cuts are not taken
 * ({@code too-many-levels}); a cut whose logistic model has no fit passes its reason on; covariances that leave a
 * difference without variance are {@code no-variance}. With few people at a level the test is rough.
 *
 * <p>Source: Brant R (1990), Assessing proportionality in the proportional odds model for ordinal logistic regression,
 * Biometrics 46:1171-1178.
 */
public final class BrantTest {

    private static final int CUTS = 20;

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
            return TestResult.notEstimable(Reason.NO_DIFFERENCE);
        }
        if (cuts > CUTS) {
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
        RealVector differences = new ArrayRealVector(df);
        Array2DRowRealMatrix covariance = new Array2DRowRealMatrix(df, df);
        double[][][][] cov = covariances();
        for (int m = 1; m < fits.size(); m++) {
            for (int j = 0; j < columns.length; j++) {
                int row = (m - 1) * columns.length + j;
                differences.setEntry(row, coefficient(0, j) - coefficient(m, j));
                for (int l = 1; l < fits.size(); l++) {
                    for (int h = 0; h < columns.length; h++) {
                        covariance.setEntry(
                                row,
                                (l - 1) * columns.length + h,
                                cov[0][0][j][h] - cov[0][l][j][h] - cov[m][0][j][h] + cov[m][l][j][h]);
                    }
                }
            }
        }
        try {
            double x = differences.dotProduct(
                    new LUDecomposition(covariance).getSolver().solve(differences));
            double p = ChiSquaredDistribution.of(df).survivalProbability(x);
            return TestResult.of(x, df, NormalTest.atLeastSmallest(p));
        } catch (SingularMatrixException e) {
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
