package org.ipstrial.dataimport.column;

import java.util.List;
import org.ipstrial.dataset.Participants;
import org.ipstrial.outcome.Covariate;

/**
 * A covariate as it was read, in file order.
 *
 * @param definition its name and levels
 * @param labels     of a category the level of each person, null where missing; else empty
 * @param amounts    of an amount the numbers, NaN where missing; else empty
 */
public record ReadCovariate(Covariate definition, List<String> labels, double[] amounts) {

    /** Hands the column on. */
    public void addTo(Participants.Builder participants) {
        if (definition.isAmount()) {
            participants.amounts(definition.column(), amounts);
        } else {
            participants.labels(definition.column(), labels);
        }
    }
}
