package org.ipstrial.stats.survival.curve;

import java.util.Optional;
import org.ipstrial.stats.Reason;

/**
 * The area under the Kaplan-Meier curve up to a time {@code tau}: the mean time without the event within {@code tau}.
 *
 * <p>With the curve {@code S}, {@code d_i} events among {@code n_i} at risk at {@code t_i}:
 *
 * <pre>
 *   m = integral of S from 0 to tau
 *   A_i = integral of S from t_i to tau
 *   v = sum of A_i^2 d_i / (n_i (n_i - d_i)) over t_i &lt;= tau,  0 where n_i = d_i
 * </pre>
 *
 * <p>Unit: that of the times, from 0 to {@code tau}. Refused where {@code tau} lies beyond the arm's last time, unless
 * everybody had the event by then, so that the curve is 0 ({@code beyond-follow-up}): an area that is not observed is not
 * guessed. Without censoring it is the mean of the times cut at {@code tau}, and {@code v} their variance (with n, not
 * n - 1) over n.
 *
 * <p>Source: Irwin JO (1949), Journal of Hygiene 47:188-189; Uno H et al. (2014), Moving beyond the hazard ratio in
 * quantifying the between-group difference in survival analysis, Journal of Clinical Oncology 32:2380-2385; variance:
 * Klein JP, Moeschberger ML (2003), Survival Analysis, second edition, Springer, section 4.5, without their factor
 * {@code D / (D - 1)}, as in R's survRM2.
 *
 * @param mean     {@code m}
 * @param lost     {@code tau - m}, the mean time after the event within {@code tau}
 * @param variance {@code v}, of either
 */
record RestrictedMean(double mean, double lost, double variance) {

    /** Why there is no restricted mean of a curve, if there is none. */
    static Optional<Reason> missing(KaplanMeier curve, double tau) {
        return curve.isKnownAt(tau) ? Optional.empty() : Optional.of(Reason.BEYOND_FOLLOW_UP);
    }

    /** The area up to a time to which the curve is known. */
    static RestrictedMean of(KaplanMeier curve, double tau) {
        if (!(tau > 0 && tau <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("tau must be above 0 and finite, got " + tau);
        }
        double area = 0;
        double gone = 0;
        double variance = 0;
        double end = tau;
        for (int step = curve.stepAt(tau); step >= 0; step--) {
            double s = curve.survival(step);
            area += s * (end - curve.time(step));
            gone += (1 - s) * (end - curve.time(step));
            int n = curve.atRisk(step);
            int d = curve.events(step);
            if (d < n) {
                variance += area / n * (area / (n - d)) * d;
            }
            end = curve.time(step);
        }
        return new RestrictedMean(area + end, gone, variance);
    }
}
