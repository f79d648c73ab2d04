package org.ipstrial.stats.adjusted.clustered;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.model.LogPoisson;

/**
 * Ratio of means adjusted for covariates, of people in clusters, by Poisson regression of an amount with a sandwich standard
 * error over clusters (CR1).
 *
 * <pre>
 *   log mean = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., fitted over all arms as if the amount were Poisson
 *   log r = t(group) - t(reference)
 *   se^2 = that of log r in G / (G - 1) B (sum of s(g) s(g)') B,  B the inverse information, s(g) the sum of
 *          (y(i) - m(i)) x(i) over one of G clusters, m the fitted means
 *   limits = r exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio of people alike in their covariates, the same for all of them; above 1 where the group has more. Fewer than
 * some forty clusters: the limits are too narrow. Amounts below 0 give no ratio ({@code mean-not-positive}). A covariate that
 * is a combination of others is left out and named. An arm, or a level of a covariate, in which everybody has 0 has no finite
 * coefficient ({@code separation}, with its name). One cluster in all is {@code fewer-than-two-clusters}; an arm that is one
 * cluster has no limits ({@code one-cluster-alone}).
 *
 * <p>Source: Liang KY, Zeger SL (1986), Biometrika 73:13-22, with independence within clusters as the working model. As
 * {@code vcovCL} of R's sandwich.
 */
public final class PoissonCr1 {

    private PoissonCr1() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Arrays.stream(data.outcome()).anyMatch(y -> y < 0)
                ? ArmContrasts.none(Reason.MEAN_NOT_POSITIVE, ModelNotes.aliased(List.of()))
                : ClusterSandwich.of(data, LogPoisson.RESPONSE);
    }
}
