package org.ipstrial.stats.survival.hazards;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.ProfileLikelihood;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.cox.residuals.RobustVariance;

/**
 * Hazard ratio of two arms by Cox's model, stratified if the times are, with limits of several kinds.
 *
 * <pre>
 *   HR = exp(b)
 *   Wald, robust         exp(b -+ z se(b)), z the standard normal quantile at (1 + level) / 2
 *   profile, penalised   exp of the limits of {@link ProfileLikelihood}
 * </pre>
 *
 * <p>{@code se} is that of the inverse information, or that of {@link RobustVariance}, over clusters if the times have them.
 *
 * <p>No unit; above 1 where the group has the event sooner. Not estimable, rather than a large number with a larger standard
 * error, where an arm has no events ({@code no-events-in-group}, {@code no-events-in-reference},
 * {@code no-events-in-either-arm}), where nobody of one arm has the event while anybody of the other is at risk or a
 * covariate tells the events apart ({@code monotone-likelihood}), or where the arms were never at risk together
 * ({@code never-at-risk-together}); with the penalty of Firth there is a ratio even where an arm has no events. A robust
 * interval needs two clusters ({@code no-variance}). The standard error is not shown, because it is that of the logarithm.
 *
 * <p>Source: as {@link CoxFit}, {@link RobustVariance} and {@link ProfileLikelihood}; penalty: Heinze G, Schemper M (2001),
 * Biometrics 57:114-119.
 */
public final class HazardRatio {

    /** Limits of a coefficient of a fit. */
    private interface Limits {
        Estimate of(CoxFit fit, int column, double level);
    }

    private static final double NOTHING = 1e-18;

    private HazardRatio() {}

    /** With Wald limits. */
    public static HazardMethod wald(Ties ties) {
        return fitted(ties, (fit, column, level) -> normal(fit, column, fit.variance()[column][column], level));
    }

    /** With limits that hold where hazards are not proportional, or people of a cluster are alike. */
    public static HazardMethod robust(Ties ties) {
        return fitted(ties, (fit, column, level) -> {
            double variance = RobustVariance.of(fit)[column][column];
            // The residuals of everybody sum to nothing: one cluster has no variance but rounding.
            return variance > NOTHING * fit.variance()[column][column]
                    ? normal(fit, column, variance, level)
                    : Estimate.withoutLimits(StrictMath.exp(fit.coefficients()[column]), Reason.NO_VARIANCE);
        });
    }

    /** With limits of the profile likelihood. */
    public static HazardMethod profile(Ties ties) {
        return fitted(ties, HazardRatio::profiled);
    }

    /** By Firth's penalised likelihood, with limits of its profile. */
    public static HazardMethod penalised(Ties ties) {
        return (model, group, reference, level) ->
                estimate(model.penalised(ties, reference), model, group, reference, level, HazardRatio::profiled);
    }

    /** By the exact likelihood of ties, with Wald limits. */
    public static HazardMethod exact() {
        return (model, group, reference, level) -> estimate(
                model.exact(reference),
                model,
                group,
                reference,
                level,
                (fit, column, any) -> normal(fit, column, fit.variance()[column][column], any));
    }

    private static HazardMethod fitted(Ties ties, Limits limits) {
        return (model, group, reference, level) ->
                estimate(model.fit(ties, reference), model, group, reference, level, limits);
    }

    private static Estimate estimate(
            CoxFit.Outcome outcome, ArmModel model, int group, int reference, double level, Limits limits) {
        Require.fraction("level", level);
        return outcome.fit()
                .map(fit -> limits.of(fit, ArmModel.column(group, reference), level))
                .orElseGet(() -> Estimate.notEstimable(
                        model.reason(group, reference, outcome.reason().orElseThrow())));
    }

    private static Estimate normal(CoxFit fit, int column, double variance, double level) {
        double b = fit.coefficients()[column];
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(variance);
        return new Estimate(
                Quantity.of(StrictMath.exp(b)),
                Optional.empty(),
                Quantity.of(StrictMath.exp(b - half)),
                Quantity.limit(StrictMath.exp(b + half)));
    }

    private static Estimate profiled(CoxFit fit, int column, double level) {
        return new Estimate(
                Quantity.of(StrictMath.exp(fit.coefficients()[column])),
                Optional.empty(),
                exp(ProfileLikelihood.lower(fit, column, level)),
                exp(ProfileLikelihood.upper(fit, column, level)));
    }

    private static Quantity exp(Quantity limit) {
        return limit instanceof Quantity.Estimated one ? Quantity.limit(StrictMath.exp(one.value())) : limit;
    }
}
