package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * The estimator of the variance between studies from unweighted sums of squares, Hedges's or Cochran's ANOVA estimator.
 *
 * <p>With the residuals r and hat values h of the unweighted fit, variances v, k studies and p coefficients:
 * <pre>
 *   tau&sup2; = max(0, (sum r&sup2; - sum v (1 - h)) / (k - p))
 * </pre>
 * Unit: that of the effects, squared. It does not depend on variances being well known to weigh by, and is less sure.
 *
 * <p>Source: Cochran WG (1954), Biometrics 10:101-129; Hedges LV, Olkin I (1985), Statistical Methods for Meta-Analysis,
 * chapter 9.
 */
public final class HedgesOlkin {

    private HedgesOlkin() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        WeightedFit fit = WeightedFit.unweighted(model);
        double within = model.sum(i -> model.effects().variance(i) * (1 - fit.hat(i)));
        return Math.max(0, (fit.residualSum() - within) / model.residualDf());
    }
}
