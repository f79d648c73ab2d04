package org.ipstrial.stats.adjusted.odds;

import java.util.function.Function;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
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
            ModelData model = model(data, reference);
            FittedModel fit = GeneralisedLinearModel.of(Logistic.RESPONSE, model)
                    .ifFitted()
                    .orElseThrow();
            return what.apply(ProfileLikelihood.of(Logistic.RESPONSE, model, fit, data.armColumn(group)));
        }
    }

    private LogisticOddsRatio() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        FullRank full = FullRank.of(data.design(0));
        Fit fit = GeneralisedLinearModel.of(Logistic.RESPONSE, ModelData.of(full.design(), data.outcome()));
        return fit instanceof Fit.None none
                ? ArmContrasts.none(none.reason(), new ModelNotes(full.aliased(), none.separating()))
                : new Contrasts(data, ModelNotes.aliased(full.aliased()));
    }

    private static ModelData model(AdjustedData data, int reference) {
        return ModelData.of(FullRank.of(data.design(reference)).design(), data.outcome());
    }
}
