package org.ipstrial.stats.moderation;

import org.ipstrial.stats.adjusted.odds.Exponentials;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ProfileLikelihood;

/**
 * How an odds ratio changes along an amount, by the product of arm and amount in a logistic regression.
 *
 * <p>With {@code g} 1 in the group and 0 in the reference, and {@code x} the moderator:
 * <pre>
 *   logit P(event) = a + b g + c x + d g x, by maximum likelihood over the people of both arms
 *   effect at x0 = exp(b + d x0),  slope = exp(d), the ratio of two odds ratios one unit of x apart
 *   limits = the values with 2 (l - l(value)) = z&sup2;, l(value) the largest log-likelihood with the effect or the slope
 *     held there, l the largest of all, z the standard normal quantile at (1 + level) / 2
 *   test of d = 0: 2 (l - l0), chi-squared with 1 degree of freedom, l0 that of the model without product
 * </pre>
 *
 * <p>Covariates add {@code + e(1) z(1) + e(2) z(2) + ...} to both models, and the ratios are of people alike in them too; one that is
 * a combination of other columns is left out.
 *
 * <p>Unit: ratio, of people alike in the moderator. The test rejects exactly when the limits of the slope leave 1 out. Changing
 * the arms round, or counting those without the event, turns every ratio into one over it.
 *
 * <p>Edges: an arm without people, or in which the moderator is the same of everybody ({@code one-value-in-an-arm}); nobody
 * or everybody with the event ({@code no-variance}). Where arm and moderator separate the outcomes, be it within one arm,
 * there is no fit and no test ({@code separation}). A limit that the likelihood does not give is {@code unbounded}.
 *
 * <p>Source: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; limits: Venzon DJ, Moolgavkar SH (1988), Applied
 * Statistics 37:87-94.
 */
public final class LogisticModeration {

    private LogisticModeration() {}

    /**
     * Fits the models with the product and without.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static Moderation of(ModeratedData data) {
        return RatioModeration.of(
                data,
                Logistic.RESPONSE,
                (model, fit, column, level) ->
                        Exponentials.of(ProfileLikelihood.of(Logistic.RESPONSE, model, fit, column)
                                .limits(level)));
    }
}
