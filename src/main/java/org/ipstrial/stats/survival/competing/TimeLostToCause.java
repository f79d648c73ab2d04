package org.ipstrial.stats.survival.competing;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.curve.KaplanMeier;

/**
 * Mean time after an event of one cause within a time {@code tau}: the area under the cumulative incidence of
 * {@link AalenJohansen}.
 *
 * <p>With the notation there and {@code h_i = tau - t_i}:
 *
 * <pre>
 *   L   = sum of h_i (F(t_i) - F(t_(i-1))) over t_i &lt;= tau
 *   G_i = the part of L that comes after t_i
 *   v   = sum over t_i &lt;= tau of  G_i^2 d_i / (n_i (n_i - d_i)) + h_i^2 S(t_(i-1))^2 c_i (n_i - c_i) / n_i^3
 *                                - 2 G_i h_i S(t_(i-1)) c_i / n_i^2
 *   limits L -+ z sqrt(v)
 * </pre>
 *
 * <p>Unit: that of the times. The times of all causes sum to the time lost to any, {@code tau} less the restricted mean, and
 * with one cause {@code v} is the variance of that. Beyond the arm's last time it is not known
 * ({@code beyond-follow-up}). Of a difference there are no limits where an arm is one person ({@code fewer-than-two}).
 *
 * <p>Source: Andersen PK (2013), Statistics in Medicine 32:5278-5285; Conner SC, Trinquart L (2021), Statistics in Medicine
 * 40:2177-2196; the variance is that of the delta method with binomial counts.
 */
public final class TimeLostToCause {

    private record Loss(double mean, double variance) {}

    private TimeLostToCause() {}

    /** The time lost in one arm. */
    public static Estimate of(AalenJohansen arm, double tau, double level) {
        double z = z(level);
        return missing(arm, tau).map(Estimate::notEstimable).orElseGet(() -> {
            Loss loss = loss(arm, tau);
            return normal(loss.mean, loss.variance, z);
        });
    }

    /** Group minus reference. */
    public static Estimate difference(AalenJohansen group, AalenJohansen reference, double tau, double level) {
        double z = z(level);
        return missing(group, tau)
                .or(() -> missing(reference, tau))
                .map(Estimate::notEstimable)
                .orElseGet(() -> {
                    Loss l1 = loss(group, tau);
                    Loss l0 = loss(reference, tau);
                    return group.anyCause().people() < 2 || reference.anyCause().people() < 2
                            ? Estimate.withoutLimits(l1.mean - l0.mean, Reason.FEWER_THAN_TWO)
                            : normal(l1.mean - l0.mean, l1.variance + l0.variance, z);
                });
    }

    private static Optional<Reason> missing(AalenJohansen arm, double tau) {
        return arm.anyCause().isKnownAt(tau) ? Optional.empty() : Optional.of(Reason.BEYOND_FOLLOW_UP);
    }

    private static Loss loss(AalenJohansen arm, double tau) {
        if (!(tau > 0 && tau <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("tau must be above 0 and finite, got " + tau);
        }
        KaplanMeier any = arm.anyCause();
        double later = 0;
        double variance = 0;
        for (int i = any.stepAt(tau); i >= 0; i--) {
            double n = any.atRisk(i);
            double d = any.events(i);
            double c = arm.ofCause(i);
            double a = (tau - any.time(i)) * any.survival(i - 1);
            variance += a * a * (c * (n - c) / n / n / n) - 2 * later * a * (c / n / n);
            variance += d < n ? later * later * (d / (n * (n - d))) : 0;
            later += a * (c / n);
        }
        return new Loss(later, Math.max(0, variance));
    }

    private static Estimate normal(double estimate, double variance, double z) {
        if (variance == 0) {
            return Estimate.withoutLimits(estimate, Reason.NO_VARIANCE);
        }
        double error = Math.sqrt(variance);
        return Estimate.of(estimate, error, estimate - z * error, estimate + z * error);
    }

    private static double z(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
    }
}
