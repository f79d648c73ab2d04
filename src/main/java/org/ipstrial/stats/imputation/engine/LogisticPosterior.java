package org.ipstrial.stats.imputation.engine;

import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * The posterior of a logistic regression with a flat prior on the coefficients.
 *
 * <p>Newton's method from 0 settles all but a few fits in some six moves. Where outcomes are separated its moves, in
 * standard errors, shrink no faster than {@code exp(-k / 2)} at the {@code k}-th: those that are not below
 * {@code 1e-6} after 12 moves go to the fit that looks for separation first, and are augmented where there is any.
 */
final class LogisticPosterior implements LogisticFit {

    private static final int MOVES = 12;
    private static final double SETTLED = 1e-6;
    /** Factors of at most 2 stay far below the largest number. */
    private static final double LARGE = 1e200;

    private final double[] coefficients;
    private final Triangle information;
    private final ModelData data;
    private final boolean augmented;

    private LogisticPosterior(double[] coefficients, Triangle information, ModelData data, boolean augmented) {
        this.coefficients = coefficients;
        this.information = information;
        this.data = data;
        this.augmented = augmented;
    }

    /** The posterior of columns of full rank, or why there is none. */
    static LogisticFit of(DesignMatrix design, double[] outcome) {
        double[] b = new double[design.width()];
        double[] weights = new double[design.rows()];
        for (int move = 0; move < MOVES; move++) {
            double[] slopes = look(design, outcome, b, weights);
            Triangle information = Triangle.weighted(design.columns(), weights);
            double[] step = information.solve(information.solveTransposed(slopes));
            double size = length(information.times(step));
            if (!Double.isFinite(size)) {
                break;
            }
            for (int j = 0; j < b.length; j++) {
                b[j] += step[j];
            }
            if (size < SETTLED) {
                return new LogisticPosterior(b, information, ModelData.of(design, outcome), false);
            }
        }
        return carefully(ModelData.of(design, outcome));
    }

    /** Whether rows were added. */
    boolean augmented() {
        return augmented;
    }

    /** Coefficients, drawn. */
    double[] draw(Variates random) {
        // No row has a likelihood of 0, whatever the coefficients.
        return ExactPosterior.draw(coefficients.length, this::moved, this::logLikelihood, random)
                .orElseThrow();
    }

    private double[] moved(double[] z) {
        double[] moved = information.solve(z);
        for (int j = 0; j < moved.length; j++) {
            moved[j] += coefficients[j];
        }
        return moved;
    }

    /** The sum of w (y eta - log(1 + exp(eta))); the logarithm of rows of one weight is that of their product. */
    private double logLikelihood(double[] b) {
        double[] etas = predictors(data.design(), b);
        double[] weights = data.weights();
        double sum = 0;
        double product = 1;
        for (int i = 0; i < etas.length; i++) {
            double eta = etas[i];
            sum += weights[i] * (data.outcome()[i] * eta - Math.max(0, eta));
            product *= 1 + StrictMath.exp(-Math.abs(eta));
            if (i + 1 == etas.length || weights[i + 1] != weights[i] || product > LARGE) {
                sum -= weights[i] * StrictMath.log(product);
                product = 1;
            }
        }
        return sum;
    }

    private static LogisticFit carefully(ModelData plain) {
        boolean separated =
                GeneralisedLinearModel.separation(Logistic.RESPONSE, plain).isPresent();
        ModelData data = separated ? Augmentation.of(plain) : plain;
        Fit fit = GeneralisedLinearModel.of(Logistic.RESPONSE, data);
        if (fit instanceof FittedModel fitted) {
            return new LogisticPosterior(fitted.coefficients(), fitted.information(), data, separated);
        }
        return new LogisticFit.None(((Fit.None) fit).reason());
    }

    private static double[] predictors(DesignMatrix design, double[] b) {
        double[] etas = new double[design.rows()];
        for (int j = 0; j < b.length; j++) {
            double[] column = design.columns()[j];
            for (int i = 0; i < etas.length; i++) {
                etas[i] += b[j] * column[i];
            }
        }
        return etas;
    }

    /** The slopes of the likelihood; the information of each row too. */
    private static double[] look(DesignMatrix design, double[] outcome, double[] b, double[] weights) {
        double[] etas = predictors(design, b);
        double[] slopes = new double[b.length];
        for (int i = 0; i < etas.length; i++) {
            double p = Logistic.RESPONSE.mean(etas[i]);
            weights[i] = p * (1 - p);
            etas[i] = outcome[i] - p;
        }
        for (int j = 0; j < b.length; j++) {
            double[] column = design.columns()[j];
            for (int i = 0; i < etas.length; i++) {
                slopes[j] += column[i] * etas[i];
            }
        }
        return slopes;
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }
}
