package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;

/**
 * Risk difference standardised over everybody analysed, with the robust variance of Ye and others.
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms
 *   p(t) = mean over everybody of the probability, were they in arm t
 *   v(t, s) = the covariances of Ye and others, which hold for a wrong model as well ({@link YeCovariances})
 *   d = p(group) - p(reference),  se = sqrt(v(g, g) + v(r, r) - 2 v(g, r))
 *   limits = d -+ z se,  z the standard normal quantile at (1 + level) / 2
 *   test of a difference m: (d - m) / se, standard normal
 * </pre>
 *
 * <p>Unit: difference between proportions; above 0 when the event is more frequent in the group. Limits beyond -1 or 1 are cut off there; marginal, that is of the people as a whole and not of people alike in their covariates. A covariate that is a combination of others
 * is left out and named. Where covariates or arms separate the outcomes there is no fit ({@code separation}), and they
 * are named. An arm of one person has no variance ({@code no-variance}).
 *
 * <p>Source: Ye T, Bannick M, Yi Y, Shao J (2023), Robust variance estimation for covariate-adjusted unconditional treatment effect in
 * randomized clinical trials with binary outcomes, Statistical Theory and Related Fields 7:159-163.
 */
public final class YeRiskDifference {

    private YeRiskDifference() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Standardisation.of(data, ShareContrast.DIFFERENCE, YeCovariances::simple);
    }
}
