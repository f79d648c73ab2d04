package org.ipstrial.stats.survival.curve;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;

/**
 * Restricted mean times: without the event ({@link #FREE}, {@code RMST}) and after it ({@link #LOST}, {@code RMTL}), within
 * a time {@code tau}, in one arm, and compared between two by difference and ratio.
 *
 * <p>With {@code m} the restricted mean of group (1) and reference (0), {@code v} its variance and {@code z} the standard
 * normal quantile at {@code (1 + level) / 2}:
 *
 * <pre>
 *   one arm     m -+ z sqrt(v)
 *   difference  m1 - m0 -+ z sqrt(v1 + v0)
 *   ratio       m1 / m0, limits (m1 / m0) exp(-+ z sqrt(v1 / m1^2 + v0 / m0^2))
 *   test        of no difference: (m1 - m0) / sqrt(v1 + v0); of a ratio of 1: log(m1 / m0) over its standard error
 * </pre>
 *
 * <p>Unit: that of the times; of the ratio none. For a time to a first job, time before the event is time without work, so
 * that a gain shows in the time lost. No limits where nobody has the event before {@code tau} ({@code no-variance}); none of
 * a comparison either where an arm is one person, whose spread nobody knows ({@code fewer-than-two}); no
 * ratio over a mean of 0, and no limits of a ratio of 0 ({@code mean-not-positive}); see {@link RestrictedMean} for
 * {@code tau}. The standard error of a ratio is not shown, because it is that of its logarithm. Limits are not cut at 0
 * and {@code tau}, as in survRM2.
 *
 * <p>Source: Uno H et al. (2014), Journal of Clinical Oncology 32:2380-2385; Tian L, Zhao L, Wei LJ (2014), Biostatistics
 * 15:222-233.
 */
public enum RestrictedTime {
    /** Mean time without the event. */
    FREE(RestrictedMean::mean),
    /** Mean time after the event. */
    LOST(RestrictedMean::lost);

    private final ToDoubleFunction<RestrictedMean> part;

    RestrictedTime(ToDoubleFunction<RestrictedMean> part) {
        this.part = part;
    }

    /** The restricted mean of one arm. */
    public Estimate of(KaplanMeier curve, double tau, double level) {
        double z = z(level);
        Optional<Reason> missing = RestrictedMean.missing(curve, tau);
        if (missing.isPresent()) {
            return Estimate.notEstimable(missing.get());
        }
        RestrictedMean area = RestrictedMean.of(curve, tau);
        return normal(part.applyAsDouble(area), area.variance(), z);
    }

    /** Group minus reference. */
    public Estimate difference(KaplanMeier group, KaplanMeier reference, double tau, double level) {
        double z = z(level);
        Optional<Reason> missing = missing(group, reference, tau);
        if (missing.isPresent()) {
            return Estimate.notEstimable(missing.get());
        }
        RestrictedMean m1 = RestrictedMean.of(group, tau);
        RestrictedMean m0 = RestrictedMean.of(reference, tau);
        double difference = part.applyAsDouble(m1) - part.applyAsDouble(m0);
        return isOnePerson(group, reference)
                ? Estimate.withoutLimits(difference, Reason.FEWER_THAN_TWO)
                : normal(difference, m1.variance() + m0.variance(), z);
    }

    /** Group over reference. */
    public Estimate ratio(KaplanMeier group, KaplanMeier reference, double tau, double level) {
        double z = z(level);
        Optional<Reason> missing = missing(group, reference, tau);
        if (missing.isPresent()) {
            return Estimate.notEstimable(missing.get());
        }
        RestrictedMean area1 = RestrictedMean.of(group, tau);
        RestrictedMean area0 = RestrictedMean.of(reference, tau);
        double m1 = part.applyAsDouble(area1);
        double m0 = part.applyAsDouble(area0);
        if (m0 <= 0) {
            return Estimate.notEstimable(Reason.MEAN_NOT_POSITIVE);
        }
        if (m1 <= 0) {
            return Estimate.withoutLimits(m1 / m0, Reason.MEAN_NOT_POSITIVE);
        }
        if (isOnePerson(group, reference)) {
            return Estimate.withoutLimits(m1 / m0, Reason.FEWER_THAN_TWO);
        }
        double error = Math.sqrt(area1.variance() / m1 / m1 + area0.variance() / m0 / m0);
        if (error == 0) {
            return Estimate.withoutLimits(m1 / m0, Reason.NO_VARIANCE);
        }
        double factor = StrictMath.exp(z * error);
        return new Estimate(
                Quantity.of(m1 / m0),
                Optional.empty(),
                Quantity.limit(m1 / m0 / factor),
                Quantity.limit(m1 / m0 * factor));
    }

    /** The two-sided test of no difference. */
    public TestResult test(KaplanMeier group, KaplanMeier reference, double tau) {
        Optional<Reason> missing = missing(group, reference, tau);
        if (missing.isPresent()) {
            return TestResult.notEstimable(missing.get());
        }
        if (isOnePerson(group, reference)) {
            return TestResult.notEstimable(Reason.FEWER_THAN_TWO);
        }
        RestrictedMean m1 = RestrictedMean.of(group, tau);
        RestrictedMean m0 = RestrictedMean.of(reference, tau);
        double variance = m1.variance() + m0.variance();
        if (variance == 0) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        double z = (part.applyAsDouble(m1) - part.applyAsDouble(m0)) / Math.sqrt(variance);
        return NormalTest.of(z, Alternative.TWO_SIDED);
    }

    private static boolean isOnePerson(KaplanMeier group, KaplanMeier reference) {
        return group.people() < 2 || reference.people() < 2;
    }

    private static Optional<Reason> missing(KaplanMeier group, KaplanMeier reference, double tau) {
        return RestrictedMean.missing(group, tau).or(() -> RestrictedMean.missing(reference, tau));
    }

    private static Estimate normal(double estimate, double variance, double z) {
        if (variance == 0) {
            return Estimate.withoutLimits(estimate, Reason.NO_VARIANCE);
        }
        double error = Math.sqrt(variance);
        return Estimate.of(estimate, error, estimate - z * error, estimate + z * error);
    }

    private static double z(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
    }
}
