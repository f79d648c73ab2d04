package org.ipstrial.stats.adjusted.odds;

import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.LogisticFit;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ProfileLikelihood;

/**
 * Odds ratio of people alike in their covariates, by logistic regression with profile-likelihood limits.
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ..., by maximum likelihood over all arms
 *   o = exp(t(group) - t(reference))
 *   limits = the o with 2 (l - l(o)) = z^2, l(o) the largest log-likelihood with the odds ratio held at o, l the largest
 *     of all, z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: sign(o - m) sqrt(2 (l - l(m))), standard normal
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group. Conditional: the more the covariates tell, the
 * further it lies from the marginal odds ratio. A covariate that is a combination of others is left out and named. Where
 * covariates or arms separate the outcomes there is no fit ({@code separation}), and they are named: take firth. A limit
 * that the likelihood does not give is {@code unbounded}.
 *
 * <p>Source: Cox DR (1958), Journal of the Royal Statistical Society, Series B 20:215-242; limits: Venzon DJ, Moolgavkar
 * SH (1988), Applied Statistics 37:87-94.
 */
public final class LogisticOddsRatio {

    private record Contrasts(AdjustedData data, ModelNotes notes) implements ArmContrasts {

        @Override
        public Estimate estimate(int group, int reference, double level) {
            return with(group, reference, profile -> Exponentials.of(profile.limits(level)));
        }

        @Override
        public TestResult test(int group, int reference, double effect, Alternative alternative) {
            return with(group, reference, profile -> profile.test(StrictMath.log(effect), alternative));
        }

        private <T> T with(int group, int reference, Function<ProfileLikelihood, T> what) {
            LogisticFit model = data.logistic(reference);
            FittedModel fit = model.fit().ifFitted().orElseThrow();
            return what.apply(ProfileLikelihood.of(Logistic.RESPONSE, model.data(), fit, data.armColumn(group)));
        }
    }

    private LogisticOddsRatio() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        LogisticFit model = data.logistic(0);
        return model.fit() instanceof Fit.None none ? model.none(none) : new Contrasts(data, model.notes());
    }
}
