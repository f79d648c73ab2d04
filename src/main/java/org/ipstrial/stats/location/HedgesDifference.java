package org.ipstrial.stats.location;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Standardised mean difference over the pooled standard deviation, corrected for its bias in small arms: Hedges' g.
 *
 * <p>With {@code d} of {@link CohenDifference}, {@code n1, n0} the sizes of group and reference, {@code f = n1 + n0 - 2},
 * and {@code z} the standard normal quantile at {@code (1 + level) / 2}:
 *
 * <pre>
 *   J  = Gamma(f / 2) / ( sqrt(f / 2) Gamma((f - 1) / 2) )
 *   g  = J d
 *   se = sqrt( (n1 + n0) / (n1 n0) + g^2 / (2 (n1 + n0)) )
 *   limits = g -+ z se
 * </pre>
 *
 * <p>J is the exact factor, not the approximation 1 - 3 / (4 f - 1). No unit: in standard deviations; positive where the
 * group has more. The standard error is for large samples, and neither it nor the limits are exact. An arm of one person
 * has no variance ({@code fewer-than-two}); where nobody differs from their arm's mean there is nothing to divide by
 * ({@code no-variance}).
 *
 * <p>Source: Hedges LV (1981), Journal of Educational Statistics 6:107-128; standard error: Hedges LV, Olkin I (1985),
 * Statistical Methods for Meta-Analysis, chapter 5.
 */
public final class HedgesDifference {

    private static final double SERIES_FROM = 200;

    private static final StandardisedDifference SCALE =
            new StandardisedDifference(StandardisedDifference::pooled, HedgesDifference::factor);

    private HedgesDifference() {}

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

    private static double factor(TwoMeans means) {
        return factor(StandardisedDifference.degreesOfFreedom(means));
    }

    /**
     * J. The quotient {@code R(x) = Gamma(x + 1/2) / Gamma(x)} at {@code x = (f - 1) / 2} is carried up by {@code R(x) =
     * R(x + 1) x / (x + 1/2)} to where its series in 1 / x has converged to the last digit.
     *
     * @param f degrees of freedom, above 1
     */
    public static double factor(double f) {
        double x = (f - 1) / 2;
        double quotient = 1;
        while (x < SERIES_FROM) {
            quotient *= x / (x + 0.5);
            x++;
        }
        double u = 1 / x;
        double series =
                1 + u * (-1 / 8.0 + u * (1 / 128.0 + u * (5 / 1024.0 + u * (-21 / 32768.0 - u * 399 / 262144.0))));
        return quotient * Math.sqrt(2 * x / f) * series;
    }
}
