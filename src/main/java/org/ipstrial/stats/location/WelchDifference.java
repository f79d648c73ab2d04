package org.ipstrial.stats.location;

import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Difference of two means with Welch's limits, which let each arm have its own variance.
 *
 * <p>With means {@code m1, m0}, variances {@code s1^2, s0^2} (n - 1) and sizes {@code n1, n0} of group and reference:
 *
 * <pre>
 *   v1 = s1^2 / n1,  v0 = s0^2 / n0
 *   d  = m1 - m0,    se = sqrt(v1 + v0)
 *   df = (v1 + v0)^2 / (v1^2 / (n1 - 1) + v0^2 / (n0 - 1))
 *   limits = d -+ t se,  t the quantile of Student's t at (1 + level) / 2 with df
 *   test of a difference m: T = (d - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the amounts; positive where the group has more. An arm of one person has no variance
 * ({@code fewer-than-two}); where nobody differs from their arm's mean there is no standard error
 * ({@code no-variance}); the difference itself always exists.
 *
 * <p>Source: Welch BL (1947), Biometrika 34:28-35; degrees of freedom: Satterthwaite FE (1946), Biometrics Bulletin
 * 2:110-114.
 */
public final class WelchDifference {

    private WelchDifference() {}

    /**
     * The difference with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        Require.fraction("level", level);
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError()
                .map(reason -> Estimate.withoutLimits(means.difference(), reason))
                .orElseGet(() -> approximation(means).limits(level));
    }

    /** The test that the difference is a given one; {@link WelchTest} is that of no difference. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError().map(TestResult::notEstimable).orElseGet(() -> approximation(means)
                .test(effect, alternative));
    }

    /** The difference with its standard error and degrees of freedom, where there is a standard error. */
    public static Optional<TApproximation> approximation(TwoSamples samples) {
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError().isPresent() ? Optional.empty() : Optional.of(approximation(means));
    }

    static TApproximation approximation(TwoMeans means) {
        int n1 = means.group().n();
        int n0 = means.reference().n();
        double v1 = means.group().variance() / n1;
        double v0 = means.reference().variance() / n0;
        // The formula above divided through by (v1 + v0)^2: shares of the variance cannot overflow.
        double share1 = v1 / (v1 + v0);
        double share0 = v0 / (v1 + v0);
        double df = 1 / (share1 * share1 / (n1 - 1) + share0 * share0 / (n0 - 1));
        return new TApproximation(means.difference(), Math.sqrt(v1 + v0), df);
    }
}
