package org.ipstrial.dataexport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.dataset.history.PersonRecord;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.history.PlannedFollowUp;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.Sited;

/** The files of a trial as its plan says that they are written: their columns, their codes, their form. */
public final class TrialFiles {

    private final Plan plan;
    private final List<PersonRecord> people;

    private TrialFiles(Plan plan, List<PersonRecord> people) {
        this.plan = plan;
        this.people = List.copyOf(people);
    }

    /**
     * One file.
     *
     * @param path  where the plan names it
     * @param rows  its rows besides the header
     * @param bytes what stands in it
     */
    public record TrialFile(Path path, int rows, byte[] bytes) {}

    /**
     * Participants, spells and follow-up, as far as the plan names them.
     *
     * @param plan   the plan
     * @param people the people in the order of the rows
     * @throws UnwritableException if a text cannot stand in a file of the plan's form
     */
    public static List<TrialFile> of(Plan plan, List<PersonRecord> people) throws UnwritableException {
        TrialFiles files = new TrialFiles(plan, people);
        List<TrialFile> all = new ArrayList<>(List.of(files.participants()));
        Optional<PlannedSpells> spells = plan.history().spells();
        if (spells.isPresent()) {
            all.add(files.spells(spells.get()));
        }
        Optional<PlannedFollowUp> followUp = plan.history().followUp();
        if (followUp.isPresent()) {
            all.add(files.followUp(followUp.get()));
        }
        return all;
    }

    private TrialFile participants() throws UnwritableException {
        PlannedParticipants planned = plan.participants();
        CsvForm form = CsvForm.of(planned.reading());
        List<String> header = new ArrayList<>(
                List.of(planned.id().value(), planned.arm().column().value()));
        planned.randomisedOn().ifPresent(column -> header.add(column.value()));
        people.stream()
                .findFirst()
                .ifPresent(person -> header.addAll(person.columns().keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (PersonRecord person : people) {
            List<String> row =
                    new ArrayList<>(List.of(person.id(), code(planned.arm().labels(), person.arm())));
            planned.randomisedOn().ifPresent(column -> row.add(form.day(person.randomised())));
            row.addAll(person.columns().values());
            rows.add(row);
        }
        return file(planned.file(), form, header, rows);
    }

    private TrialFile spells(PlannedSpells planned) throws UnwritableException {
        CsvForm form = CsvForm.of(planned.reading());
        List<String> header = List.of(
                planned.id().value(),
                planned.activity().value(),
                planned.start().value(),
                planned.end().value(),
                planned.hoursPerWeek().value(),
                planned.hourlyWage().value());
        List<List<String>> rows = new ArrayList<>();
        for (PersonRecord person : people) {
            for (Spell spell : person.spells()) {
                rows.add(List.of(
                        person.id(),
                        code(planned.activities(), spell.activity()),
                        form.day(spell.firstDay()),
                        spell.lastDay().map(form::day).orElse(""),
                        known(form, spell.hoursPerWeek()),
                        known(form, spell.hourlyWage())));
            }
        }
        return file(planned.file(), form, header, rows);
    }

    private TrialFile followUp(PlannedFollowUp planned) throws UnwritableException {
        CsvForm form = CsvForm.of(planned.reading());
        List<String> header = List.of(
                planned.id().value(),
                planned.lastSeen().value(),
                planned.reason().value());
        List<List<String>> rows = people.stream()
                .map(person -> List.of(
                        person.id(),
                        form.day(person.lastSeen()),
                        code(planned.reasons(), person.end().id())))
                .toList();
        return file(planned.file(), form, header, rows);
    }

    private static TrialFile file(Sited<Path> path, CsvForm form, List<String> header, List<List<String>> rows)
            throws UnwritableException {
        return new TrialFile(path.value(), rows.size(), form.bytes(header, rows));
    }

    private static String known(CsvForm form, OptionalDouble number) {
        return number.isPresent() ? form.number(number.getAsDouble()) : "";
    }

    /** The first code that means a label; the label itself where there are no codes. */
    private static String code(Optional<CodeMap> codes, String label) {
        if (codes.isEmpty()) {
            return label;
        }
        for (Map.Entry<String, String> entry : codes.get().exact().entrySet()) {
            if (entry.getValue().equals(label)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no code means " + label);
    }
}
