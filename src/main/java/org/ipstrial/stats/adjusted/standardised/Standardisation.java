package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.LogisticFit;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.Logistic;

/**
 * A logistic model over all arms and, for each arm, the probability that it gives everybody, were they in that arm.
 *
 * @param data          the data
 * @param fit           the model
 * @param probabilities of each arm, one for each person
 * @param shares        their means
 */
record Standardisation(AdjustedData data, FittedModel fit, double[][] probabilities, double[] shares) {

    /** How the covariances of the shares are estimated. */
    @FunctionalInterface
    interface Covariances {
        double[][] of(Standardisation standardisation);
    }

    /** Fits the model and compares the shares. */
    static ArmContrasts of(AdjustedData data, ShareContrast contrast, Covariances covariances) {
        LogisticFit model = data.logistic(0);
        if (model.fit() instanceof Fit.None none) {
            return model.none(none);
        }
        Standardisation everybody = everybody(data, model.fit().ifFitted().orElseThrow());
        return new ArmShares(everybody.shares(), covariances.of(everybody), contrast, model.notes());
    }

    private static Standardisation everybody(AdjustedData data, FittedModel fit) {
        double[] shift = new double[data.arms().size()];
        for (int arm = 1; arm < shift.length; arm++) {
            shift[arm] = fit.coefficient(data.armColumn(arm));
        }
        double[][] probabilities = new double[shift.length][data.people()];
        double[] shares = new double[shift.length];
        for (int arm = 0; arm < shift.length; arm++) {
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < data.people(); i++) {
                // In their own arm the predictor is the model's own, without a digit lost.
                double eta = fit.predictors()[i] + (data.arm()[i] == arm ? 0 : shift[arm] - shift[data.arm()[i]]);
                probabilities[arm][i] = Logistic.RESPONSE.mean(eta);
                sum.add(probabilities[arm][i]);
            }
            shares[arm] = sum.value() / data.people();
        }
        return new Standardisation(data, fit, probabilities, shares);
    }
}
