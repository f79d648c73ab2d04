package org.ipstrial.stats.meta;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;

/**
 * The mean of effects that differ between studies.
 *
 * <p>With effects y, variances v and tau squared by an estimator:
 * <pre>
 *   w = 1 / (v + tau&sup2;),  m = sum w y / sum w,  s&sup2; = 1 / sum w
 * </pre>
 * and the limits of {@link MeanLimits}. The mean is that of the studies like these, not of one study: how far a single one
 * may lie from it the prediction interval tells.
 *
 * <p>Unit: that of the effects. Changing the arms round changes the sign. Edge: one study is no sample of studies
 * ({@code fewer-than-two-studies}).
 *
 * <p>Source: DerSimonian R, Laird N (1986), Controlled Clinical Trials 7:177-188; the limits as {@link MeanLimits} names.
 *
 * @param tauSquared the estimator of the variance between studies
 * @param limits     how the limits are made
 */
public record RandomEffects(TauSquared tauSquared, MeanLimits limits) implements Pooling {

    /** Checks that nothing is null. */
    public RandomEffects {
        Objects.requireNonNull(tauSquared, "tauSquared");
        Objects.requireNonNull(limits, "limits");
    }

    @Override
    public Pooled of(StudyEffects effects, double level) {
        Require.fraction("level", level);
        if (effects.count() < 2) {
            return Pooled.notEstimable(Reason.FEWER_THAN_TWO_STUDIES);
        }
        MetaModel model = MetaModel.ofMean(effects);
        return of(model, tauSquared.of(model), limits, level);
    }

    /** The mean of a model without moderators whose variance between studies is known already. */
    public static Pooled of(MetaModel model, double tauSquared, MeanLimits limits, double level) {
        WeightedFit fit = WeightedFit.at(model, tauSquared);
        double error = Math.sqrt(fit.covariance(0, 0) * limits.factor(fit, model.residualDf()));
        return limits.of(fit.coefficients()[0], error, model.residualDf(), level, Optional.of(tauSquared));
    }
}
