package org.ipstrial.stats.adjusted.clustered;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.LogisticFit;
import org.ipstrial.stats.regression.model.Fit;

/**
 * Odds ratio for people alike in their covariates, of people in clusters, by logistic regression with a sandwich standard error
 * over clusters (CR1).
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., by maximum likelihood over all arms
 *   log o = t(group) - t(reference)
 *   se^2 = that of log o in G / (G - 1) B (sum of s(g) s(g)') B,  B the inverse information, s(g) the sum of
 *          (y(i) - m(i)) x(i) over one of G clusters, m the fitted shares
 *   limits = o exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log o - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group. Fewer than some forty clusters: the limits are too
 * narrow. A covariate that is a combination of others is left out and named. Covariates or arms that separate the outcome are
 * {@code separation}, and are named. One cluster in all is {@code fewer-than-two-clusters}; an arm that is one cluster has no
 * limits ({@code one-cluster-alone}).
 *
 * <p>Source: Liang KY, Zeger SL (1986), Biometrika 73:13-22, with independence within clusters as the working model. As
 * {@code vcovCL} of R's sandwich.
 */
public final class LogisticCr1 {

    private LogisticCr1() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        LogisticFit logistic = data.logistic(0);
        return logistic.fit() instanceof Fit.None none
                ? logistic.none(none)
                : ClusterSandwich.of(data, logistic.fit().ifFitted().orElseThrow(), logistic.notes());
    }
}
