package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Standardised mean difference over the root of the mean variance of the two arms, as tables of baseline use it.
 *
 * <p>With means {@code m1, m0}, variances {@code s1^2, s0^2} (n - 1) and sizes {@code n1, n0} of group and reference, and
 * {@code z} the standard normal quantile at {@code (1 + level) / 2}:
 *
 * <pre>
 *   d  = (m1 - m0) / sqrt( (s1^2 + s0^2) / 2 )
 *   se = sqrt( (n1 + n0) / (n1 n0) + d^2 / (2 (n1 + n0)) )
 *   limits = d -+ z se
 * </pre>
 *
 * <p>No unit: in standard deviations; positive where the group has more. The standard error is for large samples, and
 * neither it nor the limits are exact. An arm of one person has no variance ({@code fewer-than-two}); where nobody differs
 * from their arm's mean there is nothing to divide by ({@code no-variance}).
 *
 * <p>Source: Austin PC (2009), Statistics in Medicine 28:3083-3107; standard error: Hedges LV, Olkin I (1985), Statistical
 * Methods for Meta-Analysis, chapter 5.
 */
public final class AverageVarianceDifference {

    private static final StandardisedDifference SCALE =
            new StandardisedDifference(StandardisedDifference::averageVariance, means -> 1);

    private AverageVarianceDifference() {}

    /**
     * The standardised difference with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        return SCALE.of(samples, level);
    }

    /** The test that the standardised difference is a given one. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        return SCALE.test(samples, effect, alternative);
    }

    /** The standardised difference alone, as at baseline, where nothing is estimated. */
    public static Quantity estimate(TwoSamples samples) {
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError()
                .map(Quantity::notEstimable)
                .orElseGet(() -> Quantity.of(means.difference() / StandardisedDifference.averageVariance(means)));
    }
}
