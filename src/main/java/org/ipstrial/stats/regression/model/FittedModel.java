package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * A fitted regression model.
 *
 * @param design        the columns, of full rank
 * @param coefficients  their coefficients
 * @param information   the triangle of the information matrix of the coefficients, at dispersion 1
 * @param scores        the derivative of each row's log-likelihood (at dispersion 1) by its linear predictor
 * @param weights       the information of each row about its linear predictor, case weight included
 * @param predictors    the linear predictors
 * @param dispersion    the residual variance of a linear model; 1 of the others
 * @param residualDf    rows less coefficients
 * @param logLikelihood the log-likelihood, but for terms that hang on the outcomes alone
 * @param deviance      twice what the log-likelihood lacks to that of a model that fits every row; of a linear model the
 *                      residual sum of squares
 */
public record FittedModel(
        DesignMatrix design,
        double[] coefficients,
        Triangle information,
        double[] scores,
        double[] weights,
        double[] predictors,
        double dispersion,
        long residualDf,
        double logLikelihood,
        double deviance)
        implements Fit {

    /** The coefficient of a column. */
    public double coefficient(String column) {
        return coefficients[design.indexOf(column)];
    }

    /** The covariance of the coefficients if the model is right: the inverse information times the dispersion. */
    public CoefficientCovariance modelCovariance() {
        int p = coefficients.length;
        double root = Math.sqrt(dispersion);
        double[][] factor = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] unit = new double[p];
            unit[k] = root;
            factor[k] = information.solve(unit);
        }
        return new CoefficientCovariance(factor);
    }
}
