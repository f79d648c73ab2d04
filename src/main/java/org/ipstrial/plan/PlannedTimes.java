package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * The columns of an outcome that is a time to an event.
 *
 * @param time  the column of times
 * @param event the column that says whether a time ended in an event or was censored
 * @param cause the column of causes where ends compete, if they do
 */
public record PlannedTimes(Sited<String> time, Sited<String> event, Optional<Sited<String>> cause) {

    /** Checks that nothing is null. */
    public PlannedTimes {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(cause, "cause");
    }

    /** The columns; nothing where the outcome names no time. */
    static Optional<PlannedTimes> read(Fields fields) {
        return fields.text("time").map(time -> {
            Sited<String> event =
                    fields.requiredText("event", "the column that says whether the time ended in the event");
            Optional<Sited<String>> cause = fields.get("cause").flatMap(PlanValue::text);
            return new PlannedTimes(time, event, cause);
        });
    }

    /** All columns. */
    public List<Sited<String>> columns() {
        List<Sited<String>> columns = new ArrayList<>(List.of(time, event));
        cause.ifPresent(columns::add);
        return columns;
    }
}
