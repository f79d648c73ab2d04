package org.ipstrial.stats.meta.influence;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * What a study does to the pooled effect.
 *
 * <p>With the mean m, tau&sup2; and weights w of all studies, the mean m(i), variance s(i)&sup2; of it and tau&sup2;(i)
 * without study i:
 * <pre>
 *   hat                  h = w / sum w
 *   studentised residual (y - m(i)) / sqrt(v + tau&sup2;(i) + s(i)&sup2;)
 *   Cook's distance      (m - m(i))&sup2; sum w
 *   DFFITS               (m - m(i)) / sqrt(h (v + tau&sup2;(i)))
 * </pre>
 * No unit. Each study left out is a fit of its own, so that all of them take a time that grows with their square.
 *
 * <p>Source: Viechtbauer W, Cheung MW-L (2010), Outlier and influence diagnostics for meta-analysis, Research Synthesis
 * Methods 1:112-125.
 *
 * @param hat                 pull on its own fitted effect, its share of the weights
 * @param studentisedResidual distance from what the others say
 * @param cooksDistance       how far the mean moves, in squared standard errors
 * @param dffits              the same in standard errors of the fitted effect
 */
public record Influence(double hat, double studentisedResidual, double cooksDistance, double dffits) {

    /**
     * The influence of a study among three at least.
     *
     * @param full the fit of all studies
     */
    public static Influence of(StudyEffects effects, int study, WeightedFit full, TauSquared estimator) {
        if (effects.count() < 3) {
            throw new IllegalArgumentException("wanted three studies or more, got " + effects.count());
        }
        MetaModel others = MetaModel.ofMean(effects.without(study));
        double tauSquared = estimator.of(others);
        WeightedFit fit = WeightedFit.at(others, tauSquared);
        double mean = fit.coefficients()[0];
        double moved = full.coefficients()[0] - mean;
        double hat = full.hat(study);
        double total = effects.variance(study) + tauSquared;
        return new Influence(
                hat,
                (effects.estimate(study) - mean) / Math.sqrt(total + fit.covariance(0, 0)),
                moved * moved / full.covariance(0, 0),
                moved / Math.sqrt(hat * total));
    }
}
