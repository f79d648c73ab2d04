package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code analysis_sets}: some of the people who were randomised.
 *
 * @param name    its name in results
 * @param where   the levels that its people are at, by column
 * @param started whether only those who started what they were randomised to are in it
 */
public record PlannedSet(Sited<String> name, List<Levels> where, boolean started) {

    /** Names that mean something else in results. */
    private static final List<String> TAKEN = List.of("all-randomised", "all-rows", "workers-only");

    /** Copies the levels. */
    public PlannedSet {
        where = List.copyOf(where);
    }

    /** Reads all sets; one that is refused is left out. */
    static List<PlannedSet> readAll(List<NamedValue> entries, PlannedParticipants participants) {
        List<PlannedSet> sets = new ArrayList<>();
        for (NamedValue entry : entries) {
            if (TAKEN.contains(entry.name().value())) {
                entry.value()
                        .refuse(
                                FindingCode.E426,
                                "'" + entry.name().value() + "' is the name of a set that every trial has",
                                "a name of its own",
                                "name it otherwise");
            }
            entry.value()
                    .fields()
                    .map(fields -> read(entry.name(), fields, participants))
                    .ifPresent(sets::add);
        }
        return sets;
    }

    private static PlannedSet read(Sited<String> name, Fields fields, PlannedParticipants participants) {
        List<Levels> where = fields.entries("where").stream()
                .map(entry -> Levels.read(entry, participants))
                .toList();
        Optional<String> started = fields.word("started", List.of("only"));
        if (started.isPresent() && participants.started().isEmpty()) {
            fields.get("started")
                    .orElseThrow()
                    .refuse(
                            FindingCode.E426,
                            "nothing tells who started",
                            "participants.started, the yes/no column of it",
                            "name the column there");
        }
        if (where.isEmpty() && started.isEmpty()) {
            fields.self()
                    .refuse(
                            FindingCode.E426,
                            "'" + PlanWords.cut(name.value()) + "' leaves nobody out",
                            "where, or started: only",
                            "say who is in it; without a set everybody randomised is analysed");
        }
        fields.noOthers();
        return new PlannedSet(name, where, started.isPresent());
    }

    /** Who is in it, in words. */
    public String words() {
        List<String> words = new ArrayList<>();
        where.forEach(levels -> words.add("where " + levels.text()));
        if (started) {
            words.add("only those who started, which nobody knew at randomisation");
        }
        return String.join("; ", words);
    }
}
