package org.ipstrial.stats.adjusted;

import java.util.List;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.separation.Separating;

/**
 * What there is to say of the columns of a model.
 *
 * @param aliased    the columns that are combinations of others, and were left out without any loss
 * @param separating the columns that separate the outcomes, so that there is no fit
 */
public record ModelNotes(List<Aliased> aliased, List<Separating> separating) {

    /** Copies the lists. */
    public ModelNotes {
        aliased = List.copyOf(aliased);
        separating = List.copyOf(separating);
    }

    /** Columns that were left out, and nothing else. */
    public static ModelNotes aliased(List<Aliased> aliased) {
        return new ModelNotes(aliased, List.of());
    }
}
