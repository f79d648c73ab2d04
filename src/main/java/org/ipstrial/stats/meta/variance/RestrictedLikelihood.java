package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * The variance between studies of the highest restricted likelihood (REML).
 *
 * <p>With the fit at weights {@code w = 1 / (v + t)}, the t at which
 * <pre>
 *   -1/2 [sum log(v + t) + log det(X'WX) + y'Py]
 * </pre>
 * is highest; its slope has the sign of {@code y'PPy - tr P}. The highest of several peaks is taken, and 0 where the
 * likelihood falls from there and none is higher. The search always ends: it does not step, as the scoring that other
 * programs use does, but closes in.
 *
 * <p>Unit: that of the effects, squared.
 *
 * <p>Source: Patterson HD, Thompson R (1971), Biometrika 58:545-554; Viechtbauer W (2005), Journal of Educational and
 * Behavioral Statistics 30:261-293.
 */
public final class RestrictedLikelihood {

    private RestrictedLikelihood() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        return LikelihoodPeak.of(
                model, model.residualDf(), fit -> fit.squaredResidualSum() - fit.trace(), RestrictedLikelihood::log);
    }

    /** The logarithm of the restricted likelihood, up to a constant, of the fit at a variance. */
    public static double log(WeightedFit fit) {
        return (fit.logWeightSum() - fit.logDeterminant() - fit.residualSum()) / 2;
    }
}
