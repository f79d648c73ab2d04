package org.ipstrial.dataimport.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.column.DateColumn;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.column.OutcomeColumn;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.history.PlannedSpells;
import org.ipstrial.plan.yaml.Sited;

/** Reads the spells of everybody. */
final class SpellsFile {

    private static final double MANY_HOURS = 80;
    private static final double HOURS_OF_A_WEEK = 168;

    private final PlannedSpells plan;
    private final LinkedTable linked;
    private final Findings findings;

    private SpellsFile(PlannedSpells plan, LinkedTable linked, Findings findings) {
        this.plan = plan;
        this.linked = linked;
        this.findings = findings;
    }

    /**
     * What was read.
     *
     * @param file   the file
     * @param people for each spell the participant's place
     * @param spells the spells in file order, as they stand there
     * @param lines  for each spell its row
     * @param start  the column of first days, for messages
     * @param end    the column of last days, for messages
     */
    record ReadSpells(
            ReadFile file,
            List<Integer> people,
            List<Spell> spells,
            List<Integer> lines,
            RawColumn start,
            RawColumn end) {}

    /** Opens the file. */
    static LinkedTable open(HistoryRequest request, People people, Findings findings) {
        PlannedSpells plan = request.history().spells().orElseThrow();
        List<Sited<String>> columns = new ArrayList<>(List.of(plan.activity(), plan.start(), plan.end()));
        if (request.needsHours()) {
            columns.add(plan.hoursPerWeek());
        }
        if (request.needsWages()) {
            columns.add(plan.hourlyWage());
        }
        List<Sited<String>> more = request.whole() ? List.of(plan.hoursPerWeek(), plan.hourlyWage()) : List.of();
        return LinkedTable.of(plan.file(), plan.reading(), plan.id(), columns, more, people, findings);
    }

    /** Reads the rows; those that are refused are told and left out. */
    static ReadSpells read(HistoryRequest request, LinkedTable linked, People people, Findings findings) {
        PlannedSpells plan = request.history().spells().orElseThrow();
        return new SpellsFile(plan, linked, findings).rows(request, linked.people(people, findings));
    }

    private ReadSpells rows(HistoryRequest request, int[] people) {
        RawColumn activity = linked.column(plan.activity());
        RawColumn start = linked.column(plan.start());
        RawColumn end = linked.column(plan.end());
        List<String> activities = Labels.read(activity, plan.activities(), linked.missing(), findings);
        OptionalLong[] first = DateColumn.read(start, plan.reading().dates(), linked.missing(), findings);
        OptionalLong[] last = DateColumn.read(end, plan.reading().dates(), linked.missing(), findings);
        double[] hours = amounts(plan.hoursPerWeek(), request.needsHours());
        // Where nobody was paid, all of them are missing and none is wanted.
        double[] wages = amounts(plan.hourlyWage(), request.needsWagesOf(activities));
        checkHours(hours);
        ReadSpells read = new ReadSpells(
                linked.read().of(people), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), start, end);
        for (int row = 0; row < activity.rows(); row++) {
            if (activities.get(row) == null && linked.missing().isMissing(activity.cell(row))) {
                findings.add(FindingCode.E272, activity.at(row), "activity");
            }
            if (first[row].isEmpty() && linked.missing().isMissing(start.cell(row))) {
                findings.add(FindingCode.E272, start.at(row), "first day");
            }
            if (people[row] < 0 || activities.get(row) == null || first[row].isEmpty()) {
                continue;
            }
            if (last[row].isPresent() && last[row].getAsLong() < first[row].getAsLong()) {
                findings.add(FindingCode.E253, end.at(row));
                continue;
            }
            read.people().add(people[row]);
            read.lines().add(row);
            read.spells()
                    .add(new Spell(
                            activities.get(row),
                            first[row].getAsLong(),
                            last[row].orElse(Spell.OPEN),
                            known(hours, row),
                            known(wages, row)));
        }
        return read;
    }

    private double[] amounts(Sited<String> name, boolean wanted) {
        if (!linked.has(name) || !wanted && linked.isAllMissing(name)) {
            return new double[0];
        }
        RawColumn column = linked.column(name);
        OutcomeRequest request = new OutcomeRequest(name.value(), Optional.of(OutcomeKind.AMOUNT), Optional.empty());
        return OutcomeColumn.read(column, request, linked.options().decimal(), linked.missing(), findings)
                .map(ReadOutcome::amounts)
                .orElse(new double[0]);
    }

    private void checkHours(double[] hours) {
        long many = 0;
        long none = 0;
        int firstOfMany = 0;
        int firstOfNone = 0;
        for (int row = 0; row < hours.length; row++) {
            RawColumn column = linked.column(plan.hoursPerWeek());
            if (hours[row] > HOURS_OF_A_WEEK) {
                findings.add(
                        FindingCode.E231,
                        column.at(row),
                        Shown.value(column.cell(row)),
                        "correct it, or declare it missing under reading in the plan");
            } else if (hours[row] > MANY_HOURS) {
                firstOfMany = many++ == 0 ? row : firstOfMany;
            } else if (hours[row] == 0) {
                firstOfNone = none++ == 0 ? row : firstOfNone;
            }
        }
        if (many > 0) {
            findings.add(
                    FindingCode.W231, linked.column(plan.hoursPerWeek()).at(firstOfMany), Shown.number(many, "spell"));
        }
        if (none > 0) {
            findings.add(
                    FindingCode.W232, linked.column(plan.hoursPerWeek()).at(firstOfNone), Shown.number(none, "spell"));
        }
    }

    private static OptionalDouble known(double[] amounts, int row) {
        return amounts.length == 0 || Double.isNaN(amounts[row])
                ? OptionalDouble.empty()
                : OptionalDouble.of(amounts[row]);
    }
}
