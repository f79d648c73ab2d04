package org.ipstrial.stats.location;

import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.resampling.Acceleration;
import org.ipstrial.stats.resampling.BcaLimits;
import org.ipstrial.stats.resampling.ReplicateLimits;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Ratio of two means with bias-corrected and accelerated bootstrap limits.
 *
 * <p>With means {@code m1, m0} and sizes {@code n1, n0} of group and reference, {@code m1*, m0*} the means of resamples of
 * the same sizes, each arm resampled apart, and {@code m0(-j)} the reference mean without its person {@code j}:
 *
 * <pre>
 *   r = m1 / m0,  replicates r* = m1* / m0*,  se = standard deviation of r*
 *   jackknife influences: (x - m1) / m0 of the group's amounts x;
 *     (n0 - 1) (mean of q - q(j)), q(j) = m1 / m0(-j), of the reference's persons j
 *   a = {@link Acceleration} of these;  limits = {@link BcaLimits} of r* about r
 * </pre>
 *
 * <p>No unit; above 1 where the group has more. A mean below 0, or a reference mean of 0, gives no ratio
 * ({@code mean-not-positive}). A resample whose reference mean is not above 0 has no ratio; it stands above all that
 * have one, where the ratio goes as the reference mean falls to 0. Up to one resample in a thousand may do so (the
 * standard error then does not exist); with more, or if leaving out one person empties the reference of its amounts,
 * there are no limits ({@code resamples-not-estimable}). An arm of one person ({@code fewer-than-two}) and arms without
 * any spread ({@code no-variance}) give no limits.
 *
 * <p>Source: Efron B (1987), Journal of the American Statistical Association 82:171-185.
 */
public final class BootstrapBcaRatio {

    private static final double LARGEST_SHARE_WITHOUT_RATIO = 0.001;

    private BootstrapBcaRatio() {}

    /**
     * The ratio with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling how often, from which streams, on how many threads
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        Require.fraction("level", level);
        TwoMeans means = TwoMeans.of(samples);
        if (DeltaLogRatio.noRatio(means)) {
            return Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE);
        }
        double ratio = means.group().mean() / means.reference().mean();
        Optional<Reason> reason = means.noStandardError();
        if (reason.isPresent()) {
            return Estimate.withoutLimits(ratio, reason.get());
        }
        BootstrapMeans bootstrap = BootstrapMeans.of(samples);
        double[] replicates = bootstrap.ratios(resampling);
        long without = Arrays.stream(replicates).filter(Double::isInfinite).count();
        double[] leftOut = meansLeavingOneOut(samples.reference(), means.reference());
        if (without > LARGEST_SHARE_WITHOUT_RATIO * replicates.length
                || Arrays.stream(leftOut).anyMatch(mean -> mean <= 0)) {
            return Estimate.withoutLimits(ratio, Reason.RESAMPLES_NOT_ESTIMABLE);
        }
        double acceleration = acceleration(samples.group(), leftOut, means);
        ReplicateLimits limits = BcaLimits.of(replicates, bootstrap.ratio(), acceleration, level);
        Quantity se = without > 0
                ? Quantity.notEstimable(Reason.RESAMPLES_NOT_ESTIMABLE)
                : BootstrapBcaDifference.standardError(replicates);
        return new Estimate(Quantity.of(ratio), Optional.of(se), limits.lower(), limits.upper());
    }

    static double acceleration(double[] group, double[] referenceLeavingOneOut, TwoMeans means) {
        double m1 = means.group().mean();
        double m0 = means.reference().mean();
        double[] ofGroup = Arrays.stream(group).sorted().map(x -> (x - m1) / m0).toArray();
        double[] ratios =
                Arrays.stream(referenceLeavingOneOut).map(mean -> m1 / mean).toArray();
        double average = Arrays.stream(ratios).average().orElseThrow();
        double[] ofReference = Arrays.stream(ratios)
                .map(q -> (ratios.length - 1) * (average - q))
                .toArray();
        return Acceleration.of(ofGroup, ofReference);
    }

    static double[] meansLeavingOneOut(double[] values, Moments all) {
        return Arrays.stream(values)
                .sorted()
                .map(y -> all.mean() - (y - all.mean()) / (all.n() - 1))
                .toArray();
    }
}
