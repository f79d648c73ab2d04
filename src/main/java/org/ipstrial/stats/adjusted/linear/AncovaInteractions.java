package org.ipstrial.stats.adjusted.linear;

import java.util.Arrays;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.descriptive.Deviations;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Heteroscedasticity;

/**
 * Difference of means adjusted for covariates that may work differently in each arm, at their overall means (HC3).
 *
 * <pre>
 *   y = a + t(arm) + c(1) z(1) + ... + g(arm, 1) z(1) + ... + residual, z the covariates less their overall means
 *   d = t(group) - t(reference), the difference at the mean of every covariate
 *   se, df, limits and test as in {@link AncovaHc3}
 * </pre>
 *
 * <p>Unit: that of the outcome; positive where the arm has more. A covariate that is a combination of others is left out
 * and named; that changes nothing. Nobody left over for the residual variance is {@code no-residual-df}; a fit without
 * residuals has no standard error ({@code no-variance}), nor has one where somebody's leverage is 1 ({@code leverage-one}). The difference itself then still stands.
 *
 * <p>Source: Lin W (2013), Agnostic notes on regression adjustments to experimental data: reexamining Freedman's critique,
 * Annals of Applied Statistics 7:295-318. The means of the covariates are taken as known, as {@code lm_lin} of R's estimatr
 * does.
 */
public final class AncovaInteractions {

    private AncovaInteractions() {}

    /** Fits the model over all arms. */
    public static ArmContrasts of(AdjustedData data) {
        return Ancova.of(data, design(data), Heteroscedasticity.HC3::of);
    }

    private static DesignMatrix design(AdjustedData data) {
        double[][] centred =
                Arrays.stream(data.covariates()).map(Deviations::of).toArray(double[][]::new);
        DesignMatrix design = new AdjustedData(
                        data.outcome(), data.arm(), data.arms(), data.names(), centred, data.stratum())
                .design(0);
        for (int a = 1; a < data.arms().size(); a++) {
            for (int j = 0; j < centred.length; j++) {
                design = design.with(data.names().get(j) + ":" + data.armColumn(a), within(data.arm(), a, centred[j]));
            }
        }
        return design;
    }

    private static double[] within(int[] arm, int ofArm, double[] column) {
        double[] product = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            product[i] = arm[i] == ofArm ? column[i] : 0;
        }
        return product;
    }
}
