package org.ipstrial.outcome;

import java.util.Objects;

/**
 * One outcome, as it was read.
 *
 * @param name       the column's name
 * @param kind       how its values were read
 * @param eventValue of a binary outcome the value in the data that is the event, else empty
 */
public record OutcomeDefinition(String name, OutcomeKind kind, String eventValue) {

    /** Checks that nothing is null. */
    public OutcomeDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventValue, "eventValue");
    }
}
