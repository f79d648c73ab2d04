package org.ipstrial.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code outcomes}.
 *
 * @param name      its name in results and options
 * @param column    its column in the file; of one that is derived its name
 * @param derived   how it is worked out from spells, if it is
 * @param times     its columns where it is a time that the file holds
 * @param kind      how its values are read; told from the values where the plan does not say it
 * @param event     the value that counts as the event
 * @param label     its name for people
 * @param timepoint when it was assessed, or empty
 * @param unit      unit of an amount
 * @param better    which direction is good, {@code higher} or {@code lower}
 * @param range     what an amount can be, as {@code LOW,HIGH}
 * @param levels    of ordered levels their names, the lowest first; none where the values are their numbers
 */
public record PlannedOutcome(
        Sited<String> name,
        Sited<String> column,
        Optional<DerivedOutcome> derived,
        Optional<PlannedTimes> times,
        Optional<OutcomeKind> kind,
        Optional<String> event,
        String label,
        String timepoint,
        Optional<String> unit,
        Optional<String> better,
        Optional<String> range,
        List<String> levels) {

    /** Copies the levels. */
    public PlannedOutcome {
        levels = List.copyOf(levels);
    }

    static Optional<PlannedOutcome> read(NamedValue entry, Vocabulary vocabulary, PlannedHistory history) {
        return entry.value()
                .fields()
                .map(fields -> fields.get("derive").isPresent()
                        ? derived(entry.name(), fields, history)
                        : read(entry.name(), fields, vocabulary, history));
    }

    private static PlannedOutcome derived(Sited<String> name, Fields fields, PlannedHistory history) {
        Optional<DerivedOutcome> derived = new DerivedReader(fields, history).read();
        String label = fields.textOr("label", name.value()).value();
        Optional<String> better = fields.word("better", List.of("higher", "lower"));
        Optional<PlanValue> range = fields.get("range");
        derived.filter(rule -> rule.kind() != OutcomeKind.AMOUNT)
                .ifPresent(
                        rule -> range.ifPresent(value -> value.refuse(FindingCode.E425, "range", words(rule.kind()))));
        fields.noOthers();
        return new PlannedOutcome(
                name,
                name,
                derived,
                Optional.empty(),
                derived.map(DerivedOutcome::kind),
                Optional.empty(),
                label,
                derived.map(rule -> rule.horizon().text()).orElse(""),
                derived.filter(rule -> rule.kind() != OutcomeKind.BINARY)
                        .map(rule -> rule.measure().unit())
                        .filter(unit -> !unit.isEmpty()),
                better,
                range.flatMap(PlannedOutcome::range),
                List.of());
    }

    private static PlannedOutcome read(
            Sited<String> name, Fields fields, Vocabulary vocabulary, PlannedHistory history) {
        new DerivedReader(fields, history).read();
        Optional<PlannedTimes> times = PlannedTimes.read(fields);
        if (times.isPresent()) {
            return times(name, times.get(), fields, vocabulary);
        }
        Sited<String> column = fields.textOr("column", name.value());
        Optional<OutcomeKind> kind =
                fields.word("kind", List.of("binary", "amount", "ordinal")).map(PlannedOutcome::kind);
        Optional<PlanValue> event = fields.get("event");
        Optional<String> eventValue = event.flatMap(PlanValue::text).map(Sited::value);
        String label = fields.textOr("label", name.value()).value();
        String timepoint = fields.textOr("timepoint", "").value();
        Optional<PlanValue> unit = fields.get("unit");
        Optional<String> unitName =
                unit.flatMap(value -> value.word(vocabulary.units())).map(Sited::value);
        Optional<String> better = fields.word("better", List.of("higher", "lower"));
        Optional<PlanValue> range = fields.get("range");
        List<String> levels = LevelsReader.levels(fields, kind);
        fields.noOthers();
        if (kind.equals(Optional.of(OutcomeKind.AMOUNT)) || kind.equals(Optional.of(OutcomeKind.ORDINAL))) {
            event.ifPresent(value -> value.refuse(FindingCode.E425, "event", words(kind.get())));
        }
        if (kind.equals(Optional.of(OutcomeKind.ORDINAL))) {
            unit.ifPresent(value -> value.refuse(FindingCode.E425, "unit", words(OutcomeKind.ORDINAL)));
            range.ifPresent(value -> value.refuse(FindingCode.E425, "range", words(OutcomeKind.ORDINAL)));
        }
        if (kind.equals(Optional.of(OutcomeKind.BINARY)) || (kind.isEmpty() && event.isPresent())) {
            unit.ifPresent(value -> value.refuse(FindingCode.E425, "unit", "a yes/no outcome"));
            range.ifPresent(value -> value.refuse(FindingCode.E425, "range", "a yes/no outcome"));
        }
        // A value that is the event makes the outcome yes/no.
        Optional<OutcomeKind> told = kind.isEmpty() && event.isPresent() ? Optional.of(OutcomeKind.BINARY) : kind;
        return new PlannedOutcome(
                name,
                column,
                Optional.empty(),
                times,
                told,
                eventValue,
                label,
                timepoint,
                unitName,
                better,
                range.flatMap(PlannedOutcome::range),
                levels);
    }

    private static PlannedOutcome times(Sited<String> name, PlannedTimes times, Fields fields, Vocabulary vocabulary) {
        PlannedOutcome outcome = new PlannedOutcome(
                name,
                times.time(),
                Optional.empty(),
                Optional.of(times),
                Optional.of(OutcomeKind.TIME),
                Optional.empty(),
                fields.textOr("label", name.value()).value(),
                "",
                fields.word("unit", vocabulary.units()),
                fields.word("better", List.of("higher", "lower")),
                Optional.empty(),
                List.of());
        fields.noOthers();
        return outcome;
    }

    private static OutcomeKind kind(String word) {
        return switch (word) {
            case "binary" -> OutcomeKind.BINARY;
            case "ordinal" -> OutcomeKind.ORDINAL;
            default -> OutcomeKind.AMOUNT;
        };
    }

    /** Of an outcome that counts several activities, the same of each alone; a composite never stands without them. */
    public List<PlannedOutcome> components() {
        List<String> activities = derived.map(DerivedOutcome::activities).orElse(List.of());
        return activities.size() < 2
                ? List.of()
                : activities.stream().map(this::component).toList();
    }

    private PlannedOutcome component(String activity) {
        Sited<String> named = new Sited<>(name.value() + "/" + activity, name.where());
        return new PlannedOutcome(
                named,
                named,
                derived.map(rule -> rule.component(activity)),
                times,
                kind,
                event,
                label + ": " + activity.replace('_', ' '),
                timepoint,
                unit,
                better,
                range,
                levels);
    }

    /** Two numbers, the first below the second. */
    private static Optional<String> range(PlanValue value) {
        List<String> ends = value.items().stream()
                .map(PlanValue::number)
                .flatMap(Optional::stream)
                .map(Sited::value)
                .toList();
        if (ends.size() != value.items().size()) {
            return Optional.empty();
        }
        boolean upwards = ends.size() == 2 && new BigDecimal(ends.get(0)).compareTo(new BigDecimal(ends.get(1))) < 0;
        if (!upwards) {
            String found = ends.size() == 2
                    ? "goes from " + ends.get(0) + " to " + ends.get(1)
                    : "has " + ends.size() + " numbers";
            value.refuse(FindingCode.E440, found, ends.size() == 2 ? "change them round" : "write both");
        }
        return upwards ? Optional.of(String.join(",", ends)) : Optional.empty();
    }

    /** The label, with the timepoint behind it where it does not say it itself. */
    public String heading() {
        return timepoint.isEmpty() || label.contains(timepoint) ? label : label + ", " + timepoint;
    }

    /** A kind in the words of messages. */
    public static String words(OutcomeKind kind) {
        return switch (kind) {
            case BINARY -> "yes or no";
            case AMOUNT -> "an amount";
            case ORDINAL -> "ordered levels";
            case AMOUNT_OF_WORKERS -> "an amount of those who worked, who are no randomised group";
            case TIME -> "a time to an event";
            case TIME_OF_WORKERS -> "a tenure of those who got a job, who are no randomised group";
            case WEEKLY -> "a course over weeks";
        };
    }
}
