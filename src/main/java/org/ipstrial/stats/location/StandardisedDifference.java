package org.ipstrial.stats.location;

import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Require;

/** What the standardised mean differences share: the division, the standard error and the limits. */
final class StandardisedDifference {

    private StandardisedDifference() {}

    /**
     * A standardised difference with its limits.
     *
     * @param sd     the standard deviation to divide by, above 0
     * @param factor what to multiply with against bias
     */
    static Estimate of(
            TwoSamples samples, double level, ToDoubleFunction<TwoMeans> sd, ToDoubleFunction<TwoMeans> factor) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError()
                .map(Estimate::notEstimable)
                .orElseGet(() -> limits(
                        means, means.difference() / sd.applyAsDouble(means) * factor.applyAsDouble(means), tail));
    }

    private static Estimate limits(TwoMeans means, double d, double tail) {
        double n1 = means.group().n();
        double n0 = means.reference().n();
        // The root of the sum of two squares, without squaring a d of any size.
        double se = StrictMath.hypot(Math.sqrt(1 / n1 + 1 / n0), d / Math.sqrt(2 * (n1 + n0)));
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * se;
        return Estimate.of(d, se, d - half, d + half);
    }

    static double averageVariance(TwoMeans means) {
        return Math.sqrt((means.group().variance() + means.reference().variance()) / 2);
    }

    static double pooled(TwoMeans means) {
        return Math.sqrt((means.group().squares() + means.reference().squares()) / degreesOfFreedom(means));
    }

    static double degreesOfFreedom(TwoMeans means) {
        return (double) means.group().n() + means.reference().n() - 2;
    }
}
