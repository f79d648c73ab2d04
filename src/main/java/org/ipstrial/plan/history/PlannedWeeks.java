package org.ipstrial.plan.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.WeekState;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.participants.PlannedReading;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code weeks}: what a register tells of people week by week.
 *
 * @param file       the file; gzip is unpacked on the way
 * @param id         the column of pseudonyms
 * @param week       the column of weeks of a long file
 * @param code       the column of codes of a long file
 * @param wide       whether each week has a column, named as the week
 * @param codes      what the codes mean: an activity or the word of a {@link WeekState}; others are refused
 * @param activities the activities among them
 * @param withoutRow what it means that no row, or an empty cell, tells of a week
 * @param reading    how the file is written
 */
public record PlannedWeeks(
        Sited<Path> file,
        Sited<String> id,
        Sited<String> week,
        Sited<String> code,
        boolean wide,
        CodeMap codes,
        List<String> activities,
        WeekState withoutRow,
        PlannedReading reading) {

    /** More activities than a byte for each week can tell apart. */
    private static final int MOST_ACTIVITIES = 100;

    /** Copies the activities. */
    public PlannedWeeks {
        activities = List.copyOf(activities);
    }

    static PlannedWeeks read(Fields fields, PlanFolder folder) {
        Optional<PlanValue> file = fields.required("file", "the name of the CSV of weeks");
        Optional<PlanValue> map =
                fields.required("codes", "what each code means; a code that is not mapped is refused");
        List<NamedValue> entries = map.map(PlanValue::entries).orElse(List.of());
        List<String> activities = new ArrayList<>();
        entries.forEach(entry -> entry.value().text().map(Sited::value).ifPresent(label -> {
            if (!WeekState.ids().contains(label) && !activities.contains(label)) {
                activities.add(label);
            }
        }));
        if (activities.size() > MOST_ACTIVITIES) {
            map.orElseThrow()
                    .refuse(
                            FindingCode.E413,
                            activities.size() + " activities",
                            "at most " + MOST_ACTIVITIES + " in a file of weeks");
        }
        Optional<WeekState> withoutRow = fields.required(
                        "without_row",
                        "what it means that no row tells of a week: " + String.join(", ", WeekState.ids()))
                .flatMap(value -> value.word(WeekState.ids()))
                .map(word -> WeekState.values()[WeekState.ids().indexOf(word.value())]);
        PlannedWeeks weeks = new PlannedWeeks(
                PlannedSpells.path(file, folder),
                fields.textOr("id", "id"),
                fields.textOr("week", "week"),
                fields.textOr("code", "code"),
                fields.word("layout", List.of("long", "wide")).equals(Optional.of("wide")),
                CodeMap.plain(entries),
                activities,
                withoutRow.orElse(WeekState.NOT_OBSERVED),
                PlannedReading.of(fields));
        fields.noOthers();
        return weeks;
    }
}
