package org.ipstrial.stats.moderation;

import org.ipstrial.stats.adjusted.WaldContrast;
import org.ipstrial.stats.regression.model.LogBinomial;

/**
 * How a risk ratio changes along an amount, by the product of arm and amount in a log-binomial regression.
 *
 * <p>With {@code g} 1 in the group and 0 in the reference, and {@code x} the moderator:
 * <pre>
 *   log P(event) = a + b g + c x + d g x, all below 0, by maximum likelihood over the people of both arms
 *   effect at x0 = exp(b + d x0),  slope = exp(d), the ratio of two risk ratios one unit of x apart
 *   limits = exp(logarithm -+ z se),  se by the inverse expected information, z the standard normal quantile at
 *     (1 + level) / 2
 *   test of d = 0: 2 (l - l0), chi-squared with 1 degree of freedom, l and l0 the largest log-likelihoods of the models with
 *     the product and without
 * </pre>
 *
 * <p>Covariates add {@code + e(1) z(1) + e(2) z(2) + ...} to both models, and the ratios are of people alike in them too; one that is
 * a combination of other columns is left out.
 *
 * <p>Unit: ratio, of people alike in the moderator. Changing the arms round turns every ratio into one over it. The limits
 * are Wald's, because those of the likelihood may end where somebody's share is 1: so the test and the limits of the slope
 * need not agree to the last.
 *
 * <p>Edges: an arm without people, or in which the moderator is the same of everybody ({@code one-value-in-an-arm}); nobody
 * or everybody with the event ({@code no-variance}). Nobody with the event in an arm, or but at one end of the moderator, is
 * {@code separation}. Where the best fit gives somebody a share of 1 there is neither limit nor test ({@code on-boundary}):
 * ask for the odds ratio or the risk difference.
 *
 * <p>Source: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; Wacholder S (1986), American Journal of
 * Epidemiology 123:174-184.
 */
public final class LogBinomialModeration {

    private LogBinomialModeration() {}

    /**
     * Fits the models with the product and without.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static Moderation of(ModeratedData data) {
        return RatioModeration.of(data, LogBinomial.RESPONSE, (model, fit, column, level) -> new WaldContrast(
                        fit.coefficient(column),
                        fit.modelCovariance().standardError(fit.design().indexOf(column)),
                        WaldContrast.Scale.LOGARITHM)
                .estimate(level));
    }
}
