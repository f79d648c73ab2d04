package org.ipstrial.analysis.evidence.pooling.studies;

import java.util.Map;
import java.util.Optional;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.effect.ArmCounts;

/**
 * A study as it is pooled: a row of the table, or several whose control arm is the same.
 *
 * @param name   its name
 * @param year   its year, if known
 * @param effect its effect on the scale of pooling, or why it has none
 * @param counts its counts, of a yes/no outcome
 * @param table  the same where they are whole
 * @param levels what it has in the columns asked for
 * @param note   what was done to it, or empty
 */
public record PooledStudy(
        String name,
        Optional<Integer> year,
        StudyEffect effect,
        Optional<ArmCounts> counts,
        Optional<TwoByTwo> table,
        Map<String, String> levels,
        String note) {

    static final String HALVES = "half-added-to-each-cell";
    static final String SPLIT = "control-arm-split";
    static final String COMBINED = "treatment-arms-combined";

    /** Its effect, if it has one. */
    public Optional<StudyEffect.Known> known() {
        return effect instanceof StudyEffect.Known known ? Optional.of(known) : Optional.empty();
    }

    /** The same with another effect. */
    public PooledStudy with(StudyEffect other, String why) {
        return new PooledStudy(name, year, other, counts, table, levels, why);
    }
}
