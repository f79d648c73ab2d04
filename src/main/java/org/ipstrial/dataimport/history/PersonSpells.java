package org.ipstrial.dataimport.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ipstrial.dataimport.history.SpellsFile.ReadSpells;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Overlap;
import org.ipstrial.plan.history.PlannedSpells;

/** The spells of one person, checked against each other, their randomisation, their follow-up and the data cut. */
final class PersonSpells {

    private static final double HOURS_OF_A_WEEK = 168;

    /**
     * A spell with its row.
     *
     * @param told  as it stands in the file
     * @param spell as far as it counts
     */
    private record Row(Spell told, Spell spell, int row) {}

    private final HistoryRequest request;
    private final PlannedSpells plan;
    private final ReadSpells read;
    private final Findings findings;
    private long doubled;
    private int firstDoubled = Integer.MAX_VALUE;
    private long beyondSeen;
    private int firstBeyondSeen = Integer.MAX_VALUE;

    PersonSpells(HistoryRequest request, ReadSpells read, Findings findings) {
        this.request = request;
        this.plan = request.history().spells().orElseThrow();
        this.read = read;
        this.findings = findings;
    }

    /**
     * The spells that count of one person.
     *
     * @param indices    which of the spells of the file are theirs
     * @param randomised the day of randomisation
     * @param followUp   how long they were followed, where there is a file of it
     */
    List<Spell> of(List<Integer> indices, long randomised, Optional<FollowUp> followUp) {
        List<Row> rows = new ArrayList<>();
        for (int index : indices) {
            Spell told = read.spells().get(index);
            fit(new Row(told, told, read.lines().get(index)), randomised, followUp)
                    .ifPresent(rows::add);
        }
        rows.sort(Comparator.comparing(Row::spell, Spell.ORDER).thenComparingInt(Row::row));
        return joined(withoutDoubled(rows));
    }

    /** Tells of the spells that were left out as told twice, and of those that end after the person was lost. */
    void report() {
        if (doubled > 0) {
            findings.add(FindingCode.W255, read.start().at(firstDoubled), Shown.number(doubled, "spell"));
        }
        if (beyondSeen > 0) {
            findings.add(FindingCode.W256, read.end().at(firstBeyondSeen), Shown.number(beyondSeen, "spell"));
        }
    }

    /** The spell as far as it counts; nothing where none of it does. */
    private Optional<Row> fit(Row row, long randomised, Optional<FollowUp> followUp) {
        Spell spell = row.spell();
        long cut = request.history().dataCut().orElseThrow().value().toEpochDay();
        if (!plan.cutLater()) {
            afterCut(spell.first() > cut, row, read.start());
            afterCut(spell.last() != Spell.OPEN && spell.last() > cut, row, read.end());
        }
        if (spell.first() > cut) {
            return Optional.empty();
        }
        if (plan.cutUnseen()) {
            if (followUp.filter(seen -> spell.first() > seen.lastSeen()).isPresent()) {
                return Optional.empty();
            }
        } else {
            followUp.ifPresent(seen -> againstFollowUp(row, seen));
        }
        long first = spell.first();
        if (first < randomised) {
            if (plan.before().isEmpty()) {
                findings.add(FindingCode.E250, read.start().at(row.row()), Shown.number(randomised - first, "day"));
            }
            boolean counts = plan.before().equals(Optional.of(PlannedSpells.Before.COUNT_FROM_RANDOMISATION))
                    && spell.last() >= randomised;
            if (!counts) {
                return Optional.empty();
            }
            first = randomised;
        }
        long last = Math.min(spell.last(), cut);
        return Optional.of(new Row(
                spell, new Spell(spell.activity(), first, last, spell.hoursPerWeek(), spell.hourlyWage()), row.row()));
    }

    private void afterCut(boolean later, Row row, RawColumn column) {
        if (later) {
            findings.add(
                    FindingCode.E251,
                    column.at(row.row()),
                    Shown.value(column.cell(row.row())),
                    request.history().dataCut().orElseThrow().value());
        }
    }

