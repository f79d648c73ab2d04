package org.ipstrial.plan.history;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.Overlap;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.participants.PlannedReading;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code spells}: one row for each stretch of an activity.
 *
 * @param file         the file
 * @param id           the column of pseudonyms
 * @param activity     the column of activities
 * @param start        the column of first days
 * @param end          the column of last days, included; empty where the spell goes on
 * @param hoursPerWeek the column of hours a week
 * @param hourlyWage   the column of wages an hour
 * @param activities   what the codes of activities mean; without it the file holds the activities themselves
 * @param known        the activities that the map names
 * @param overlap      what overlapping spells of one activity mean; without it they are refused
 * @param dropDoubled  whether rows that are wholly alike are one spell
 * @param before       what becomes of spells that begin before randomisation; without it they are refused
 * @param cutLater     whether spells are cut at the data cut; without it later dates are refused
 * @param cutUnseen    whether spells are cut at the day on which a person was last seen; without it later days are refused
 * @param reading      how the file is written
 */
public record PlannedSpells(
        Sited<Path> file,
        Sited<String> id,
        Sited<String> activity,
        Sited<String> start,
        Sited<String> end,
        Sited<String> hoursPerWeek,
        Sited<String> hourlyWage,
        Optional<CodeMap> activities,
        List<String> known,
        Optional<Overlap> overlap,
        boolean dropDoubled,
        Optional<Before> before,
        boolean cutLater,
        boolean cutUnseen,
        PlannedReading reading) {

    /** What becomes of a spell that begins before randomisation. */
    public enum Before {
        /** It does not count at all. */
        EXCLUDE("exclude"),
        /** Its days from randomisation on count. */
        COUNT_FROM_RANDOMISATION("count-from-randomisation");

        private final String id;

        Before(String id) {
            this.id = id;
        }
    }

    /** Copies the activities. */
    public PlannedSpells {
        known = List.copyOf(known);
    }

    static PlannedSpells read(Fields fields, PlanFolder folder) {
        Optional<PlanValue> file = fields.required("file", "the name of the spells CSV");
        List<NamedValue> map = fields.entries("activities");
        List<String> known = map.stream()
                .map(entry -> entry.value().text())
                .flatMap(Optional::stream)
                .map(Sited::value)
                .distinct()
                .toList();
        PlannedSpells spells = new PlannedSpells(
                path(file, folder),
                fields.textOr("id", "id"),
                fields.textOr("activity", "activity"),
                fields.textOr("start", "start"),
                fields.textOr("end", "end"),
                fields.textOr("hours_per_week", "hours_per_week"),
                fields.textOr("hourly_wage", "hourly_wage"),
                map.isEmpty() ? Optional.empty() : Optional.of(CodeMap.plain(map)),
                known,
                fields.word("overlap", words(Overlap.values(), Overlap::id))
                        .map(word -> named(Overlap.values(), Overlap::id, word)),
                fields.word("doubled", List.of("drop")).isPresent(),
                fields.word("before_randomisation", words(Before.values(), before -> before.id))
                        .map(word -> named(Before.values(), before -> before.id, word)),
                fields.word("after_data_cut", List.of("cut")).isPresent(),
                fields.word("after_last_seen", List.of("cut")).isPresent(),
                PlannedReading.of(fields));
        fields.noOthers();
        return spells;
    }

    static Sited<Path> path(Optional<PlanValue> file, PlanFolder folder) {
        return file.flatMap(value -> folder.file(value).map(found -> new Sited<>(found, value.where())))
                .orElse(new Sited<>(Path.of(""), Location.COMMAND_LINE));
    }

    private static <E> List<String> words(E[] values, java.util.function.Function<E, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    private static <E> E named(E[] values, java.util.function.Function<E, String> id, String word) {
        return values[words(values, id).indexOf(word)];
    }
}
