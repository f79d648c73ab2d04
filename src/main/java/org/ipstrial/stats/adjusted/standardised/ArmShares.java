package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.WaldContrast;

/**
 * The share of events that everybody would have in each arm, with the covariances of the shares.
 *
 * @param shares      one of each arm
 * @param covariances their covariances
 * @param contrast    how two of them are compared
 * @param notes       what there is to say of the model
 */
record ArmShares(double[] shares, double[][] covariances, ShareContrast contrast, ModelNotes notes)
        implements ArmContrasts {

    @Override
    public Estimate estimate(int group, int reference, double level) {
        return wald(group, reference).estimate(level);
    }

    @Override
    public TestResult test(int group, int reference, double effect, Alternative alternative) {
        return wald(group, reference).test(effect, alternative);
    }

    /** The contrast of two shares, or of what is compared of them. */
    WaldContrast wald(int group, int reference) {
        double p1 = shares[group];
        double p0 = shares[reference];
        double slope1 = contrast.slope(p1);
        double slope0 = contrast.slope(p0);
        double variance = slope1 * slope1 * covariances[group][group]
                + slope0 * slope0 * covariances[reference][reference]
                - 2 * slope1 * slope0 * covariances[group][reference];
        double value = contrast.value(p1) - contrast.value(p0);
        return new WaldContrast(value, variance > 0 ? Math.sqrt(variance) : 0, contrast.scale());
    }
}