    private void againstFollowUp(Row row, FollowUp seen) {
        String file = String.valueOf(
                request.history().followUp().orElseThrow().file().value().getFileName());
        boolean endsLater = row.spell().last() != Spell.OPEN && row.spell().last() > seen.lastSeen();
        if (seen.idleAfter() && endsLater) {
            findings.add(FindingCode.E256, read.end().at(row.row()), FollowUpFile.words(seen.end()), seen.line(), file);
        } else if (row.spell().first() > seen.lastSeen()) {
            findings.add(FindingCode.E257, read.start().at(row.row()), seen.line(), file);
        } else if (endsLater && seen.breaksOff()) {
            beyondSeen++;
            firstBeyondSeen = Math.min(firstBeyondSeen, row.row());
        }
    }

    private List<Row> withoutDoubled(List<Row> rows) {
        if (!plan.dropDoubled()) {
            return rows;
        }
        List<Row> kept = new ArrayList<>();
        // Two jobs that began before randomisation may be alike only from then on.
        Set<Spell> told = new HashSet<>();
        for (Row row : rows) {
            if (told.add(row.told())) {
                kept.add(row);
            } else {
                doubled++;
                firstDoubled = Math.min(firstDoubled, row.row());
            }
        }
        return kept;
    }

    /** Sorted spells, those that overlap joined or told as the plan's rule says. */
    private List<Spell> joined(List<Row> rows) {
        List<Spell> joined = new ArrayList<>();
        Row longest = null;
        List<Spell> running = new ArrayList<>();
        for (Row row : rows) {
            Spell spell = row.spell();
            boolean overlaps = longest != null
                    && longest.spell().activity().equals(spell.activity())
                    && spell.first() <= longest.spell().last();
            if (!overlaps) {
                joined.add(spell);
                longest = row;
                running.clear();
                running.add(spell);
                continue;
            }
            // Of a chain only those count together that run at the same time.
            running.removeIf(earlier -> earlier.last() < spell.first());
            running.add(spell);
            overlap(longest, row, running);
            if (plan.overlap().equals(Optional.of(Overlap.MERGE))) {
                Spell before = joined.remove(joined.size() - 1);
                joined.add(new Spell(
                        spell.activity(),
                        before.first(),
                        Math.max(before.last(), spell.last()),
                        before.hoursPerWeek(),
                        before.hourlyWage()));
            } else {
                joined.add(spell);
            }
            longest = spell.last() > longest.spell().last() ? row : longest;
        }
        return joined;
    }

    private void overlap(Row before, Row row, List<Spell> running) {
        long line = read.start().line(before.row());
        double hours = running.stream()
                .mapToDouble(spell -> spell.hoursPerWeek().orElse(0))
                .sum();
        if (plan.overlap().isEmpty()) {
            boolean alike = before.told().equals(row.told());
            findings.add(
                    FindingCode.E254,
                    read.start().at(row.row()),
                    line,
                    alike ? ", and is wholly like it" : "",
                    alike
                            ? "write doubled: drop under spells in the plan, if it was exported twice"
                            : "write overlap: merge, sum or max under spells in the plan");
        } else if (plan.overlap().get() == Overlap.MERGE
                && !(same(before.spell().hoursPerWeek(), row.spell().hoursPerWeek())
                        && same(before.spell().hourlyWage(), row.spell().hourlyWage()))) {
            findings.add(
                    FindingCode.E254,
                    read.start().at(row.row()),
                    line,
                    ", with other hours or another wage",
                    "correct one, or write overlap: sum or max under spells in the plan");
        } else if (plan.overlap().get() == Overlap.SUM && hours > HOURS_OF_A_WEEK) {
            findings.add(
                    FindingCode.E231,
                    read.start().at(row.row()),
                    "with the spells that it overlaps "
                            + BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString(),
                    "correct one of them, or write overlap: max under spells in the plan");
        }
    }

    private static boolean same(OptionalDouble one, OptionalDouble other) {
        return one.equals(other);
    }
}
