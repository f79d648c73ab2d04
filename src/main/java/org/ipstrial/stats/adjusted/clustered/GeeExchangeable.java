package org.ipstrial.stats.adjusted.clustered;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.LogisticFit;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.gee.EstimatingEquations;
import org.ipstrial.stats.regression.gee.MeanModel;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Effects adjusted for covariates, of people in clusters whose members are all equally alike, by generalised estimating
 * equations with a sandwich standard error.
 *
 * <pre>
 *   amounts:  mean = a + t(arm) + c(1) x(1) + ...,              d = t(group) - t(reference),  limits = d -+ z se
 *   yes/no:   logit P(event) = a + t(arm) + c(1) x(1) + ...,    o = exp(d),                   limits = exp(d -+ z se)
 *   se of d and the correlation of two people of a cluster as {@link EstimatingEquations} has them, z standard normal
 *   test of m: (d - m) / se, or (d - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: that of the amount, positive where the arm has more; or a ratio of odds, of people alike in their covariates
 * whatever their cluster. It holds if people of a cluster are alike in another way too. Fewer than some forty clusters: the
 * limits are too narrow. A covariate that is a combination of others is left out and named. Edges: as the equations; covariates
 * that separate a yes/no outcome are {@code separation}; clusters that tell of no variance are {@code no-variance}; an
 * arm that is one cluster has no limits ({@code one-cluster-alone}).
 *
 * <p>Source: Liang KY, Zeger SL (1986), Biometrika 73:13-22. As {@code geeglm(corstr = "exchangeable")} of R's geepack.
 */
public final class GeeExchangeable {

    private GeeExchangeable() {}

    /** Differences of means. */
    public static ArmContrasts ofAmounts(AdjustedData data) {
        FullRank full = FullRank.of(data.design(0));
        ModelNotes notes = ModelNotes.aliased(full.aliased());
        ModelData model = ModelData.of(full.design(), data.outcome());
        Fit fit = LinearModel.of(model);
        return fit instanceof Fit.None none
                ? ArmContrasts.none(none.reason(), notes)
                : contrasts(MeanModel.IDENTITY, data, model, fit.ifFitted().orElseThrow(), notes);
    }

    /**
     * Ratios of odds.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts ofAnswers(AdjustedData data) {
        LogisticFit logistic = data.logistic(0);
        return logistic.fit() instanceof Fit.None none
                ? logistic.none(none)
                : contrasts(
                        MeanModel.LOGIT,
                        data,
                        logistic.data(),
                        logistic.fit().ifFitted().orElseThrow(),
                        logistic.notes());
    }

    private static ArmContrasts contrasts(
            MeanModel mean, AdjustedData data, ModelData model, FittedModel start, ModelNotes notes) {
        EstimatingEquations.Solution solution = EstimatingEquations.of(mean, model, start, data.cluster());
        if (solution instanceof EstimatingEquations.Solved solved) {
            return new UnlessAlone(
                    data,
                    new NormalContrasts(
                            data,
                            model.design(),
                            solved.coefficients(),
                            solved.covariance(),
                            mean == MeanModel.LOGIT,
                            notes));
        }
        return ArmContrasts.none(((EstimatingEquations.Unsolved) solution).reason(), notes);
    }
}
