package org.ipstrial.dataimport;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.outcome.OutcomeKind;

/**
 * An outcome that is asked for.
 *
 * @param name       its name in what is read
 * @param column     its column
 * @param kind       how its values are to be read; without it told from the values
 * @param eventValue the value that counts as the event; makes the outcome binary
 * @param levels     of ordered levels their names, the lowest first; empty where the values are their numbers
 */
public record OutcomeRequest(
        String name, String column, Optional<OutcomeKind> kind, Optional<String> eventValue, List<String> levels) {

    /** Checks that nothing is null. */
    public OutcomeRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventValue, "eventValue");
        levels = List.copyOf(levels);
    }

    /** An outcome whose levels nobody names. */
    public OutcomeRequest(String name, String column, Optional<OutcomeKind> kind, Optional<String> eventValue) {
        this(name, column, kind, eventValue, List.of());
    }

    /** An outcome named as its column. */
    public OutcomeRequest(String column, Optional<OutcomeKind> kind, Optional<String> eventValue) {
        this(column, column, kind, eventValue);
    }
}
