package org.ipstrial.dataimport.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataset.history.Derivation;
import org.ipstrial.dataset.history.DerivedValue;
import org.ipstrial.dataset.history.FirstTenure;
import org.ipstrial.dataset.history.PersonHistory;
import org.ipstrial.dataset.history.TimeToFirst;
import org.ipstrial.dataset.history.WeekByWeek;
import org.ipstrial.dataset.history.WeekDerivation;
import org.ipstrial.dataset.history.WeekStates;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.Overlap;
import org.ipstrial.outcome.WeekState;

/**
 * The outcomes of everybody, worked out from spells and weeks.
 *
 * @param request  what is wanted
 * @param people   the people, in the order of the participants file
 * @param weeks    what register weeks tell of them
 * @param findings what is found
 */
record DerivedColumns(
        HistoryRequest request, List<PersonHistory> people, Optional<WeekStates> weeks, Findings findings) {

    /** The outcomes in the order of the request. */
    List<ReadOutcome> all() {
        List<ReadOutcome> outcomes = new ArrayList<>();
        request.outcomes().forEach((name, outcome) -> outcomes.add(one(name, outcome)));
        return outcomes;
    }

    private ReadOutcome one(String name, DerivedOutcome outcome) {
        return switch (outcome.kind()) {
            case TIME -> times(name, outcome);
            case TIME_OF_WORKERS -> tenures(name, outcome);
            case WEEKLY -> weekly(name, outcome);
            default -> read(name, outcome, values(outcome));
        };
    }

    private ReadOutcome tenures(String name, DerivedOutcome outcome) {
        List<Optional<FirstTenure>> tenures =
                people.stream().map(person -> FirstTenure.of(person, outcome)).toList();
        List<String> ends = new ArrayList<>();
        tenures.forEach(tenure -> ends.add(tenure.flatMap(FirstTenure::end).orElse(null)));
        return ReadOutcome.ofTimesOfWorkers(
                name,
                tenures.stream()
                        .mapToDouble(tenure ->
                                tenure.map(known -> (double) known.days()).orElse(Double.NaN))
                        .toArray(),
                ends);
    }

    private ReadOutcome weekly(String name, DerivedOutcome outcome) {
        int count = outcome.horizon().wholeWeeks();
        List<WeekByWeek> all = new ArrayList<>();
        for (int place = 0; place < people.size(); place++) {
            all.add(
                    outcome.source() == Source.SPELLS
                            ? WeekByWeek.ofSpells(people.get(place), outcome, count)
                            : WeekByWeek.ofRegister(
                                    people.get(place),
                                    weeks.orElseThrow(),
                                    place,
                                    request.history().weeks().orElseThrow().withoutRow(),
                                    outcome,
                                    count));
        }
        return ReadOutcome.ofWeeks(
                name,
                all.stream()
                        .mapToDouble(person -> person.sum().orElse(Double.NaN))
                        .toArray(),
                all.stream().map(WeekByWeek::states).toList());
    }

    private ReadOutcome times(String name, DerivedOutcome outcome) {
        List<TimeToFirst> times =
                people.stream().map(person -> TimeToFirst.of(person, outcome)).toList();
        return ReadOutcome.ofTimes(
                name,
                times.stream().mapToDouble(TimeToFirst::days).toArray(),
                times.stream().map(time -> time.end().orElse(null)).toList());
    }

    private List<DerivedValue> values(DerivedOutcome outcome) {
        List<DerivedValue> values = new ArrayList<>();
        if (outcome.source() == Source.SPELLS) {
            Overlap overlap = request.history().spells().orElseThrow().overlap().orElse(Overlap.SUM);
            people.forEach(person -> values.add(Derivation.of(person, outcome, overlap)));
            return values;
        }
        WeekState withoutRow = request.history().weeks().orElseThrow().withoutRow();
        for (int place = 0; place < people.size(); place++) {
            values.add(WeekDerivation.of(people.get(place), weeks.orElseThrow(), place, withoutRow, outcome));
        }
        return values;
    }

    private ReadOutcome read(String name, DerivedOutcome outcome, List<DerivedValue> values) {
        return switch (outcome.kind()) {
            case BINARY -> {
                tellOfKnownYes(name, values);
                yield ReadOutcome.ofEvents(name, "", events(values));
            }
            case AMOUNT_OF_WORKERS -> ReadOutcome.ofWorkers(name, events(values), amounts(values));
            case TIME, TIME_OF_WORKERS, WEEKLY -> throw new IllegalStateException(name + " is no single value");
            case AMOUNT, ORDINAL -> ReadOutcome.ofAmounts(name, outcome.kind(), amounts(values));
        };
    }

    private static List<Boolean> events(List<DerivedValue> values) {
        List<Boolean> events = new ArrayList<>();
        values.forEach(value -> events.add(value.event().orElse(null)));
        return events;
    }

    private static double[] amounts(List<DerivedValue> values) {
        return values.stream()
                .mapToDouble(value -> value.amount().orElse(Double.NaN))
                .toArray();
    }

    private void tellOfKnownYes(String name, List<DerivedValue> values) {
        List<DerivedValue> incomplete =
                values.stream().filter(value -> !value.complete()).toList();
        long known =
                incomplete.stream().filter(value -> value.event().isPresent()).count();
        if (known > 0) {
            findings.add(FindingCode.W271, request.named().get(name), name, incomplete.size(), known);
        }
    }
}
