package org.ipstrial.stats.meta;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;

/**
 * A pooled effect.
 *
 * @param effect     the effect with its limits, on the scale of the studies' effects
 * @param test       that it is 0
 * @param tauSquared the variance between studies; none where the method takes it to be 0
 * @param df         the degrees of freedom of the limits; none where they are normal
 */
public record Pooled(Estimate effect, TestResult test, Optional<Double> tauSquared, OptionalDouble df) {

    /** Checks that nothing is null. */
    public Pooled {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(tauSquared, "tauSquared");
        Objects.requireNonNull(df, "df");
    }

    /** Nothing can be pooled, and why. */
    public static Pooled notEstimable(Reason reason) {
        return new Pooled(
                Estimate.notEstimable(reason),
                TestResult.notEstimable(reason),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
