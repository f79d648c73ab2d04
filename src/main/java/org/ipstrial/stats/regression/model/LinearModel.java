package org.ipstrial.stats.regression.model;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.algebra.ExtendedColumn;
import org.ipstrial.stats.regression.algebra.LeastSquares;

/**
 * Linear regression by least squares.
 *
 * <p>With rows {@code x(i)}, outcomes {@code y(i)} less their offset, and case weights {@code w(i)}:
 *
 * <pre>
 *   b minimises  q = sum of w(i) (y(i) - x(i)'b)^2
 *   s^2 = q / (n - p),  covariance of b = s^2 (sum of w(i) x(i) x(i)')^-1
 * </pre>
 *
 * <p>All of it is computed with some 32 digits and rounded once ({@link LeastSquares}), from the decimal numbers that the
 * outcome, the offset and the columns were written as: a column of decimal numbers of one unit and at most 15 digits loses
 * nothing, whatever the condition of the columns; of any other its doubles count as exact.
 *
 * <p>Edges: as many coefficients as rows leave no residual variance ({@code no-residual-df}). The
 * columns must be of full rank.
 *
 * <p>Source: Bj&ouml;rck A (1996), Numerical Methods for Least Squares Problems, SIAM, sections 2.4 and 2.9.
 */
public final class LinearModel {

    private LinearModel() {}

    /** Fits the model; the columns must be of full rank. */
    public static Fit of(ModelData data) {
        long df = (long) data.design().rows() - data.design().width();
        if (df <= 0) {
            return Fit.none(Reason.NO_RESIDUAL_DF);
        }
        List<ExtendedColumn> columns = Arrays.stream(data.design().columns())
                .map(ExtendedColumn::ofDecimals)
                .toList();
        ExtendedColumn outcome = outcome(data);
        boolean alike = Arrays.stream(data.weights()).allMatch(weight -> weight == 1);
        LeastSquares fit =
                alike ? LeastSquares.of(columns, outcome) : LeastSquares.weighted(columns, outcome, data.weights());
        return fitted(data, fit, df);
    }

    private static ExtendedColumn outcome(ModelData data) {
        ExtendedColumn outcome = ExtendedColumn.ofDecimals(data.outcome());
        boolean none = Arrays.stream(data.offset()).allMatch(offset -> offset == 0);
        return none ? outcome : outcome.less(ExtendedColumn.ofDecimals(data.offset()));
    }

    private static Fit fitted(ModelData data, LeastSquares fit, long df) {
        double[] residuals = fit.residuals();
        double[] scores = new double[residuals.length];
        double[] predictors = new double[residuals.length];
        for (int i = 0; i < residuals.length; i++) {
            scores[i] = data.weights()[i] * residuals[i];
            predictors[i] = data.outcome()[i] - residuals[i];
        }
        double q = fit.residualSquares();
        double people = residuals.length;
        double logLikelihood = q > 0 ? -people / 2 * (StrictMath.log(2 * Math.PI * q / people) + 1) : 0;
        return new FittedModel(
                data.design(),
                fit.coefficients(),
                fit.triangle(),
                scores,
                data.weights(),
                predictors,
                q / df,
                df,
                logLikelihood,
                q);
    }
}
