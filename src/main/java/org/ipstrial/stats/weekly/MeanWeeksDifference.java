package org.ipstrial.stats.weekly;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.location.TApproximation;

/**
 * Difference of two arms in the mean number of weeks with something: the area between their curves of weekly shares.
 *
 * <p>With {@code m1, v1, n1} of the group and {@code m0, v0, n0} of the reference as in {@link MeanWeeks}:
 *
 * <pre>
 *   d  = m1 - m0,  se = sqrt(v1 + v0)
 *   df = (v1 + v0)^2 / (v1^2 / (n1 - 1) + v0^2 / (n0 - 1))
 *   limits = d -+ t se,  t the quantile of Student's t at (1 + level) / 2 with df
 * </pre>
 *
 * <p>Unit: weeks; positive where the group has more. Where everybody was observed in every week this is the Welch interval
 * of the number of weeks. Not estimable where {@link MeanWeeks} of an arm is not; without limits where an arm has but one
 * person ({@code fewer-than-two}) or nobody in either differs from their arm ({@code no-variance}).
 *
 * <p>Source: {@link MeanWeeks}; degrees of freedom: Satterthwaite FE (1946), Biometrics Bulletin 2:110-114.
 */
public final class MeanWeeksDifference {

    private MeanWeeksDifference() {}

    /**
     * The difference with its limits.
     *
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the arms have different numbers of weeks, or the level does not lie strictly
     *     between 0 and 1
     */
    public static Estimate of(WeeklyStates group, WeeklyStates reference, double level) {
        Require.fraction("level", level);
        if (group.weeks() != reference.weeks()) {
            throw new IllegalArgumentException(
                    "both arms must have the same weeks, got " + group.weeks() + " and " + reference.weeks());
        }
        MeanWeeks one = MeanWeeks.of(group);
        MeanWeeks other = MeanWeeks.of(reference);
        if (!one.exists() || !other.exists()) {
            return Estimate.notEstimable(Reason.NOBODY_OBSERVED_IN_A_WEEK);
        }
        double difference = one.mean() - other.mean();
        if (one.people() < 2 || other.people() < 2) {
            return Estimate.withoutLimits(difference, Reason.FEWER_THAN_TWO);
        }
        double v = one.variance() + other.variance();
        if (!(v > 0)) {
            return Estimate.withoutLimits(difference, Reason.NO_VARIANCE);
        }
        double share1 = one.variance() / v;
        double share0 = other.variance() / v;
        double df = 1 / (share1 * share1 / (one.people() - 1) + share0 * share0 / (other.people() - 1));
        return new TApproximation(difference, Math.sqrt(v), df).limits(level);
    }
}
