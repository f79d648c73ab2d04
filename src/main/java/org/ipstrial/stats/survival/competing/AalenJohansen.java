package org.ipstrial.stats.survival.competing;

import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;

/**
 * Cumulative incidence of one cause in one arm, where other causes end the time at risk for good.
 *
 * <p>With {@code d_i} events of any cause, {@code c_i} of this one, among {@code n_i} at risk at the times {@code t_i}, and
 * {@code S} the Kaplan-Meier curve of the event of any cause:
 *
 * <pre>
 *   F(t) = sum of S(t_(i-1)) c_i / n_i over t_i &lt;= t
 *   v(t) = sum over t_i &lt;= t of
 *            (F(t) - F(t_i))^2 d_i / (n_i (n_i - d_i))
 *          + S(t_(i-1))^2 c_i (n_i - c_i) / n_i^3
 *          - 2 (F(t) - F(t_i)) S(t_(i-1)) c_i / n_i^2
 *   limits F^exp(-+ z sqrt(v) / (F log F)), symmetric in log(-log F)
 * </pre>
 *
 * <p>Unit: a share, from 0 up. The incidences of all causes and {@code S} sum to 1. The variance is that of the delta method
 * with binomial counts; with one cause it is Greenwood's. R's {@code cmprsk::cuminc} takes Aalen's, and {@code survfit} of a
 * factor the infinitesimal jackknife: their standard errors differ from these in the third digit or so. No limits where
 * nobody has had the event, or everybody ({@code no-variance}); not known beyond the arm's last time, unless nobody is left
 * ({@code beyond-follow-up}).
 *
 * <p>Source: Aalen OO, Johansen S (1978), Scandinavian Journal of Statistics 5:141-150; variance: Marubini E, Valsecchi MG
 * (1995), Analysing Survival Data from Clinical Trials and Observational Studies, Wiley, equation 10.12; Dinse GE, Larson MG
 * (1986), Biometrika 73:379-386.
 */
public final class AalenJohansen {

    private final KaplanMeier any;
    private final int[] ofCause;
    private final double[] incidence;
    private final double[] variance;

    private AalenJohansen(KaplanMeier any, int[] ofCause) {
        this.any = any;
        this.ofCause = ofCause;
        incidence = new double[ofCause.length];
        variance = new double[ofCause.length];
        double f = 0;
        // With F rising by e, sums of (F - F_i)^2 a_i and of (F - F_i) b_i are carried on; nothing is subtracted.
        double squares = 0;
        double distances = 0;
        double weights = 0;
        double own = 0;
        double crossed = 0;
        double crossWeights = 0;
        for (int i = 0; i < ofCause.length; i++) {
            double n = any.atRisk(i);
            double d = any.events(i);
            double c = ofCause[i];
            double before = any.survival(i - 1);
            double e = before * (c / n);
            f += e;
            squares += e * (2 * distances + e * weights);
            distances += e * weights;
            crossed += e * crossWeights;
            weights += d < n ? d / (n * (n - d)) : 0;
            own += before * before * (c * (n - c) / n / n / n);
            crossWeights += before * (c / n / n);
            incidence[i] = f;
            variance[i] = squares + own - 2 * crossed;
        }
    }

    /**
     * The cumulative incidence of one cause in one arm.
     *
     * @param cause its number, from 1
     */
    public static AalenJohansen of(RiskTable table, int arm, int cause) {
        if (cause < 1) {
            throw new IllegalArgumentException("a cause is numbered from 1, got " + cause);
        }
        KaplanMeier any = KaplanMeier.of(table, arm);
        int[] ofCause = IntStream.range(0, table.size())
                .filter(k -> table.events(arm, k) > 0)
                .map(k -> table.ended(arm, cause, k))
                .toArray();
        return new AalenJohansen(any, ofCause);
    }

    /** The curve of the event of any cause. */
    public KaplanMeier anyCause() {
        return any;
    }

    /** How many have the event of this cause at a step of {@link #anyCause}. */
    int ofCause(int step) {
        return ofCause[step];
    }

    /** The incidence from a step of {@link #anyCause} on, 0 before the first. */
    public double incidence(int step) {
        return step < 0 ? 0 : incidence[step];
    }

    /** The variance of the incidence from a step on. */
    public double variance(int step) {
        return step < 0 ? 0 : Math.max(0, variance[step]);
    }

    /** The incidence by a time, with limits. */
    public Estimate at(double time, double level) {
        Require.fraction("level", level);
        if (!any.isKnownAt(time)) {
            return Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP);
        }
        int step = any.stepAt(time);
        double f = incidence(step);
        double error = Math.sqrt(variance(step));
        if (!CurveLimits.exist(f) || error == 0) {
            return Estimate.withoutLimits(f, Reason.NO_VARIANCE);
        }
        return Estimate.of(
                f,
                error,
                CurveLimits.LOG_LOG.lower(f, error / f, level),
                CurveLimits.LOG_LOG.upper(f, error / f, level));
    }
}
