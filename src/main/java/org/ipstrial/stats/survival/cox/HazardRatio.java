package org.ipstrial.stats.survival.cox;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * Hazard ratio of two arms by Cox's model with the arm alone, stratified if the times are, with Wald limits.
 *
 * <pre>
 *   HR = exp(b), limits exp(b -+ z se(b)), z the standard normal quantile at (1 + level) / 2
 * </pre>
 *
 * <p>No unit; above 1 where the group has the event sooner. Not estimable, rather than a large number with a larger standard
 * error, where an arm has no events ({@code no-events-in-group}, {@code no-events-in-reference},
 * {@code no-events-in-either-arm}), where nobody of one arm has the event while anybody of the other is at risk
 * ({@code monotone-likelihood}), or where the arms were never at risk together ({@code never-at-risk-together}). The standard
 * error is not shown, because it is that of the logarithm.
 *
 * <p>Source: as {@link CoxFit}.
 */
public final class HazardRatio {

    private HazardRatio() {}

    /**
     * The hazard ratio.
     *
     * @param times two arms, 0 the group and 1 the reference
     */
    public static Estimate of(SurvivalTimes times, Ties ties, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
        CoxFit.Outcome outcome = fit(times, ties);
        return outcome.fit()
                .map(fit -> wald(fit, z))
                .orElseGet(() ->
                        Estimate.notEstimable(reason(times, outcome.reason().orElseThrow())));
    }

    /** The test that the hazard ratio is the same at all times. */
    public static TestResult proportional(SurvivalTimes times, Ties ties, TimeTransform transform) {
        CoxFit.Outcome outcome = fit(times, ties);
        return outcome.fit()
                .map(fit -> ProportionalHazardsTest.of(fit, transform, 0))
                .orElseGet(() ->
                        TestResult.notEstimable(reason(times, outcome.reason().orElseThrow())));
    }

    private static CoxFit.Outcome fit(SurvivalTimes times, Ties ties) {
        if (times.arms() != 2) {
            throw new IllegalArgumentException("a hazard ratio compares two arms, got " + times.arms());
        }
        return CoxFit.of(CoxData.ofArms(times), ties);
    }

    private static Estimate wald(CoxFit fit, double z) {
        double b = fit.coefficients()[0];
        double half = z * Math.sqrt(fit.variance()[0][0]);
        return new Estimate(
                Quantity.of(StrictMath.exp(b)),
                Optional.empty(),
                Quantity.of(StrictMath.exp(b - half)),
                Quantity.limit(StrictMath.exp(b + half)));
    }

    private static Reason reason(SurvivalTimes times, Reason why) {
        RiskTable table = times.table();
        boolean group = table.eventsBy(0, Double.MAX_VALUE) > 0;
        boolean reference = table.eventsBy(1, Double.MAX_VALUE) > 0;
        if (!group && !reference) {
            return Reason.NO_EVENTS_IN_EITHER_ARM;
        }
        // Never at risk together comes before an arm without events: there, more events would not help.
        if (why == Reason.COLLINEAR_COVARIATES) {
            return Reason.NEVER_AT_RISK_TOGETHER;
        }
        return !group ? Reason.NO_EVENTS_IN_GROUP : !reference ? Reason.NO_EVENTS_IN_REFERENCE : why;
    }
}
