package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;

/**
 * Risk ratio standardised over everybody analysed, with the robust variance of Ye and others.
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms
 *   p(t) = mean over everybody of the probability, were they in arm t
 *   v(t, s) = the covariances of Ye and others, which hold for a wrong model as well ({@link YeCovariances})
 *   r = p(group) / p(reference),  se = sqrt(v(g, g) / p(g)^2 + v(r, r) / p(r)^2 - 2 v(g, r) / (p(g) p(r))), of log r
 *   limits = r exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group; marginal, that is of the people as a whole and not of people alike in their covariates. A covariate that is a combination of others
 * is left out and named. Where covariates or arms separate the outcomes there is no fit ({@code separation}), and they
 * are named. An arm of one person has no variance ({@code no-variance}).
 *
 * <p>Source: Ye T, Bannick M, Yi Y, Shao J (2023), Robust variance estimation for covariate-adjusted unconditional treatment effect in
 * randomized clinical trials with binary outcomes, Statistical Theory and Related Fields 7:159-163.
 */
public final class YeRiskRatio {

    private YeRiskRatio() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Standardisation.of(data, ShareContrast.RATIO, YeCovariances::simple);
    }
}
