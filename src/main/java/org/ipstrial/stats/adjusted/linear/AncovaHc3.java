package org.ipstrial.stats.adjusted.linear;

import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.regression.model.Heteroscedasticity;

/**
 * Difference of means adjusted for covariates, with a standard error that needs no common variance (HC3).
 *
 * <pre>
 *   y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + residual, by least squares over all arms
 *   d = t(group) - t(reference),  df = people - coefficients
 *   se^2 = that of d in B (sum of e(i)^2 / (1 - h(i))^2 x(i) x(i)') B,  B = (X'X)^-1, e residuals, h leverages
 *   limits = d -+ q se,  q the quantile of Student's t at (1 + level) / 2 with df
 *   test of a difference m: T = (d - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the arm has more. A covariate that is a combination of others is left out
 * and named; that changes nothing. Nobody left over for the residual variance is {@code no-residual-df}; a fit without
 * residuals has no standard error ({@code no-variance}), nor has one where somebody's leverage is 1 ({@code leverage-one}). The difference itself then still stands.
 *
 * <p>Source: MacKinnon JG, White H (1985), Journal of Econometrics 29:305-325; for small samples: Long JS, Ervin LH
 * (2000), The American Statistician 54:217-224. Degrees of freedom as {@code coeftest(lm, vcovHC)} of R's lmtest.
 */
public final class AncovaHc3 {

    private AncovaHc3() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Ancova.of(data, data.design(0), Heteroscedasticity.HC3::of);
    }
}
