package org.ipstrial.stats.location;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * What the standardised mean differences share: the division, the standard error, the limits and their inversion.
 *
 * <pre>
 *   test of a difference m: (d - m) / se, standard normal
 * </pre>
 *
 * @param sd     the standard deviation to divide by, above 0
 * @param factor what to multiply with against bias
 */
record StandardisedDifference(ToDoubleFunction<TwoMeans> sd, ToDoubleFunction<TwoMeans> factor) {

    /** A standardised difference with its limits. */
    Estimate of(TwoSamples samples, double level) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        TwoMeans means = TwoMeans.of(samples);
        Optional<Reason> reason = means.noStandardError();
        if (reason.isPresent()) {
            return Estimate.notEstimable(reason.get());
        }
        double d = difference(means);
        double se = standardError(means, d);
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * se;
        return Estimate.of(d, se, d - half, d + half);
    }

    /** The test that the standardised difference is a given one. */
    TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError().map(TestResult::notEstimable).orElseGet(() -> {
            double d = difference(means);
            return NormalTest.of((d - effect) / standardError(means, d), alternative);
        });
    }

    private double difference(TwoMeans means) {
        return means.difference() / sd.applyAsDouble(means) * factor.applyAsDouble(means);
    }

    private static double standardError(TwoMeans means, double d) {
        double n1 = means.group().n();
        double n0 = means.reference().n();
        // The root of the sum of two squares, without squaring a d of any size.
        return StrictMath.hypot(Math.sqrt(1 / n1 + 1 / n0), d / Math.sqrt(2 * (n1 + n0)));
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
