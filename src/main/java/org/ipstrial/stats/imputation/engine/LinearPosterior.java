package org.ipstrial.stats.imputation.engine;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.algebra.ColumnRank;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * The posterior of a linear regression with a flat prior on coefficients and on the logarithm of the residual spread.
 *
 * <pre>
 *   b     = (X'X)^-1 X'y,  q = |y - X b|^2,  n rows, p columns
 *   sigma = sqrt(q / g),   g chi-squared with n - p degrees of freedom
 *   b*    = b + sigma R^-1 z,  R'R = X'X,  z standard normal
 * </pre>
 *
 * <p>The coefficients are improved once by the residuals, which is enough where what is drawn has noise of its own;
 * {@code LinearModel} goes on to the last digit, at ten times the cost.
 *
 * <p>Source: Rubin DB (1987), Multiple Imputation for Nonresponse in Surveys, Wiley, pages 166-167; one step of the
 * corrected seminormal equations: Bj&ouml;rck A (1996), Numerical Methods for Least Squares Problems, SIAM, section 6.6.5.
 */
final class LinearPosterior {

    private final double[] coefficients;
    private final double residualSquares;
    private final long df;
    private final Triangle triangle;

    private LinearPosterior(double[] coefficients, double residualSquares, long df, Triangle triangle) {
        this.coefficients = coefficients;
        this.residualSquares = residualSquares;
        this.df = df;
        this.triangle = triangle;
    }

    /** Why the columns have no such posterior, if they have none. */
    static Optional<Drawn> unfit(DesignMatrix design, Triangle triangle) {
        if (design.rows() <= design.width()) {
            return Optional.of(Drawn.none(Reason.NO_RESIDUAL_DF));
        }
        ColumnRank rank = ColumnRank.of(triangle);
        if (rank.dependent().isEmpty()) {
            return Optional.empty();
        }
        List<Aliased> aliased = rank.dependent().entrySet().stream()
                .map(entry -> new Aliased(
                        design.names().get(entry.getKey()),
                        entry.getValue().stream().map(design.names()::get).toList()))
                .toList();
        return Optional.of(new Drawn.None(Reason.COLLINEAR_COVARIATES, aliased));
    }

    /** The posterior of columns that are fit for it. */
    static LinearPosterior of(DesignMatrix design, double[] outcome, Triangle triangle) {
        double[] b = triangle.solve(triangle.solveTransposed(slopes(design, outcome)));
        double[] residuals = residuals(design, outcome, b);
        double[] move = triangle.solve(triangle.solveTransposed(slopes(design, residuals)));
        for (int j = 0; j < b.length; j++) {
            b[j] += move[j];
        }
        double squares = 0;
        for (double residual : residuals(design, outcome, b)) {
            squares += residual * residual;
        }
        return new LinearPosterior(b, squares, (long) design.rows() - b.length, triangle);
    }

    /** The coefficients at their likeliest. */
    double[] coefficients() {
        return coefficients;
    }

    /** The residual spread and the coefficients, drawn. */
    Draw draw(Variates random) {
        double sigma = Math.sqrt(residualSquares / random.chiSquared(df));
        double[] drawn = triangle.solve(random.normals(coefficients.length));
        for (int j = 0; j < drawn.length; j++) {
            drawn[j] = coefficients[j] + sigma * drawn[j];
        }
        return new Draw(sigma, drawn);
    }

    /**
     * Parameters drawn.
     *
     * @param sigma        the residual spread
     * @param coefficients the coefficients
     */
    record Draw(double sigma, double[] coefficients) {}

    private static double[] slopes(DesignMatrix design, double[] values) {
        double[] slopes = new double[design.width()];
        for (int j = 0; j < slopes.length; j++) {
            double[] column = design.columns()[j];
            for (int i = 0; i < values.length; i++) {
                slopes[j] += column[i] * values[i];
            }
        }
        return slopes;
    }

    private static double[] residuals(DesignMatrix design, double[] outcome, double[] b) {
        double[] residuals = outcome.clone();
        for (int j = 0; j < b.length; j++) {
            double[] column = design.columns()[j];
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] -= b[j] * column[i];
            }
        }
        return residuals;
    }
}
