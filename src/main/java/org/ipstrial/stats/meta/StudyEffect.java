package org.ipstrial.stats.meta;

import java.util.Objects;
import org.ipstrial.stats.Reason;

/** The effect of one study on the scale on which effects are pooled, or why it has none. */
public sealed interface StudyEffect permits StudyEffect.Known, StudyEffect.Unknown {

    /**
     * An effect that can be pooled.
     *
     * @param estimate the effect
     * @param variance its variance, above 0
     */
    record Known(double estimate, double variance) implements StudyEffect {
        /** Refuses what is not a number, and a variance that is not above 0. */
        public Known {
            if (!Double.isFinite(estimate) || !(variance > 0) || Double.isInfinite(variance)) {
                throw new IllegalArgumentException(
                        "an effect must be finite and its variance above 0, got " + estimate + " and " + variance);
            }
        }
    }

    /**
     * No effect.
     *
     * @param reason why
     */
    record Unknown(Reason reason) implements StudyEffect {
        /** Checks that nothing is null. */
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The effect, or none where its variance is 0. */
    static StudyEffect of(double estimate, double variance) {
        return variance > 0 ? new Known(estimate, variance) : new Unknown(Reason.NO_VARIANCE);
    }
}
