package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * Hunter and Schmidt's estimator of the variance between studies.
 *
 * <p>With weights {@code w = 1 / v}, {@code Q = y'Py} and k studies:
 * <pre>
 *   tau&sup2; = max(0, (Q - k) / sum w)
 * </pre>
 * Unit: that of the effects, squared. It is too small on average: a mean of k studies leaves k - 1 degrees of freedom, not k.
 *
 * <p>Source: Hunter JE, Schmidt FL (1990), Methods of Meta-Analysis; in this form Viechtbauer W (2005), Journal of
 * Educational and Behavioral Statistics 30:261-293.
 */
public final class HunterSchmidt {

    private HunterSchmidt() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        WeightedFit fit = WeightedFit.at(model, 0);
        return Math.max(0, (fit.residualSum() - model.effects().count()) / fit.weightSum());
    }
}
