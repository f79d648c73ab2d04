package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * Sidik and Jonkman's estimator of the variance between studies, which is never 0 unless all effects are alike.
 *
 * <p>With effects y of k studies and p coefficients, {@code t0 = sum (y - mean y)&sup2; / k} and the fit with weights
 * {@code w = 1 / (v + t0)}:
 * <pre>
 *   tau&sup2; = t0 y'Py / (k - p)
 * </pre>
 * Unit: that of the effects, squared. It is too large where studies differ little.
 *
 * <p>Source: Sidik K, Jonkman JN (2005), Journal of the Royal Statistical Society C 54:367-384.
 */
public final class SidikJonkman {

    private SidikJonkman() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        int k = model.effects().count();
        double mean = model.sum(model.effects()::estimate) / k;
        double first = model.sum(i -> {
                    double distance = model.effects().estimate(i) - mean;
                    return distance * distance;
                })
                / k;
        if (first == 0) {
            return 0;
        }
        return first * WeightedFit.at(model, first).residualSum() / model.residualDf();
    }
}
