package org.ipstrial.stats.rank;

import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Probabilistic index: the chance that somebody of the group has more than somebody of the reference, ties one half.
 *
 * <p>With {@code b} the number of the reference that a person of the group has more than (ties one half), {@code c} the
 * number of the group that a person of the reference has more than, {@code v1, v0} the variances (n - 1) of {@code b}
 * and of {@code c} in their arms, and {@code n1, n0} the arms' sizes:
 *
 * <pre>
 *   p  = mean of b / n0
 *   e1 = v1 / (n1 n0^2),  e0 = v0 / (n0 n1^2),  se = sqrt(e1 + e0)
 *   df = (e1 + e0)^2 / (e1^2 / (n1 - 1) + e0^2 / (n0 - 1))
 *   limits = p -+ t se,  t the quantile of Student's t at (1 + level) / 2 with df
 *   test of an index m: T = (p - m) / se, Student's t with df
 * </pre>
 *
 * <p>Unit: a probability; above one half where the group tends to have more. The limits are not cut at 0 and 1: a limit
 * outside says that the arms are too small for this approximation, and cutting would hide it. Where every person of one
 * arm has more than every person of the other, and where all amounts are equal, the variance is 0: the index exists, the
 * limits do not ({@code no-variance}). An arm of one person gives no limits ({@code fewer-than-two}).
 *
 * <p>Source: Brunner E, Munzel U (2000), Biometrical Journal 42:17-25.
 */
public final class BrunnerMunzelIndex {

    private BrunnerMunzelIndex() {}

    /**
     * The index with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        Require.fraction("level", level);
        Placements placements = Placements.of(samples);
        return noStandardError(placements)
                .map(reason -> Estimate.withoutLimits(index(placements), reason))
                .orElseGet(() -> approximation(placements).limits(level));
    }

    /** The test that the index is a given one; {@link BrunnerMunzelTest} is that of one half. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        Placements placements = Placements.of(samples);
        return noStandardError(placements).map(TestResult::notEstimable).orElseGet(() -> approximation(placements)
                .test(effect, alternative));
    }

    static double index(Placements placements) {
        return placements.wins() / placements.pairs();
    }

    static Optional<Reason> noStandardError(Placements placements) {
        Moments b = Moments.of(placements.group());
        Moments c = Moments.of(placements.reference());
        if (b.n() < 2 || c.n() < 2) {
            return Optional.of(Reason.FEWER_THAN_TWO);
        }
        return b.squares() + c.squares() > 0 ? Optional.empty() : Optional.of(Reason.NO_VARIANCE);
    }

    static TApproximation approximation(Placements placements) {
        double n1 = placements.group().length;
        double n0 = placements.reference().length;
        double e1 = Moments.of(placements.group()).variance() / (n1 * n0 * n0);
        double e0 = Moments.of(placements.reference()).variance() / (n0 * n1 * n1);
        double share1 = e1 / (e1 + e0);
        double share0 = e0 / (e1 + e0);
        double df = 1 / (share1 * share1 / (n1 - 1) + share0 * share0 / (n0 - 1));
        return new TApproximation(index(placements), Math.sqrt(e1 + e0), df);
    }
}
