package org.ipstrial.stats.adjusted.ratio;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LogBinomial;

/**
 * Risk ratio adjusted for covariates by log-binomial regression.
 *
 * <pre>
 *   log P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., all below 0, by maximum likelihood over all arms
 *   log r = t(group) - t(reference),  se^2 = that of log r in the inverse expected information
 *   limits = r exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio of people alike in their covariates, the same for all of them; above 1 when the event is more frequent
 * in the group. A covariate that is a combination of others is left out and named. An arm, or a level of a covariate,
 * without events has no finite coefficient ({@code separation}, with its name). Where the best fit gives somebody a
 * probability of 1 there is no standard error to be had ({@code on-boundary}): take modified-poisson.
 *
 * <p>Source: Wacholder S (1986), Binomial regression in GLIM: estimating risk ratios and risk differences, American
 * Journal of Epidemiology 123:174-184.
 */
public final class LogBinomialRatio {

    private LogBinomialRatio() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        return LogModel.of(data, LogBinomial.RESPONSE, FittedModel::modelCovariance);
    }
}
