package org.ipstrial.stats.adjusted.odds;

import java.util.stream.IntStream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.WaldContrast;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.ordinal.OrdinalData;
import org.ipstrial.stats.regression.ordinal.OrdinalFit;
import org.ipstrial.stats.regression.ordinal.ProportionalOdds;

/**
 * Odds ratio of being above any level of an ordered outcome or an amount, for people alike in their covariates
 * ({@link ProportionalOdds}).
 *
 * <pre>
 *   logit P(above level j) = t(arm) + c(1) x(1) + c(2) x(2) + ... - a(j), the same t and c for every level
 *   log o = t(group) - t(reference),  se^2 = that of log o in the inverse of the observed information
 *   limits = o exp(-+ z se),  z the standard normal quantile at (1 + level) / 2
 *   test of a ratio m: (log o - log m) / se, standard normal
 * </pre>
 *
 * <p>Unit: ratio; above 1 where the group lies higher. Each distinct value of an amount is a level, so that only the order
 * of the amounts counts. A covariate that is a combination of others is left out and named. Where covariates or arms
 * separate the outcome there is no fit ({@code separation}), and they are named. Whether one ratio serves all levels is
 * asked by {@link Proportionality}.
 *
 * <p>Source: McCullagh P (1980), Journal of the Royal Statistical Society, Series B 42:109-142; for amounts: Liu Q,
 * Shepherd BE, Li C, Harrell FE (2017), Statistics in Medicine 36:4316-4335.
 */
public final class ProportionalOddsRatio {

    private record Contrasts(AdjustedData data, DesignMatrix design, ProportionalOdds fit, ModelNotes notes)
            implements ArmContrasts {

        @Override
        public Estimate estimate(int group, int reference, double level) {
            return wald(group, reference).estimate(level);
        }

        @Override
        public TestResult test(int group, int reference, double effect, Alternative alternative) {
            return wald(group, reference).test(effect, alternative);
        }

        private WaldContrast wald(int group, int reference) {
            double[] combination = data.contrast(design, group, reference);
            double value = 0;
            double variance = 0;
            for (int j = 0; j < combination.length; j++) {
                value += combination[j] * fit.coefficients()[j];
                for (int k = 0; k < combination.length; k++) {
                    variance += combination[j] * fit.covariance()[j][k] * combination[k];
                }
            }
            return new WaldContrast(value, Math.sqrt(Math.max(0, variance)), WaldContrast.Scale.LOGARITHM);
        }
    }

    private ProportionalOddsRatio() {}

    /**
     * Fits the model over all arms.
     *
     * @throws IllegalArgumentException if everybody has the same outcome
     */
    public static ArmContrasts of(AdjustedData data) {
        FullRank full = FullRank.of(data.design(0));
        DesignMatrix design = withoutIntercept(full);
        OrdinalFit fit = ProportionalOdds.of(OrdinalData.of(design, data.outcome()));
        return fit instanceof OrdinalFit.None none
                ? ArmContrasts.none(none.reason(), new ModelNotes(full.aliased(), none.separating()))
                : new Contrasts(data, design, fit.ifFitted().orElseThrow(), ModelNotes.aliased(full.aliased()));
    }

    private static DesignMatrix withoutIntercept(FullRank full) {
        return full.design().select(IntStream.range(1, full.design().width()).toArray());
    }
}
