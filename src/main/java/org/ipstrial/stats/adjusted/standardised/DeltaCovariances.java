package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.CoefficientCovariance;

/**
 * Covariances of standardised shares by the delta method, the covariates of the people taken as given.
 *
 * <p>With the covariance {@code V} of the coefficients, and {@code g(t)} the mean over everybody of
 * {@code m(t) (1 - m(t)) x(t)}, {@code m(t)} and {@code x(t)} their probability and row, were they in arm {@code t}:
 * {@code v(t, s) = g(t)' V g(s)}.
 */
final class DeltaCovariances {

    private DeltaCovariances() {}

    static double[][] of(Standardisation standardisation, CoefficientCovariance covariance) {
        int arms = standardisation.shares().length;
        double[][] slopes = new double[arms][];
        for (int t = 0; t < arms; t++) {
            slopes[t] = slopes(standardisation, t);
        }
        double[][] all = new double[arms][arms];
        for (int t = 0; t < arms; t++) {
            for (int s = 0; s < arms; s++) {
                all[t][s] = covariance.covariance(slopes[t], slopes[s]);
            }
        }
        return all;
    }

    private static double[] slopes(Standardisation standardisation, int arm) {
        AdjustedData data = standardisation.data();
        DesignMatrix design = standardisation.fit().design();
        double[] probabilities = standardisation.probabilities()[arm];
        CompensatedSum all = new CompensatedSum();
        CompensatedSum[] sums = CompensatedSum.zeros(design.width());
        for (int i = 0; i < probabilities.length; i++) {
            double slope = probabilities[i] * (1 - probabilities[i]);
            all.add(slope);
            for (int j = 0; j < sums.length; j++) {
                sums[j].addProduct(slope, design.columns()[j][i]);
            }
        }
        double[] slopes = CompensatedSum.values(sums);
        for (int t = 1; t < data.arms().size(); t++) {
            slopes[design.indexOf(data.armColumn(t))] = t == arm ? all.value() : 0;
        }
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] /= probabilities.length;
        }
        return slopes;
    }
}
