package org.ipstrial.stats.adjusted.clustered;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.model.LogPoisson;
import org.ipstrial.stats.regression.model.Logistic;

/**
 * Risk ratio adjusted for covariates, of people in clusters, by Poisson regression of a yes/no outcome with a sandwich standard
 * error over clusters (CR1).
 *
 * <pre>
 *   log P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms as if the outcome were Poisson
 *   log r = t(group) - t(reference)
 *   se^2 = that of log r in G / (G - 1) B (sum of s(g) s(g)') B,  B the inverse information, s(g) the sum of
 *          (y(i) - m(i)) x(i) over one of G clusters, m the fitted shares
 *   limits = r exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio of people alike in their covariates, the same for all of them; above 1 when the event is more frequent in the
 * group. Fewer than some forty clusters: the limits are too narrow. A covariate that is a combination of others is left out
 * and named. An arm, or a level of a covariate, without events has no finite coefficient ({@code separation}, with its name).
 * One cluster in all is {@code fewer-than-two-clusters}; an arm that is one cluster has no limits ({@code one-cluster-alone}).
 *
 * <p>Source: Zou GY, Donner A (2013), Extension of the modified Poisson regression model to prospective studies with
 * correlated binary data, Statistical Methods in Medical Research 22:661-670. As {@code vcovCL} of R's sandwich.
 */
public final class ModifiedPoissonCr1 {

    private ModifiedPoissonCr1() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        for (double y : data.outcome()) {
            Logistic.RESPONSE.check(y);
        }
        return ClusterSandwich.of(data, LogPoisson.RESPONSE);
    }
}
