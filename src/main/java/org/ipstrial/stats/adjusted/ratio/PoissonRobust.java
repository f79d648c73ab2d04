package org.ipstrial.stats.adjusted.ratio;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.ipstrial.stats.regression.model.LogPoisson;

/**
 * Ratio of means adjusted for covariates by Poisson regression of an amount, with a sandwich standard error (HC0).
 *
 * <pre>
 *   log mean = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms as if the amount were Poisson
 *   log r = t(group) - t(reference)
 *   se^2 = that of log r in B (sum of (y(i) - m(i))^2 x(i) x(i)') B,  B the inverse information, m the fitted means
 *   limits = r exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio of people alike in their covariates, the same for all of them; above 1 where the group has more. The
 * amounts need be neither whole nor Poisson: only the means count, and zeros are welcome. Amounts below 0 give no ratio
 * ({@code mean-not-positive}). A covariate that is a combination of others is left out and named. An arm, or a level of a
 * covariate, in which everybody has 0 has no finite coefficient ({@code separation}, with its name).
 *
 * <p>Source: Gourieroux C, Monfort A, Trognon A (1984), Pseudo maximum likelihood methods: applications to Poisson models,
 * Econometrica 52:701-720; Santos Silva JMC, Tenreyro S (2006), The log of gravity, Review of Economics and Statistics
 * 88:641-658.
 */
public final class PoissonRobust {

    private PoissonRobust() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        if (Arrays.stream(data.outcome()).anyMatch(y -> y < 0)) {
            return ArmContrasts.none(Reason.MEAN_NOT_POSITIVE, ModelNotes.aliased(List.of()));
        }
        return LogModel.of(
                data, LogPoisson.RESPONSE, fit -> Heteroscedasticity.HC0.of(fit).orElseThrow());
    }
}
