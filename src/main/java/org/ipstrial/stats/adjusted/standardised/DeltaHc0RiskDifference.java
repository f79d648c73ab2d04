package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.model.Heteroscedasticity;

/**
 * Risk difference standardised over everybody analysed, with the sandwich variance (HC0) of the coefficients carried
 * over by the delta method.
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms
 *   p(t) = mean over everybody of the probability, were they in arm t
 *   v(t, s) = the covariances of {@link DeltaCovariances}, from the HC0 covariance of the coefficients
 *   d = p(group) - p(reference),  se = sqrt(v(g, g) + v(r, r) - 2 v(g, r))
 *   limits = d -+ z se,  z the standard normal quantile at (1 + level) / 2
 *   test of a difference m: (d - m) / se, standard normal
 * </pre>
 *
 * <p>Unit: difference between proportions; above 0 when the event is more frequent in the group. Limits beyond -1 or 1 are cut off there; marginal, that is of the people as a whole and not of people alike in their covariates. A covariate that is a combination of others
 * is left out and named. Where covariates or arms separate the outcomes there is no fit ({@code separation}), and they
 * are named. The covariates are taken as given: the
 * interval is too short for the people that they were drawn from.
 *
 * <p>Source: Ge M, Durham LK, Meyer RD, Xie W, Thomas N (2011), Covariate-adjusted difference in proportions from clinical trials
 * using logistic regression and weighted risk differences, Drug Information Journal 45:481-493.
 */
public final class DeltaHc0RiskDifference {

    private DeltaHc0RiskDifference() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Standardisation.of(
                data,
                ShareContrast.DIFFERENCE,
                all -> DeltaCovariances.of(
                        all, Heteroscedasticity.HC0.of(all.fit()).orElseThrow()));
    }
}
