package org.ipstrial.stats.meta.effect;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.meta.StudyEffect;

/**
 * The effect of a study that prints its confidence limits.
 *
 * <p>On the scale of differences, or of the logarithm of a ratio, with z the standard normal value exceeded with
 * probability {@code (1 - level) / 2}:
 * <pre>
 *   v = ((upper - lower) / (2 z))&sup2;
 * </pre>
 * Limits of a t distribution give a variance that is too large by a little.
 *
 * <p>Source: Higgins JPT, Li T, Deeks JJ (2019), Cochrane Handbook for Systematic Reviews of Interventions, 2nd edition,
 * section 6.3.
 */
public final class PrintedLimits {

    private PrintedLimits() {}

    /** The effect, where the limits lie on either side of it. */
    public static StudyEffect of(double estimate, double lower, double upper, double level) {
        Require.fraction("level", level);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double error = (upper - lower) / (2 * z);
        return StudyEffect.of(estimate, error * error);
    }
}
