package org.ipstrial.stats.adjusted.linear;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.model.Heteroscedasticity;

/**
 * Difference of means adjusted for covariates, with the plain sandwich standard error (HC0).
 *
 * <pre>
 *   y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + residual, by least squares over all arms
 *   d = t(group) - t(reference),  df = people - coefficients
 *   se^2 = that of d in B (sum of e(i)^2 x(i) x(i)') B,  B = (X'X)^-1, e residuals
 *   limits = d -+ q se,  q the quantile of Student's t at (1 + level) / 2 with df
 *   test of a difference m: T = (d - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the arm has more. A covariate that is a combination of others is left out
 * and named; that changes nothing. Nobody left over for the residual variance is {@code no-residual-df}; a fit without
 * residuals has no standard error ({@code no-variance}). The difference itself then still stands.
 *
 * <p>Source: White H (1980), Econometrica 48:817-838. Degrees of freedom as {@code coeftest(lm, vcovHC)} of R's lmtest.
 */
public final class AncovaHc0 {

    private AncovaHc0() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Ancova.of(data, data.design(0), Heteroscedasticity.HC0::of);
    }
}
