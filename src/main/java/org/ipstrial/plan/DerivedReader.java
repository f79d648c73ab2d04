package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** Reads what an outcome says of being worked out from spells. */
final class DerivedReader {

    private final Fields fields;
    private final PlannedHistory history;

    DerivedReader(Fields fields, PlannedHistory history) {
        this.fields = fields;
        this.history = history;
    }

    /** The rule of an outcome; nothing where it is refused, or is read from a column. */
    Optional<DerivedOutcome> read() {
        Optional<PlanValue> derive = fields.get("derive");
        Optional<PlanValue> activities = fields.get("of");
        Optional<PlanValue> within = fields.get("within");
        Optional<PlanValue> atLeast = fields.get("at_least");
        if (derive.isEmpty()) {
            List.of(activities, within, atLeast)
                    .forEach(key -> key.ifPresent(value -> value.refuse(
                            FindingCode.E425, "this key", "an outcome that is read from a column, not derived")));
            return Optional.empty();
        }
        PlanValue value = derive.get();
        if (history.spells().isEmpty()) {
            value.refuse(FindingCode.E425, "derive", "a plan that names no spells");
        }
        Optional<DerivedMeasure> measure =
                value.word(DerivedMeasure.ids()).map(word -> DerivedMeasure.named(word.value()));
        List<String> of = of(activities);
        Optional<Horizon> horizon = within.map(PlannedHistory::horizon).orElseGet(history::horizon);
        if (within.isEmpty() && history.horizon().isEmpty()) {
            fields.self()
                    .refuse(FindingCode.E409, "within", "how long after randomisation, here or as horizon of the plan");
        }
        OptionalDouble threshold = atLeast.flatMap(PlanValue::positive)
                .map(number -> OptionalDouble.of(number.value()))
                .orElse(OptionalDouble.empty());
        if (measure.isEmpty() || of.isEmpty() || horizon.isEmpty()) {
            return Optional.empty();
        }
        if (atLeast.isPresent() && measure.get().kind() == OutcomeKind.BINARY) {
            atLeast.get()
                    .refuse(FindingCode.E425, "at_least", "'" + measure.get().id() + "', which is yes or no itself");
            return Optional.empty();
        }
        Horizon.Span span = horizon.get().span();
        if (measure.get() == DerivedMeasure.HOURS_PER_MONTH
                && span != Horizon.Span.MONTH
                && span != Horizon.Span.YEAR) {
            value.refuse(
                    FindingCode.E425,
                    "hours-per-month",
                    "a window of " + horizon.get().text());
            return Optional.empty();
        }
        return Optional.of(new DerivedOutcome(measure.get(), of, horizon.get(), threshold));
    }

    private List<String> of(Optional<PlanValue> activities) {
        if (activities.isEmpty()) {
            fields.self().refuse(FindingCode.E409, "of", "the activities that count");
            return List.of();
        }
        List<String> known = history.spells().map(PlannedSpells::known).orElse(List.of());
        List<String> names = new ArrayList<>();
        for (Sited<String> activity : activities.get().texts()) {
            String name = activity.value();
            if (!known.isEmpty() && !known.contains(name)) {
                activities
                        .get()
                        .refuse(
                                FindingCode.E412,
                                PlanWords.cut(name),
                                "the activities that spells.activities names: " + String.join(", ", known),
                                PlanWords.nearest(name, known));
            } else if (names.contains(name)) {
                activities.get().refuse(FindingCode.E427, PlanWords.cut(name));
            } else {
                names.add(name);
            }
        }
        return names;
    }
}
