package org.ipstrial.stats.meta.bias;

import java.util.Objects;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.StudyEffects;

/** Studies among which mirror images of some were filled in, or why that cannot be done. */
public sealed interface Filling permits Filling.Done, Filling.Impossible {

    /** On which side of the pooled effect studies were filled in. */
    enum Side {
        /** None was. */
        NONE,
        /** Where effects are smaller. */
        BELOW,
        /** Where effects are larger. */
        ABOVE
    }

    /**
     * Studies with those that were filled in.
     *
     * @param effects all of them, those that were filled in last
     * @param filled  how many were filled in
     * @param side    where
     */
    record Done(StudyEffects effects, int filled, Side side) implements Filling {
        /** Refuses studies that were filled in on no side, and a side without studies. */
        public Done {
            Objects.requireNonNull(effects, "effects");
            if (filled < 0 || filled >= effects.count() || filled == 0 != (side == Side.NONE)) {
                throw new IllegalArgumentException(
                        filled + " of " + effects.count() + " studies were filled in on the side " + side);
            }
        }

        @Override
        public Pooled pooled(Pooling pooling, double level) {
            return pooling.of(effects, level);
        }
    }

    /**
     * Nothing can be filled in.
     *
     * @param reason why
     */
    record Impossible(Reason reason) implements Filling {
        /** Checks that nothing is null. */
        public Impossible {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Pooled pooled(Pooling pooling, double level) {
            return Pooled.notEstimable(reason);
        }
    }

    /** The pooled effect with those that were filled in. */
    Pooled pooled(Pooling pooling, double level);
}
