package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.QProfile;

/**
 * Paule and Mandel's estimator of the variance between studies, which is the empirical Bayes estimator too.
 *
 * <p>With {@code Q(t)} the sum of squares of the fit with weights {@code 1 / (v + t)}, k studies and p coefficients, the t at
 * which
 * <pre>
 *   Q(t) = k - p;  0 where Q(0) is below it
 * </pre>
 * Q falls as t grows, so that there is one such t and the search, between 0 and where Q is below k - p, always finds it.
 *
 * <p>Unit: that of the effects, squared.
 *
 * <p>Source: Paule RC, Mandel J (1982), Journal of Research of the National Bureau of Standards 87:377-385; as empirical
 * Bayes Morris CN (1983), Journal of the American Statistical Association 78:47-55.
 */
public final class PauleMandel {

    private PauleMandel() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        return QProfile.where(model, model.residualDf());
    }
}
