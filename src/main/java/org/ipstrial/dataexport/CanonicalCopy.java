package org.ipstrial.dataexport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ipstrial.dataset.history.LastSeen;
import org.ipstrial.dataset.history.RecordedPerson;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.dataset.history.WeekStates;
import org.ipstrial.outcome.IsoWeek;

/**
 * A trial's data in canonical form, with the labels that the plan's codes mean: UTF-8 with commas, decimal points and days
 * as yyyy-mm-dd, sorted by id, under the names that the import takes by default. Nothing that was read is left out, and
 * no rule for spells is applied: spells and weeks stand there as they were recorded. The outcomes that follow from them
 * stand in a file of their own, beside what was known of each person.
 */
public final class CanonicalCopy {

    /** A file. */
    @FunctionalInterface
    public interface Body {

        /**
         * Writes it.
         *
         * @return its rows besides the header
         */
        long writeTo(OutputStream out) throws IOException;
    }

    private static final List<String> SPELLS =
            List.of("id", "activity", "start", "end", "hours_per_week", "hourly_wage");
    private static final List<String> FOLLOW_UP = List.of("id", "last_seen", "reason");
    private static final List<String> WEEKS = List.of("id", "week", "code");

    private final CanonicalTrial trial;
    private final List<RecordedPerson> people;
    private final Map<String, Body> files = new LinkedHashMap<>();

    private CanonicalCopy(CanonicalTrial trial) {
        this.trial = trial;
        this.people = trial.records().people();
    }

    /**
     * The files by name, the data dictionary last.
     *
     * @throws UnwritableException if two columns of a file would have one name
     */
    public static Map<String, Body> of(CanonicalTrial trial) throws UnwritableException {
        return new CanonicalCopy(trial).files();
    }

    private Map<String, Body> files() throws UnwritableException {
        PeopleColumns columns = new PeopleColumns(trial);
        DataDictionary dictionary = new DataDictionary(trial.plan(), people.size());
        List<CopyColumn> recorded = columns.recorded();
        people("participants.csv", recorded, dictionary);
        List<CopyColumn> derived = columns.derived();
        if (!derived.isEmpty()) {
            List<CopyColumn> all = new ArrayList<>(recorded);
            all.addAll(derived);
            people("outcomes.csv", all, dictionary);
        }
        if (trial.plan().history().spells().isPresent()) {
            files.put("spells.csv", this::spells);
            dictionary.spells(SPELLS);
        }
        if (trial.plan().history().followUp().isPresent()) {
            files.put("follow-up.csv", this::followUp);
            dictionary.followUp(FOLLOW_UP);
        }
        if (trial.plan().history().weeks().isPresent()) {
            files.put("weeks.csv", this::weeks);
            dictionary.weeks(WEEKS);
        }
        files.put("data-dictionary.csv", dictionary::writeTo);
        return files;
    }

    private void people(String file, List<CopyColumn> columns, DataDictionary dictionary) throws UnwritableException {
        Set<String> names = new HashSet<>();
        for (CopyColumn column : columns) {
            if (!names.add(column.name())) {
                throw new UnwritableException("two columns of " + file + " would be called " + column.name());
            }
        }
        dictionary.people(file, columns);
        files.put(file, out -> {
            CsvRows rows =
                    CsvRows.begin(out, columns.stream().map(CopyColumn::name).toList());
            for (int person = 0; person < people.size(); person++) {
                int row = person;
                rows.row(columns.stream()
                        .map(column -> column.cells().apply(row))
                        .toList());
            }
            return rows.end();
        });
    }

    private long spells(OutputStream out) throws IOException {
        CsvRows rows = CsvRows.begin(out, SPELLS);
        for (RecordedPerson person : people) {
            for (Spell spell : person.spells()) {
                rows.row(List.of(
                        person.id(),
                        spell.activity(),
                        spell.firstDay().toString(),
                        spell.lastDay().map(Object::toString).orElse(""),
                        known(spell.hoursPerWeek()),
                        known(spell.hourlyWage())));
            }
        }
        return rows.end();
    }

    private long followUp(OutputStream out) throws IOException {
        CsvRows rows = CsvRows.begin(out, FOLLOW_UP);
        for (RecordedPerson person : people) {
            LastSeen seen = person.lastSeen().orElseThrow();
            rows.row(List.of(person.id(), seen.day().toString(), seen.end().id()));
        }
        return rows.end();
    }

    private long weeks(OutputStream out) throws IOException {
        CsvRows rows = CsvRows.begin(out, WEEKS);
        WeekStates weeks = trial.records().weeks().orElseThrow();
        for (RecordedPerson person : people) {
            weeks.each(person.place(), (monday, label) -> rows.row(List.of(person.id(), IsoWeek.text(monday), label)));
        }
        return rows.end();
    }

    private static String known(OptionalDouble number) {
        return number.isPresent() ? CsvForm.CANONICAL.number(number.getAsDouble()) : "";
    }
}
