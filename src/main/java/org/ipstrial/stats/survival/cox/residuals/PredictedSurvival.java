package org.ipstrial.stats.survival.cox.residuals;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Information;
import org.ipstrial.stats.survival.cox.RiskSums;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.curve.CurveLimits;

/**
 * The survival that a model expects of a person with given covariates.
 *
 * <p>With {@code z} the covariates, {@code V} the variance of the coefficients and, at each time of events, {@code h}, {@code a}
 * and {@code g} the sums over the denominators {@code S_l} of {@link Ties} of {@code v / S_l}, of {@code m_l v / S_l} and of
 * {@code v / S_l^2} ({@code m_l} the means of the covariates, {@code v} the mean case weight of the events), all summed over the
 * times up to {@code t}, of somebody who comes late over those since:
 *
 * <pre>
 *   H = h exp(z'b)                                       cumulative hazard; the baseline one where z is 0
 *   variance of H = (g + q' V q) exp(z'b)^2,  q = h z - a
 *   S = exp(-H), its standard error S times that of H
 * </pre>
 *
 * <p>Unit: events, and a share. Limits of {@code S} by {@link CurveLimits}; none where the share is 0 beyond what numbers can
 * hold ({@code no-variance}). As R's {@code survfit(coxph(), newdata = )}. It is a reading of the model at one point, and no
 * share of the people of an arm. Of late entries R's {@code predict(type = "expected", se.fit = TRUE)} takes the difference of the
 * variances at end and entry, as if the two hazards did not hang on the same coefficients.
 *
 * <p>Source: Breslow NE (1972), Journal of the Royal Statistical Society, Series B 34:216-217; variance: Tsiatis AA (1981), A
 * large sample study of Cox's regression model, Annals of Statistics 9:93-108; by Efron: Therneau TM, Grambsch PM (2000),
 * Modeling Survival Data, Springer, section 10.2 and appendix E.
 *
 * @param points of each time of events of the stratum since the person came, the earliest first
 */
public record PredictedSurvival(List<Point> points) {

    /** Copies the points. */
    public PredictedSurvival {
        points = List.copyOf(points);
    }

    /**
     * A time of events.
     *
     * @param time          the time
     * @param hazard        the cumulative hazard
     * @param standardError that of the cumulative hazard
     * @param survival      the share
     */
    public record Point(double time, double hazard, double standardError, Estimate survival) {}

    /**
     * The survival in a stratum.
     *
     * @param covariates one of each column, as the columns were given
     * @param entry      when the person comes under observation, without the event until then; negative infinity for from the
     *                   start
     */
    public static PredictedSurvival of(
            CoxFit fit, int stratum, double[] covariates, double entry, double level, CurveLimits limits) {
        Require.fraction("level", level);
        CoxData data = fit.data();
        if (covariates.length != data.width()) {
            throw new IllegalArgumentException(
                    "covariates must be those of " + data.width() + " columns, got " + covariates.length);
        }
        Require.finite("a covariate", covariates);
        double[] b = fit.coefficients();
        double[] z = new double[b.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = covariates[j] - data.middle(j);
        }
        double largest = data.product(0, b) - RiskSums.exponents(data, b)[0];
        double ratio = StrictMath.exp(Information.dot(z, b) - largest);
        HazardSteps steps = HazardSteps.of(fit);
        List<Point> points = new ArrayList<>();
        double h = 0;
        double g = 0;
        double[] q = new double[z.length];
        for (int step = steps.size() - 1; step >= 0; step--) {
            double time = data.time(steps.row(step));
            if (data.stratum(steps.row(step)) == stratum && time > entry) {
                h += steps.hazard(step);
                g += steps.variance(step);
                for (int j = 0; j < q.length; j++) {
                    q[j] += steps.hazard(step) * z[j] - steps.drift(step, j);
                }
                double hazard = ratio * h;
                double error = ratio * Math.sqrt(g + Information.dot(q, Information.times(fit.variance(), q)));
                points.add(new Point(time, hazard, error, survival(hazard, error, level, limits)));
            }
        }
        return new PredictedSurvival(points);
    }

    private static Estimate survival(double hazard, double error, double level, CurveLimits limits) {
        double share = StrictMath.exp(-hazard);
        return CurveLimits.exist(share)
                ? Estimate.of(
                        share, share * error, limits.lower(share, error, level), limits.upper(share, error, level))
                : Estimate.withoutLimits(share, Reason.NO_VARIANCE);
    }
}
