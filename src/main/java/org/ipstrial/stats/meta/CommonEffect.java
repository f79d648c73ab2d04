package org.ipstrial.stats.meta;

import java.util.Optional;
import org.ipstrial.stats.Require;

/**
 * The inverse-variance mean of effects that are taken to be one and the same in all studies.
 *
 * <p>With effects y and variances v, {@code w = 1 / v}:
 * <pre>
 *   m = sum w y / sum w,  s = 1 / sqrt(sum w),  limits = m &plusmn; z s
 * </pre>
 * Unit: that of the effects. One study gives its own effect. Where studies differ the limits are too narrow for anything but
 * the mean of these very studies.
 *
 * <p>Source: Birge RT (1932), Physical Review 40:207-227; Cochran WG (1954), Biometrics 10:101-129.
 */
public final class CommonEffect {

    private CommonEffect() {}

    /** The pooled effect. */
    public static Pooled of(StudyEffects effects, double level) {
        Require.fraction("level", level);
        MetaModel model = MetaModel.ofMean(effects);
        WeightedFit fit = WeightedFit.at(model, 0);
        return MeanLimits.NORMAL.of(
                fit.coefficients()[0], Math.sqrt(fit.covariance(0, 0)), model.residualDf(), level, Optional.empty());
    }
}
