package org.ipstrial.outcome;

import java.util.Objects;

/**
 * One outcome, as it was read.
 *
 * @param name       its name in results: the column's, or the plan's
 * @param kind       how its values were read
 * @param eventValue of a binary outcome the value in the data that is the event, else empty
 * @param timepoint  when it was assessed, or empty where nobody says so
 */
public record OutcomeDefinition(String name, OutcomeKind kind, String eventValue, String timepoint) {

    /** Checks that nothing is null. */
    public OutcomeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventValue, "eventValue");
        Objects.requireNonNull(timepoint, "timepoint");
    }

    /** An outcome of which nobody says when it was assessed. */
    public OutcomeDefinition(String name, OutcomeKind kind, String eventValue) {
        this(name, kind, eventValue, "");
    }

    /** The same outcome, assessed at a time. */
    public OutcomeDefinition at(String when) {
        return new OutcomeDefinition(name, kind, eventValue, when);
    }
}
