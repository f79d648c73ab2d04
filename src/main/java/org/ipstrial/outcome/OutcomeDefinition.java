package org.ipstrial.outcome;

import java.util.List;
import java.util.Objects;

/**
 * One outcome, as it was read.
 *
 * @param name       its name in results: the column's, or the plan's
 * @param kind       how its values were read
 * @param eventValue of a binary outcome the value in the data that is the event, else empty
 * @param timepoint  when it was assessed, or empty where nobody says so
 * @param missing    what an analysis does about missing values of a yes/no outcome
 * @param levels     of ordered levels their names, the lowest first; else empty
 */
public record OutcomeDefinition(
        String name, OutcomeKind kind, String eventValue, String timepoint, MissingRule missing, List<String> levels) {

    /** How a time ends that ends in what the outcome is about, not in something that competes with it. */
    public static final String EVENT = "event";

    /** Checks that nothing is null, and that levels stand where the outcome is of levels and nowhere else. */
    public OutcomeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventValue, "eventValue");
        Objects.requireNonNull(timepoint, "timepoint");
        Objects.requireNonNull(missing, "missing");
        levels = List.copyOf(levels);
        if (levels.isEmpty() == (kind == OutcomeKind.ORDINAL)) {
            throw new IllegalArgumentException("levels are of an ordinal outcome, and it has some; got " + levels.size()
                    + " of an outcome that is " + kind.id());
        }
    }

    /** An outcome without levels. */
    public OutcomeDefinition(String name, OutcomeKind kind, String eventValue, String timepoint, MissingRule missing) {
        this(name, kind, eventValue, timepoint, missing, List.of());
    }

    /**
     * An outcome of ordered levels; the value of a person is the place of their level, the lowest being 0.
     *
     * @param levels their names, the lowest first
     */
    public static OutcomeDefinition ofLevels(String name, List<String> levels) {
        return new OutcomeDefinition(name, OutcomeKind.ORDINAL, "", "", MissingRule.COMPLETE_CASES, levels);
    }

    /** An outcome of which those with a missing value are left out. */
    public OutcomeDefinition(String name, OutcomeKind kind, String eventValue, String timepoint) {
        this(name, kind, eventValue, timepoint, MissingRule.COMPLETE_CASES);
    }

    /** An outcome of which nobody says when it was assessed. */
    public OutcomeDefinition(String name, OutcomeKind kind, String eventValue) {
        this(name, kind, eventValue, "");
    }

    /** Of a time, the column of labels that says how it ended; no column of a plan can have a name with a control character. */
    public String ends() {
        return "\u0001ends." + name;
    }

    /** The same outcome, assessed at a time. */
    public OutcomeDefinition at(String when) {
        return new OutcomeDefinition(name, kind, eventValue, when, missing, levels);
    }

    /** The same outcome under another rule for missing values. */
    public OutcomeDefinition withMissing(MissingRule rule) {
        return new OutcomeDefinition(name, kind, eventValue, timepoint, rule, levels);
    }
}
