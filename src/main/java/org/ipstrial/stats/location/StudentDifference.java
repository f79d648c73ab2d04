package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Difference of two means with Student's limits, which take both arms to have one variance.
 *
 * <p>With means {@code m1, m0}, sums of squared distances from them {@code q1, q0} and sizes {@code n1, n0} of group and
 * reference:
 *
 * <pre>
 *   df = n1 + n0 - 2
 *   d  = m1 - m0,  se = sqrt( (q1 + q0) / df (1 / n1 + 1 / n0) )
 *   limits = d -+ t se,  t the quantile of Student's t at (1 + level) / 2 with df
 *   test of a difference m: T = (d - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: that of the amounts; positive where the group has more. An arm of one person says nothing of its variance
 * ({@code fewer-than-two}: the formula would take it all from the other arm); where nobody differs from their arm's mean
 * there is no standard error ({@code no-variance}); the difference itself always exists.
 *
 * <p>Source: Student (1908), Biometrika 6:1-25; for two samples Fisher RA (1925), Metron 5:90-104.
 */
public final class StudentDifference {

    private StudentDifference() {}

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

    /** The test that the difference is a given one; {@link StudentTest} is that of no difference. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        TwoMeans means = TwoMeans.of(samples);
        return means.noStandardError().map(TestResult::notEstimable).orElseGet(() -> approximation(means)
                .test(effect, alternative));
    }

    static TApproximation approximation(TwoMeans means) {
        int n1 = means.group().n();
        int n0 = means.reference().n();
        double df = (double) n1 + n0 - 2;
        double pooled = (means.group().squares() + means.reference().squares()) / df;
        return new TApproximation(means.difference(), Math.sqrt(pooled * (1.0 / n1 + 1.0 / n0)), df);
    }
}
