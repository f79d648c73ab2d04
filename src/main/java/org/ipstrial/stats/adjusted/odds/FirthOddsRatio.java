package org.ipstrial.stats.adjusted.odds;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.firth.FirthLogistic;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Odds ratio of people alike in their covariates, by Firth's penalised likelihood ({@link FirthLogistic}).
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(1) x(1) + c(2) x(2) + ...
 *   m = log-likelihood + log det I / 2, I the information matrix, at its largest over all arms
 *   o = exp(t(group) - t(reference))
 *   limits = the o with 2 (m - m(o)) = z^2, m(o) the largest m with the odds ratio held at o, z the standard normal
 *     quantile at (1 + level) / 2
 *   test of a ratio k: sign(o - k) sqrt(2 (m - m(k))), standard normal
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group. It exists where covariates or arms separate the
 * outcomes. A covariate that is a combination of others is left out and named. A fit that comes to no end is
 * {@code not-converged}.
 *
 * <p>Source: Firth D (1993), Biometrika 80:27-38; Heinze G, Schemper M (2002), A solution to the problem of separation in
 * logistic regression, Statistics in Medicine 21:2409-2419.
 */
public final class FirthOddsRatio {

    private record Contrasts(AdjustedData data, ModelNotes notes) implements ArmContrasts {

        @Override
        public Estimate estimate(int group, int reference, double level) {
            DesignMatrix design = FullRank.of(data.design(reference)).design();
            int column = design.indexOf(data.armColumn(group));
            FirthLogistic.Result result = FirthLogistic.of(ModelData.of(design, data.outcome()));
            return result instanceof FirthLogistic.Result.Fitted fitted
                    ? Exponentials.of(fitted.fit().limits(column, level))
                    : Estimate.notEstimable(((FirthLogistic.Result.None) result).reason());
        }

        @Override
        public TestResult test(int group, int reference, double effect, Alternative alternative) {
            DesignMatrix design = FullRank.of(data.design(reference)).design();
            int column = design.indexOf(data.armColumn(group));
            FirthLogistic.Result result = FirthLogistic.of(ModelData.of(design, data.outcome()));
            return result instanceof FirthLogistic.Result.Fitted fitted
                    ? fitted.fit().test(column, StrictMath.log(effect), alternative)
                    : TestResult.notEstimable(((FirthLogistic.Result.None) result).reason());
        }
    }

    private FirthOddsRatio() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static ArmContrasts of(AdjustedData data) {
        FullRank full = FullRank.of(data.design(0));
        ModelNotes notes = ModelNotes.aliased(full.aliased());
        FirthLogistic.Result result = FirthLogistic.of(ModelData.of(full.design(), data.outcome()));
        return result instanceof FirthLogistic.Result.None none
                ? ArmContrasts.none(none.reason(), notes)
                : new Contrasts(data, notes);
    }
}
