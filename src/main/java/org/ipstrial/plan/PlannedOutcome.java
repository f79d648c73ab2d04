package org.ipstrial.plan;

import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code outcomes}.
 *
 * @param name      its name in results and options
 * @param column    its column in the file
 * @param kind      how its values are read; told from the values where the plan does not say it
 * @param event     the value that counts as the event
 * @param label     its name for people
 * @param timepoint when it was assessed, or empty
 * @param unit      unit of an amount
 * @param better    which direction is good, {@code higher} or {@code lower}
 */
public record PlannedOutcome(
        Sited<String> name,
        Sited<String> column,
        Optional<OutcomeKind> kind,
        Optional<String> event,
        String label,
        String timepoint,
        Optional<String> unit,
        Optional<String> better) {

    static Optional<PlannedOutcome> read(NamedValue entry, Vocabulary vocabulary) {
        return entry.value().fields().map(fields -> read(entry.name(), fields, vocabulary));
    }

    private static PlannedOutcome read(Sited<String> name, Fields fields, Vocabulary vocabulary) {
        Sited<String> column = fields.textOr("column", name.value());
        Optional<OutcomeKind> kind =
                fields.word("kind", List.of("binary", "amount")).map(PlannedOutcome::kind);
        Optional<PlanValue> event = fields.get("event");
        Optional<String> eventValue = event.flatMap(PlanValue::text).map(Sited::value);
        String label = fields.textOr("label", name.value()).value();
        String timepoint = fields.textOr("timepoint", "").value();
        Optional<PlanValue> unit = fields.get("unit");
        Optional<String> unitName =
                unit.flatMap(value -> value.word(vocabulary.units())).map(Sited::value);
        Optional<String> better = fields.word("better", List.of("higher", "lower"));
        fields.noOthers();
        if (kind.equals(Optional.of(OutcomeKind.AMOUNT))) {
            event.ifPresent(value -> value.refuse(FindingCode.E425, "event", "an amount"));
        }
        if (kind.equals(Optional.of(OutcomeKind.BINARY)) || (kind.isEmpty() && event.isPresent())) {
            unit.ifPresent(value -> value.refuse(FindingCode.E425, "unit", "a yes/no outcome"));
        }
        // A value that is the event makes the outcome yes/no.
        Optional<OutcomeKind> told = kind.isEmpty() && event.isPresent() ? Optional.of(OutcomeKind.BINARY) : kind;
        return new PlannedOutcome(name, column, told, eventValue, label, timepoint, unitName, better);
    }

    private static OutcomeKind kind(String word) {
        return word.equals("binary") ? OutcomeKind.BINARY : OutcomeKind.AMOUNT;
    }

    /** The label, with the timepoint behind it where it does not say it itself. */
    public String heading() {
        return timepoint.isEmpty() || label.contains(timepoint) ? label : label + ", " + timepoint;
    }

    /** A kind in the words of messages. */
    public static String words(OutcomeKind kind) {
        return kind == OutcomeKind.BINARY ? "yes or no" : "an amount";
    }
}
