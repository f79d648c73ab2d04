package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * The variance between studies of the highest likelihood (ML).
 *
 * <p>With the fit at weights {@code w = 1 / (v + t)}, the t at which
 * <pre>
 *   -1/2 [sum log(v + t) + y'Py]
 * </pre>
 * is highest; its slope has the sign of {@code y'PPy - sum w}. The highest of several peaks is taken. It is too small on
 * average, because it takes the mean for known.
 *
 * <p>Unit: that of the effects, squared.
 *
 * <p>Source: Hardy RJ, Thompson SG (1996), Statistics in Medicine 15:619-629.
 */
public final class MaximumLikelihood {

    private MaximumLikelihood() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        return LikelihoodPeak.of(
                model,
                model.effects().count(),
                fit -> fit.squaredResidualSum() - fit.weightSum(),
                MaximumLikelihood::log);
    }

    /** The logarithm of the likelihood, up to a constant, of the fit at a variance. */
    public static double log(WeightedFit fit) {
        return (fit.logWeightSum() - fit.residualSum()) / 2;
    }
}
