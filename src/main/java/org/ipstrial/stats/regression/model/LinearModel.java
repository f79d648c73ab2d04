package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

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
 * <p>The triangle {@code R} of the weighted rows comes from {@link Triangle}; then {@code b} is improved by
 * {@code R^-1 R'^-1 X'W (y - X b)}, the residuals and their sums with about 32 digits, until it moves no more. The result
 * is right to almost the last digit for the numbers given, and the order of the rows does not show in it.
 *
 * <p>Edges: as many coefficients as rows leave no residual variance ({@code no-residual-df}). The
 * columns must be of full rank.
 *
 * <p>Source: Bj&ouml;rck A (1996), Numerical Methods for Least Squares Problems, SIAM, sections 2.4 and 6.6.5.
 */
public final class LinearModel {

    private static final int STEPS = 20;

    private LinearModel() {}

    /** Fits the model; the columns must be of full rank. */
    public static Fit of(ModelData data) {
        DesignMatrix design = data.design();
        int n = design.rows();
        int p = design.width();
        long df = (long) n - p;
        if (df <= 0) {
            return Fit.none(Reason.NO_RESIDUAL_DF);
        }
        Triangle triangle = Triangle.weighted(design.columns(), data.weights());
        double[] b = new double[p];
        double[] residuals = new double[n];
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[] move = triangle.solve(triangle.solveTransposed(slopes(data, b, residuals)));
            double size = size(triangle.times(move));
            if (size == 0 || size >= last) {
                break;
            }
            for (int j = 0; j < p; j++) {
                b[j] += move[j];
            }
            last = size;
        }
        slopes(data, b, residuals);
        return fitted(data, b, triangle, residuals, df);
    }

    private static Fit fitted(ModelData data, double[] b, Triangle triangle, double[] residuals, long df) {
        int n = residuals.length;
        CompensatedSum squares = new CompensatedSum();
        double[] scores = new double[n];
        double[] predictors = new double[n];
        for (int i = 0; i < n; i++) {
            squares.addProduct(data.weights()[i] * residuals[i], residuals[i]);
            scores[i] = data.weights()[i] * residuals[i];
            predictors[i] = data.outcome()[i] - residuals[i];
        }
        double q = squares.value();
        double people = df + (double) b.length;
        double logLikelihood = q > 0 ? -people / 2 * (StrictMath.log(2 * Math.PI * q / people) + 1) : 0;
        return new FittedModel(
                data.design(), b, triangle, scores, data.weights(), predictors, q / df, df, logLikelihood, q);
    }

    /** The sums of weight times column times residual; the residuals too. */
    private static double[] slopes(ModelData data, double[] b, double[] residuals) {
        double[][] columns = data.design().columns();
        CompensatedSum[] sums = CompensatedSum.zeros(b.length);
        for (int i = 0; i < residuals.length; i++) {
            double high = data.outcome()[i];
            double low = 0;
            for (int j = -1; j < b.length; j++) {
                double product = j < 0 ? -data.offset()[i] : -b[j] * columns[j][i];
                double next = high + product;
                double part = next - high;
                low += (high - (next - part)) + (product - part);
                low += j < 0 ? 0 : -Math.fma(b[j], columns[j][i], product);
                high = next;
            }
            residuals[i] = high + low;
            double rest = (high - residuals[i]) + low;
            double weight = data.weights()[i];
            for (int j = 0; j < b.length; j++) {
                sums[j].addProduct(weight * columns[j][i], residuals[i]);
                sums[j].add(weight * columns[j][i] * rest);
            }
        }
        return CompensatedSum.values(sums);
    }

    private static double size(double[] move) {
        double squares = 0;
        for (double x : move) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }
}
