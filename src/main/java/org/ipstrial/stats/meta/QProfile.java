package org.ipstrial.stats.meta;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.search.Crossing;

/**
 * Confidence limits of the variance between studies from the profile of Cochran's Q.
 *
 * <p>With {@code Q(t) = sum (y - fitted)&sup2; / (v + t)}, the fit with weights {@code 1 / (v + t)}, k studies and p
 * coefficients, Q falls as t grows and is chi-squared with k - p degrees of freedom at the true t:
 * <pre>
 *   lower: Q(t) = the value exceeded with probability (1 - level) / 2;  0 where Q(0) is below it
 *   upper: Q(t) = the value not reached with probability (1 - level) / 2; 0 where Q(0) is below that
 * </pre>
 * The search has no ceiling: it doubles its way up to where Q is small enough. Both limits are 0 where studies differ less
 * than chance alone makes likely; the interval can then lie below the estimate.
 *
 * <p>Source: Viechtbauer W (2007), Confidence intervals for the amount of heterogeneity in meta-analysis, Statistics in
 * Medicine 26:37-52.
 *
 * @param lower lower limit
 * @param upper upper limit
 */
public record QProfile(double lower, double upper) {

    /**
     * The limits.
     *
     * @param model with more studies than coefficients
     */
    public static QProfile of(MetaModel model, double level) {
        Require.fraction("level", level);
        double tail = (1 - level) / 2;
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(model.residualDf());
        return new QProfile(
                where(model, chi.inverseSurvivalProbability(tail)),
                where(model, chi.inverseCumulativeProbability(tail)));
    }

    /** The variance between studies at which Q has a value; 0 where it is below that from the start. */
    public static double where(MetaModel model, double wanted) {
        if (q(model, 0) <= wanted) {
            return 0;
        }
        double high = model.effects().mostVariance();
        while (q(model, high) > wanted) {
            high *= 2;
        }
        return Crossing.of(t -> wanted - q(model, t), 0, high);
    }

    /** {@code Q(t)}. */
    public static double q(MetaModel model, double tauSquared) {
        return WeightedFit.at(model, tauSquared).residualSum();
    }
}
