package org.ipstrial.stats.survival.cox.residuals;

import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;

/**
 * Martingale residuals: of each person the events that came less those that the model expected.
 *
 * <p>With {@code H} the cumulative baseline hazard of the person's stratum, {@code e_i = exp(x_i'b)} and the time at risk from
 * {@code s_i} to {@code t_i}:
 *
 * <pre>
 *   E_i = e_i (H(t_i) - H(s_i))                  events expected; of who has the event less at its own time by Efron
 *   M_i = 1 - E_i with the event, else -E_i
 * </pre>
 *
 * <p>{@code H} rises at a time of {@code d} events by the sum of {@code v / S_l} over the denominators {@code S_l} of
 * {@link Ties}, {@code v} being their mean case weight; by Efron who has the event there takes only the part
 * {@code 1 - l / d} of the l-th term. Times the case weights they sum to 0 in each stratum, whatever {@code b} is.
 *
 * <p>Unit: events, at most 1; below 0 where fewer came than expected. At {@code b = 0} they are the events less the
 * Nelson-Aalen estimate. Where ties are exact they are those of Breslow at the coefficients of the fit. In the order in which
 * the people were given, each for one person whatever the case weight; as R's {@code residuals(coxph())}.
 *
 * <p>Source: Barlow WE, Prentice RL (1988), Residuals for relative risk regression, Biometrika 75:65-74; Therneau TM, Grambsch
 * PM, Fleming TR (1990), Martingale-based residuals for survival models, Biometrika 77:147-160; Therneau TM, Grambsch PM
 * (2000), Modeling Survival Data, Springer, sections 4.2 and 4.6 and appendix E.
 *
 * @param observed of each person 1 with the event, else 0
 * @param expected of each person {@code E_i}
 */
public record MartingaleResiduals(double[] observed, double[] expected) {

    /** The residuals of a fit. */
    public static MartingaleResiduals of(CoxFit fit) {
        CoxData data = fit.data();
        HazardSteps steps = HazardSteps.of(fit);
        double[] observed = new double[data.size()];
        double[] expected = new double[data.size()];
        double[] sums = new double[data.width() + 1];
        for (int i = 0; i < data.size(); i++) {
            steps.expected(i, sums);
            observed[data.person(i)] = data.event(i) ? 1 : 0;
            expected[data.person(i)] = sums[data.width()];
        }
        return new MartingaleResiduals(observed, expected);
    }

    /** The residuals. */
    public double[] values() {
        double[] values = new double[observed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = observed[i] - expected[i];
        }
        return values;
    }
}
