package org.ipstrial.stats.adjusted.clustered;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.WaldContrast;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.CoefficientCovariance;

/**
 * Contrasts of coefficients that are taken to be normal.
 *
 * @param data         the people
 * @param design       the columns of the model
 * @param coefficients their coefficients
 * @param covariance   the covariance of those
 * @param ratio        whether the effect is the exponential of the contrast
 * @param notes        what there is to say of the columns
 */
record NormalContrasts(
        AdjustedData data,
        DesignMatrix design,
        double[] coefficients,
        CoefficientCovariance covariance,
        boolean ratio,
        ModelNotes notes)
        implements ArmContrasts {

    /** A variance so much smaller than the square of the estimate is rounding. */
    private static final double ROUNDING = 1e-14;

    @Override
    public Estimate estimate(int group, int reference, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        double value = value(group, reference);
        Optional<Double> error = standardError(group, reference);
        if (error.isEmpty()) {
            return Estimate.withoutLimits(ratio ? StrictMath.exp(value) : value, Reason.NO_VARIANCE);
        }
        if (ratio) {
            return new WaldContrast(value, error.get(), WaldContrast.Scale.LOGARITHM).estimate(level);
        }
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * error.get();
        return Estimate.of(value, error.get(), value - half, value + half);
    }

    @Override
    public TestResult test(int group, int reference, double effect, Alternative alternative) {
        Optional<Double> error = standardError(group, reference);
        if (error.isEmpty()) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double z = (value(group, reference) - (ratio ? StrictMath.log(effect) : effect)) / error.get();
        return Double.isInfinite(z) ? NormalTest.beyond(z > 0, alternative) : NormalTest.of(z, alternative);
    }

    private double value(int group, int reference) {
        return product(data.contrast(design, group, reference), coefficients);
    }

    private Optional<Double> standardError(int group, int reference) {
        double error = Math.sqrt(covariance.variance(data.contrast(design, group, reference)));
        double size = 0;
        for (double coefficient : coefficients) {
            size = Math.max(size, Math.abs(coefficient));
        }
        return error > ROUNDING * size ? Optional.of(error) : Optional.empty();
    }

    /** The value of a combination. */
    static double product(double[] combination, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < combination.length; j++) {
            sum += combination[j] * coefficients[j];
        }
        return sum;
    }
}
