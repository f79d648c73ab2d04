package org.ipstrial.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * The levels of one column to keep.
 *
 * @param column the column
 * @param levels the levels, each where the plan names it
 */
public record Levels(Sited<String> column, List<Sited<String>> levels) {

    /** Copies the levels. */
    public Levels {
        levels = List.copyOf(levels);
    }

    /** Reads an entry of {@code where}; a level that the column's codes do not have is refused. */
    static Levels read(NamedValue entry, PlannedParticipants participants) {
        List<Sited<String>> levels = entry.value().texts();
        participants.column(entry.name().value()).flatMap(PlannedColumn::codes).ifPresent(codes -> {
            for (Sited<String> level : levels) {
                if (!codes.labels().contains(level.value())) {
                    entry.value()
                            .refuse(
                                    FindingCode.E418,
                                    "level of " + PlanWords.cut(entry.name().value()),
                                    PlanWords.cut(level.value()),
                                    String.join(", ", codes.labels()),
                                    PlanWords.nearest(level.value(), codes.labels()));
                }
            }
        });
        return new Levels(entry.name(), levels);
    }

    /** The levels as {@code --where} writes them. */
    public String text() {
        return column.value() + "=" + levels.stream().map(Sited::value).collect(Collectors.joining("|"));
    }
}
