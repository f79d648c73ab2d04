package org.ipstrial.catalogue.studies;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.StudyEffects;

/**
 * Several studies as the methods take them.
 *
 * @param effects the effects, on the scale on which they are pooled
 * @param tables  the counts of the same studies; none where the outcome is not yes/no, or a count is not whole
 */
public record StudiesData(StudyEffects effects, Optional<StratifiedTables> tables) {

    /** Checks that nothing is null. */
    public StudiesData {
        Objects.requireNonNull(effects, "effects");
        Objects.requireNonNull(tables, "tables");
    }
}
