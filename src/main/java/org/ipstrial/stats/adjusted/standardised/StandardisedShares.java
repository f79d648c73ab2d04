package org.ipstrial.stats.adjusted.standardised;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.WaldContrast;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * The shares of events that some people would have in each arm by the probabilities of a model, which may be one of more
 * people than they, with the covariances of Ye and others ({@link YeCovariances}). The residuals of the model must sum to
 * nothing in each of their arms.
 *
 * @param shares      one of each arm
 * @param covariances their covariances
 */
public record StandardisedShares(double[] shares, double[][] covariances) {

    /**
     * Takes the means of probabilities.
     *
     * @param people        the people with their outcomes and arms
     * @param probabilities of each arm, one for each person, were they in it
     */
    public static StandardisedShares of(AdjustedData people, double[][] probabilities) {
        double[] shares = Arrays.stream(probabilities)
                .mapToDouble(ofArm -> {
                    CompensatedSum sum = new CompensatedSum();
                    Arrays.stream(ofArm).forEach(sum::add);
                    return sum.value() / ofArm.length;
                })
                .toArray();
        return new StandardisedShares(shares, YeCovariances.simple(people, probabilities));
    }

    /** The difference of two shares. */
    public WaldContrast difference(int group, int reference) {
        return contrast(ShareContrast.DIFFERENCE, group, reference);
    }

    /** The ratio of two shares. */
    public WaldContrast ratio(int group, int reference) {
        return contrast(ShareContrast.RATIO, group, reference);
    }

    private WaldContrast contrast(ShareContrast contrast, int group, int reference) {
        return new ArmShares(shares, covariances, contrast, ModelNotes.aliased(List.of())).wald(group, reference);
    }
}
