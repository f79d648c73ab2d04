package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.history.PlannedHistory;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.history.PlannedWeeks;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** Reads what an outcome says of being worked out from spells or weeks. */
final class DerivedReader {

    /** Longer without work is another job, whatever a plan says. */
    private static final int LONGEST_GAP = 366;

    /** Some forty years. */
    private static final int MOST_WEEKS = 2_000;

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
        Optional<PlanValue> from = fields.get("from");
        Optional<PlanValue> gap = fields.get("gap");
        if (derive.isEmpty()) {
            List.of(activities, within, atLeast, from, gap)
                    .forEach(key -> key.ifPresent(value -> value.refuse(
                            FindingCode.E425, "this key", "an outcome that is read from a column, not derived")));
            return Optional.empty();
        }
        PlanValue value = derive.get();
        Source source = source(from);
        boolean weeks = source == Source.WEEKS;
        if (weeks ? history.weeks().isEmpty() : history.spells().isEmpty()) {
            value.refuse(FindingCode.E425, "derive", "a plan that names no " + (weeks ? "weeks" : "spells"));
        }
        Optional<DerivedMeasure> measure =
                value.word(DerivedMeasure.ids()).map(word -> DerivedMeasure.named(word.value()));
        List<String> of = of(activities, weeks);
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
        if (atLeast.isPresent() && !measure.get().takesThreshold()) {
            String why = measure.get().kind() == OutcomeKind.BINARY
                    ? "is yes or no itself"
                    : "those who did not work do not have";
            atLeast.get()
                    .refuse(FindingCode.E425, "at_least", "'" + measure.get().id() + "', which " + why);
            return Optional.empty();
        }
        if (weeks ? !measure.get().ofWeeks() : !measure.get().ofSpells()) {
            value.refuse(FindingCode.E425, measure.get().id(), "an outcome from " + (weeks ? "weeks" : "spells"));
            return Optional.empty();
        }
        if (refusesGap(measure.get(), gap) || refusesWeeks(measure.get(), horizon.get(), value)) {
            return Optional.empty();
        }
        int days = gap.flatMap(given -> given.whole(0, LONGEST_GAP))
                .map(number -> number.value().intValue())
                .orElse(0);
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
        return Optional.of(new DerivedOutcome(source, measure.get(), of, horizon.get(), threshold, days));
    }

    private static boolean refusesGap(DerivedMeasure measure, Optional<PlanValue> gap) {
        if (gap.isEmpty() || measure == DerivedMeasure.FIRST_TENURE) {
            return false;
        }
        gap.get().refuse(FindingCode.E425, "gap", "'" + measure.id() + "'");
        return true;
    }

    /** What is told week by week needs a week to tell of, and no more than a figure can show. */
    private static boolean refusesWeeks(DerivedMeasure measure, Horizon horizon, PlanValue value) {
        if (measure != DerivedMeasure.WEEKLY) {
            return false;
        }
        int weeks = horizon.wholeWeeks();
        if (weeks >= 1 && weeks <= MOST_WEEKS) {
            return false;
        }
        value.refuse(FindingCode.E435, horizon.text(), weeks, MOST_WEEKS);
        return true;
    }

    /** Spells unless the plan says otherwise or has weeks alone. */
    private Source source(Optional<PlanValue> from) {
        Optional<String> word =
                from.flatMap(value -> value.word(List.of("spells", "weeks"))).map(Sited::value);
        boolean weeksAlone = history.spells().isEmpty() && history.weeks().isPresent();
        return word.map("weeks"::equals).orElse(weeksAlone) ? Source.WEEKS : Source.SPELLS;
    }

    private List<String> of(Optional<PlanValue> activities, boolean weeks) {
        if (activities.isEmpty()) {
            fields.self().refuse(FindingCode.E409, "of", "the activities that count");
            return List.of();
        }
        List<String> known = weeks
                ? history.weeks().map(PlannedWeeks::activities).orElse(List.of())
                : history.spells().map(PlannedSpells::known).orElse(List.of());
        List<String> names = new ArrayList<>();
        for (Sited<String> activity : activities.get().texts()) {
            String name = activity.value();
            if (!known.isEmpty() && !known.contains(name)) {
                activities
                        .get()
                        .refuse(
                                FindingCode.E412,
                                PlanWords.cut(name),
                                (weeks
                                                ? "the activities of weeks.codes: "
                                                : "the activities that spells.activities names: ")
                                        + String.join(", ", known),
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
