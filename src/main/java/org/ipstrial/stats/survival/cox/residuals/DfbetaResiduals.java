package org.ipstrial.stats.survival.cox.residuals;

import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Information;

/**
 * Dfbeta residuals: about how much each coefficient would fall if a person were left out.
 *
 * <p>With {@code r_i} the {@link ScoreResiduals}, {@code w_i} the case weight and {@code V} the variance of the coefficients:
 *
 * <pre>
 *   D_i = w_i V r_i           one step of Newton's method from the model with the person to that without
 *   scaled: D_ij / sqrt(V_jj)
 * </pre>
 *
 * <p>Unit: that of the coefficients, a logarithm of a hazard ratio; scaled: standard errors. Above 0 where the person draws the
 * coefficient up. {@link RobustVariance} is the sum of their squares. The standard errors of the scale are those of the model,
 * never the robust ones. In the order in which the people were given; as R's {@code residuals(coxph(), type = "dfbeta")} and
 * {@code "dfbetas"}.
 *
 * <p>Source: Cain KC, Lange NT (1984), Approximate case influence for the proportional hazards regression model with censored
 * data, Biometrics 40:493-499; Reid N, Cr&eacute;peau H (1985), Influence functions for proportional hazards regression,
 * Biometrika 72:1-9; Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, section 7.1.
 *
 * @param values of each person, and of each coefficient
 * @param scaled the same in standard errors
 */
public record DfbetaResiduals(double[][] values, double[][] scaled) {

    /** The residuals of a fit. */
    public static DfbetaResiduals of(CoxFit fit) {
        CoxData data = fit.data();
        double[][] variance = fit.variance();
        double[][] rows = ScoreResiduals.rows(fit);
        double[][] values = new double[rows.length][];
        double[][] scaled = new double[rows.length][variance.length];
        for (int i = 0; i < rows.length; i++) {
            double[] moved = Information.times(variance, rows[i]);
            for (int j = 0; j < moved.length; j++) {
                moved[j] *= data.weight(i);
                scaled[data.person(i)][j] = moved[j] / Math.sqrt(variance[j][j]);
            }
            values[data.person(i)] = moved;
        }
        return new DfbetaResiduals(values, scaled);
    }
}
