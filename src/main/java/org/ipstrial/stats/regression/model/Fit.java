package org.ipstrial.stats.regression.model;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.separation.Separating;

/** What comes of fitting a model: a fit, or the reason why there is none. */
public sealed interface Fit permits FittedModel, Fit.None {

    /**
     * No fit.
     *
     * @param reason     why
     * @param separating the columns that separate the outcomes, where that is the reason
     */
    record None(Reason reason, List<Separating> separating) implements Fit {
        /** Copies the columns. */
        public None {
            separating = List.copyOf(separating);
        }
    }

    /** No fit, for another reason than separation. */
    static Fit none(Reason reason) {
        return new None(reason, List.of());
    }

    /** The fit, if there is one. */
    default Optional<FittedModel> ifFitted() {
        return this instanceof FittedModel fitted ? Optional.of(fitted) : Optional.empty();
    }
}
