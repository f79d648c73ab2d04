package org.ipstrial.stats.location;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Ratio of two means with limits that are symmetric on the logarithmic scale.
 *
 * <p>With means {@code m1, m0}, variances {@code s1^2, s0^2} (n - 1) and sizes {@code n1, n0} of group and reference, and
 * {@code z} the standard normal quantile at {@code (1 + level) / 2}:
 *
 * <pre>
 *   r  = m1 / m0
 *   se = sqrt( s1^2 / (n1 m1^2) + s0^2 / (n0 m0^2) ), of log r
 *   limits = exp( log r -+ z se )
 *   test of a ratio m: (log r - log m) / se, standard normal
 * </pre>
 *
 * <p>No unit; above 1 where the group has more. A mean below 0, or a reference mean of 0, gives no ratio, and a group
 * mean of 0 gives a ratio of 0 without limits ({@code mean-not-positive}). An arm of one person
 * ({@code fewer-than-two}) and arms without any spread ({@code no-variance}) give no limits. The standard error is not
 * shown, because it is that of the logarithm. A limit too large to be written is unbounded.
 *
 * <p>Source: Hedges LV, Gurevitch J, Curtis PS (1999), Ecology 80:1150-1156, equation 1.
 */
public final class DeltaLogRatio {

    private DeltaLogRatio() {}

    /**
     * The ratio with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        TwoMeans means = TwoMeans.of(samples);
        if (noRatio(means)) {
            return Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE);
        }
        double ratio = means.group().mean() / means.reference().mean();
        if (means.group().mean() == 0) {
            return Estimate.withoutLimits(ratio, Reason.MEAN_NOT_POSITIVE);
        }
        return means.noStandardError()
                .map(reason -> Estimate.withoutLimits(ratio, reason))
                .orElseGet(() -> limits(means, ratio, tail));
    }

    static boolean noRatio(TwoMeans means) {
        double m1 = means.group().mean();
        double m0 = means.reference().mean();
        // A reference mean that is only not 0 by rounding, too.
        return m1 < 0 || m0 <= 0 || Double.isInfinite(m1 / m0);
    }

    /** The test that the ratio is a given one above 0. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        TwoMeans means = TwoMeans.of(samples);
        if (noRatio(means) || means.group().mean() == 0) {
            return TestResult.notEstimable(Reason.MEAN_NOT_POSITIVE);
        }
        Optional<Reason> reason = means.noStandardError();
        if (reason.isPresent()) {
            return TestResult.notEstimable(reason.get());
        }
        double logRatio =
                StrictMath.log(means.group().mean() / means.reference().mean());
        double z = (logRatio - StrictMath.log(effect)) / standardError(means);
        return Double.isInfinite(z) ? NormalTest.beyond(z > 0, alternative) : NormalTest.of(z, alternative);
    }

    private static Estimate limits(TwoMeans means, double ratio, double tail) {
        double factor =
                StrictMath.exp(NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * standardError(means));
        return new Estimate(
                Quantity.of(ratio), Optional.empty(), Quantity.limit(ratio / factor), Quantity.limit(ratio * factor));
    }

    private static double standardError(TwoMeans means) {
        double relative1 = relativeError(means.group());
        double relative0 = relativeError(means.reference());
        return Math.sqrt(relative1 * relative1 + relative0 * relative0);
    }

    private static double relativeError(Moments arm) {
        return arm.sd() / arm.mean() / Math.sqrt(arm.n());
    }
}
