package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;

/**
 * Odds ratio of the shares standardised over everybody analysed, with the robust variance of Ye and others.
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms
 *   p(t) = mean over everybody of the probability, were they in arm t
 *   v(t, s) = the covariances of Ye and others, which hold for a wrong model as well ({@link YeCovariances})
 *   o = p(g) (1 - p(r)) / (p(r) (1 - p(g))),  w(t) = 1 / (p(t) (1 - p(t)))
 *   se = sqrt(w(g)^2 v(g, g) + w(r)^2 v(r, r) - 2 w(g) w(r) v(g, r)), of log o
 *   limits = o exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log o - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group; marginal, that is of the people as a whole and not of people alike in their covariates. A covariate that is a combination of others
 * is left out and named. Where covariates or arms separate the outcomes there is no fit ({@code separation}), and they
 * are named. An arm of one person has no variance ({@code no-variance}). The odds ratio of people alike in their
 * covariates is another number, further from 1.
 *
 * <p>Source: Ye T, Bannick M, Yi Y, Shao J (2023), Robust variance estimation for covariate-adjusted unconditional treatment effect in
 * randomized clinical trials with binary outcomes, Statistical Theory and Related Fields 7:159-163.
 */
public final class YeOddsRatio {

    private YeOddsRatio() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Standardisation.of(data, ShareContrast.ODDS_RATIO, YeCovariances::simple);
    }
}
