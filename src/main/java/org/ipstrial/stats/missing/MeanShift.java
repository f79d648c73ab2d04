package org.ipstrial.stats.missing;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.TApproximation;

/**
 * Difference of two means where the missing of each arm have the mean of those assessed there, shifted by a given amount: a
 * pattern-mixture model, estimated by the mean score method.
 *
 * <p>With mean {@code y}, variance {@code s^2} (n - 1) and number {@code n} of those assessed, {@code m} missing,
 * {@code N = n + m}, {@code w = m / N} and the shift {@code delta} in each arm:
 *
 * <pre>
 *   mean of the arm = y + w delta
 *   v  = s^2 / n + delta^2 w (1 - w) / N
 *   d  = mean of group - mean of reference,  se = sqrt(v1 + v0)
 *   df = (v1 + v0)^2 / (v1^2 / (n1 - 1) + v0^2 / (n0 - 1))
 *   limits = d -+ t se,  t the quantile of Student's t at (1 + level) / 2 with df
 * </pre>
 *
 * <p>The second term of {@code v} is the variance of the share missing, times the shift: the shift is taken as known, and
 * nothing is assumed of how the missing spread about their mean, so that zeros and the ends of a range need no model. With
 * shifts of 0 it is Welch's interval of those assessed.
 *
 * <p>Unit: that of the amounts; positive where the group has more. An arm of fewer than two assessed has no variance
 * ({@code fewer-than-two}); where there is no variance at all there is no standard error ({@code no-variance}).
 *
 * <p>Source: White IR, Carpenter J, Horton NJ (2018), A mean score method for sensitivity analysis to departures from the
 * missing at random assumption in randomised trials, Statistica Sinica 28:1985-2007; degrees of freedom as in Welch's
 * interval: Satterthwaite FE (1946), Biometrics Bulletin 2:110-114.
 */
public final class MeanShift {

    /**
     * An amount of one arm, known of some people only.
     *
     * @param assessed those of whom it is known
     * @param missing  how many it is not known of
     */
    public record Arm(Moments assessed, int missing) {

        /** Refuses a negative number of people. */
        public Arm {
            Objects.requireNonNull(assessed, "assessed");
            if (missing < 0) {
                throw new IllegalArgumentException("missing must be at least 0, got " + missing);
            }
        }

        private double share() {
            return (double) missing / ((double) assessed.n() + missing);
        }

        private double variance(double shift) {
            double ofShare = share() * (1 - share()) / ((double) assessed.n() + missing);
            return assessed.variance() / assessed.n() + shift * shift * ofShare;
        }
    }

    private final Arm group;
    private final Arm reference;

    /** The two arms. */
    public MeanShift(Arm group, Arm reference) {
        this.group = Objects.requireNonNull(group, "group");
        this.reference = Objects.requireNonNull(reference, "reference");
    }

    /** The difference at two shifts, whether or not it has a standard error. */
    public double difference(double ofGroup, double ofReference) {
        return group.assessed().meanMinus(reference.assessed())
                + (group.share() * ofGroup - reference.share() * ofReference);
    }

    /** Why there is no standard error at two shifts, if there is none. */
    public Optional<Reason> noStandardError(double ofGroup, double ofReference) {
        if (group.assessed().n() < 2 || reference.assessed().n() < 2) {
            return Optional.of(Reason.FEWER_THAN_TWO);
        }
        return group.variance(ofGroup) + reference.variance(ofReference) > 0
                ? Optional.empty()
                : Optional.of(Reason.NO_VARIANCE);
    }

    /**
     * The difference at two shifts with its distribution.
     *
     * @throws IllegalStateException if there is no standard error
     */
    public TApproximation at(double ofGroup, double ofReference) {
        if (noStandardError(ofGroup, ofReference).isPresent()) {
            throw new IllegalStateException("there is no standard error");
        }
        double v1 = group.variance(ofGroup);
        double v0 = reference.variance(ofReference);
        // Shares of the variance cannot overflow.
        double share1 = v1 / (v1 + v0);
        double share0 = v0 / (v1 + v0);
        double df = 1
                / (share1 * share1 / (group.assessed().n() - 1)
                        + share0 * share0 / (reference.assessed().n() - 1));
        return new TApproximation(difference(ofGroup, ofReference), Math.sqrt(v1 + v0), df);
    }
}
