package org.ipstrial.stats.adjusted.clustered;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.mixed.RandomIntercept;

/**
 * Difference of means adjusted for covariates, of people in clusters that each have a mean of their own, drawn from a normal
 * distribution.
 *
 * <pre>
 *   y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + u(cluster) + residual, u and residuals normal, over all arms
 *   d = t(group) - t(reference);  se as {@link RandomIntercept} has it, by restricted maximum likelihood
 *   limits = d -+ z se,  z the standard normal quantile at (1 + level) / 2
 *   test of a difference m: (d - m) / se, standard normal
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the arm has more. It needs the model to be right: one spread of residuals for
 * everybody, and clusters whose means are normal and hang on nothing in the model. The variances are taken as known, so that
 * the limits of arms that are whole clusters are too narrow where clusters are few. A covariate that is a combination of
 * others is left out and named. Edges: as {@link RandomIntercept}.
 *
 * <p>Source: Laird NM, Ware JH (1982), Biometrics 38:963-974. As {@code lmer(y ~ arm + x + (1 | cluster))} of R's lme4.
 */
public final class MixedRandomIntercept {

    private MixedRandomIntercept() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        FullRank full = FullRank.of(data.design(0));
        ModelNotes notes = ModelNotes.aliased(full.aliased());
        RandomIntercept.Mixed mixed = RandomIntercept.of(full.design(), data.outcome(), data.cluster());
        if (mixed instanceof RandomIntercept.Fitted fitted) {
            return new NormalContrasts(
                    data,
                    full.design(),
                    fitted.model().coefficients(),
                    fitted.model().modelCovariance(),
                    false,
                    notes);
        }
        return ArmContrasts.none(((RandomIntercept.Unfitted) mixed).reason(), notes);
    }
}
