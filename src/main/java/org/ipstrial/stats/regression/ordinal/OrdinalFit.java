package org.ipstrial.stats.regression.ordinal;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.separation.Separating;

/** What comes of fitting a proportional-odds model: a fit, or the reason why there is none. */
public sealed interface OrdinalFit permits ProportionalOdds, OrdinalFit.None {

    /**
     * No fit.
     *
     * @param reason     why
     * @param separating the columns that separate the outcomes, where that is the reason
     */
    record None(Reason reason, List<Separating> separating) implements OrdinalFit {
        /** Copies the columns. */
        public None {
            separating = List.copyOf(separating);
        }
    }

    /** The fit, if there is one. */
    default Optional<ProportionalOdds> ifFitted() {
        return this instanceof ProportionalOdds fitted ? Optional.of(fitted) : Optional.empty();
    }
}
