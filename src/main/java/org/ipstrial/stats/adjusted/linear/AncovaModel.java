package org.ipstrial.stats.adjusted.linear;

import java.util.Optional;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;

/**
 * Difference of means adjusted for covariates, with one residual variance for everybody.
 *
 * <pre>
 *   y = a + t(arm) + c(1) x(1) + c(2) x(2) + ... + residual, by least squares over all arms
 *   d = t(group) - t(reference),  df = people - coefficients
 *   se^2 = that of d in s^2 (X'X)^-1,  s^2 = sum of squared residuals / df
 *   limits = d -+ q se,  q the quantile of Student's t at (1 + level) / 2 with df
 *   test of a difference m: T = (d - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the arm has more. A covariate that is a combination of others is left out
 * and named; that changes nothing. Nobody left over for the residual variance is {@code no-residual-df}; a fit without
 * residuals has no standard error ({@code no-variance}). The difference itself then still stands.
 *
 * <p>Source: Fisher RA (1932), Statistical Methods for Research Workers, 4th edition, Oliver and Boyd, section 49.1.
 */
public final class AncovaModel {

    private AncovaModel() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Ancova.of(data, data.design(0), fit -> Optional.of(fit.modelCovariance()));
    }
}
