package org.ipstrial.stats.regression.model;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.ipstrial.stats.FTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/**
 * The test that several coefficients of a linear model are 0, with a covariance of one's choice.
 *
 * <p>With the coefficients {@code b} of {@code q} columns, their covariance {@code V}, and {@code n} people of a model of
 * {@code p} columns: {@code F = b' V^-1 b / q}, {@code p = P(F with q and n - p degrees of freedom >= F)}. Of one column it
 * is the square of Student's t.
 *
 * <p>Edges: a covariance that is singular leaves no test ({@code no-variance}).
 *
 * <p>Source: Wald A (1943), Transactions of the American Mathematical Society 54:426-482; as {@code waldtest} of R's lmtest.
 */
public final class JointWald {

    private JointWald() {}

    /**
     * The test.
     *
     * @param covariance that of all coefficients
     * @param columns    the places of the columns, at least one
     */
    public static TestResult of(FittedModel fit, CoefficientCovariance covariance, int... columns) {
        int q = columns.length;
        double[][] v = new double[q][q];
        double[] b = new double[q];
        double[] errors = new double[q];
        for (int j = 0; j < q; j++) {
            errors[j] = covariance.standardError(columns[j]);
            if (!(errors[j] > 0)) {
                return TestResult.notEstimable(Reason.NO_VARIANCE);
            }
            b[j] = fit.coefficients()[columns[j]] / errors[j];
        }
        for (int j = 0; j < q; j++) {
            for (int k = 0; k < q; k++) {
                v[j][k] = covariance.covariance(unit(fit, columns[j]), unit(fit, columns[k])) / errors[j] / errors[k];
            }
        }
        Optional<RealVector> solved = solved(v, b);
        OptionalDouble statistic = solved.map(x -> OptionalDouble.of(x.dotProduct(new ArrayRealVector(b)) / q))
                .orElse(OptionalDouble.empty());
        if (statistic.isEmpty() || !Double.isFinite(statistic.getAsDouble())) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double f = Math.max(0, statistic.getAsDouble());
        return FTest.of(f, q, fit.residualDf());
    }

    private static Optional<RealVector> solved(double[][] v, double[] b) {
        DecompositionSolver solver = new QRDecomposition(new Array2DRowRealMatrix(v, false), 1e-12).getSolver();
        return solver.isNonSingular() ? Optional.of(solver.solve(new ArrayRealVector(b))) : Optional.empty();
    }

    private static double[] unit(FittedModel fit, int column) {
        double[] unit = new double[fit.coefficients().length];
        unit[column] = 1;
        return unit;
    }
}
