package org.ipstrial.stats.adjusted.ratio;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.ipstrial.stats.regression.model.LogPoisson;
import org.ipstrial.stats.regression.model.Logistic;

/**
 * Risk ratio adjusted for covariates by Poisson regression of a yes/no outcome, with a sandwich standard error (HC0).
 *
 * <pre>
 *   log P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms as if the outcome were Poisson
 *   log r = t(group) - t(reference)
 *   se^2 = that of log r in B (sum of (y(i) - m(i))^2 x(i) x(i)') B,  B the inverse information, m the fitted shares
 *   limits = r exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio of people alike in their covariates, the same for all of them; above 1 when the event is more frequent
 * in the group. A covariate that is a combination of others is left out and named. An arm, or a level of a covariate,
 * without events has no finite coefficient ({@code separation}, with its name). Fitted shares above 1 are allowed.
 *
 * <p>Source: Zou G (2004), A modified Poisson regression approach to prospective studies with binary data, American
 * Journal of Epidemiology 159:702-706.
 */
public final class ModifiedPoisson {

    private ModifiedPoisson() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        for (double y : data.outcome()) {
            Logistic.RESPONSE.check(y);
        }
        return LogModel.of(
                data, LogPoisson.RESPONSE, fit -> Heteroscedasticity.HC0.of(fit).orElseThrow());
    }
}
