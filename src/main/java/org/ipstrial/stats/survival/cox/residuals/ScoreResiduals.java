package org.ipstrial.stats.survival.cox.residuals;

import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;

/**
 * Score residuals: what each person adds to the slope of the partial likelihood.
 *
 * <p>With {@code e_i = exp(x_i'b)}, at each time of events the denominators {@code S_l} of {@link Ties}, the means {@code m_l}
 * of the covariates under them, {@code c_il} the part with which person {@code i} at risk enters {@code S_l} and {@code v} the
 * mean case weight of the events, 1 where there are none:
 *
 * <pre>
 *   r_i = (x_i - mean of m_l at the time of i) if i has the event
 *         - sum over times of events from the entry of i up to its time, and over l, of c_il e_i (x_i - m_l) v / S_l
 * </pre>
 *
 * <p>Times the case weights they sum to the score, which is 0 at the estimate. Unit: that of the covariate. In the order in
 * which the people were given, each for one person whatever the case weight; as R's
 * {@code residuals(coxph(), type = "score")}. A fit by the exact likelihood of ties has none.
 *
 * <p>Source: Barlow WE, Prentice RL (1988), Residuals for relative risk regression, Biometrika 75:65-74; Therneau TM, Grambsch
 * PM, Fleming TR (1990), Martingale-based residuals for survival models, Biometrika 77:147-160; Therneau TM, Grambsch PM
 * (2000), Modeling Survival Data, Springer, section 4.6 and appendix E.
 *
 * @param values of each person, and of each of its covariates
 */
public record ScoreResiduals(double[][] values) {

    /** The residuals of a fit. */
    public static ScoreResiduals of(CoxFit fit) {
        double[][] rows = rows(fit);
        double[][] values = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            values[fit.data().person(i)] = rows[i];
        }
        return new ScoreResiduals(values);
    }

    /** The residuals in the order of the data, which hangs on no order of people. */
    static double[][] rows(CoxFit fit) {
        if (fit.isExact()) {
            throw new IllegalArgumentException("a fit by the exact likelihood of ties has no score residuals");
        }
        CoxData data = fit.data();
        int width = data.width();
        HazardSteps steps = HazardSteps.of(fit);
        double[][] residuals = new double[data.size()][width];
        double[] sums = new double[width + 1];
        for (int i = 0; i < data.size(); i++) {
            steps.expected(i, sums);
            for (int j = 0; j < width; j++) {
                double x = data.x(i, j);
                double came = data.event(i) ? x - steps.mean(i, j) : 0;
                residuals[i][j] = came - (x * sums[width] - sums[j]);
            }
        }
        return residuals;
    }
}
