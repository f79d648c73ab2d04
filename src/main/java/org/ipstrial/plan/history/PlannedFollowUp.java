package org.ipstrial.plan.history;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.outcome.AfterEnd;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlanFolder;
import org.ipstrial.plan.participants.PlannedReading;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * The section {@code follow_up}: one row for each person, who was seen until when, and why not longer.
 *
 * @param file     the file
 * @param id       the column of pseudonyms
 * @param lastSeen the column of the last day of which anything is known
 * @param reason   the column of reasons
 * @param reasons  what the codes of reasons mean; without it the file holds the six words
 * @param after    what is known after a death, an emigration and a pension; required where they occur
 * @param reading  how the file is written
 */
public record PlannedFollowUp(
        Sited<Path> file,
        Sited<String> id,
        Sited<String> lastSeen,
        Sited<String> reason,
        Optional<CodeMap> reasons,
        Map<EndOfFollowUp, AfterEnd> after,
        PlannedReading reading) {

    /** Copies the rules. */
    public PlannedFollowUp {
        after = Map.copyOf(after);
    }

    static PlannedFollowUp read(Fields fields, PlanFolder folder) {
        Optional<PlanValue> file = fields.required("file", "the name of the follow-up CSV");
        List<NamedValue> map = fields.entries("reasons");
        map.forEach(entry -> entry.value().word(EndOfFollowUp.ids()));
        Map<EndOfFollowUp, AfterEnd> after = new EnumMap<>(EndOfFollowUp.class);
        fields.get("after").flatMap(PlanValue::fields).ifPresent(rules -> {
            for (EndOfFollowUp end : EndOfFollowUp.values()) {
                if (end.needsRule()) {
                    List<String> words =
                            Arrays.stream(AfterEnd.values()).map(AfterEnd::id).toList();
                    rules.word(end.id(), words)
                            .ifPresent(word -> after.put(end, AfterEnd.values()[words.indexOf(word)]));
                }
            }
            rules.noOthers();
        });
        PlannedFollowUp followUp = new PlannedFollowUp(
                PlannedSpells.path(file, folder),
                fields.textOr("id", "id"),
                fields.textOr("last_seen", "last_seen"),
                fields.textOr("reason", "reason"),
                map.isEmpty() ? Optional.empty() : Optional.of(CodeMap.plain(map)),
                after,
                PlannedReading.of(fields));
        fields.noOthers();
        return followUp;
    }
}
