package org.ipstrial.plan.participants;

import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code participants.amounts}: a column of numbers that were known at the start.
 *
 * @param name   its name in results and options
 * @param column its name in the file
 * @param label  its name for people
 * @param unit   its unit, if the plan says it
 */
public record PlannedAmount(String name, Sited<String> column, String label, Optional<String> unit) {

    static Optional<PlannedAmount> read(NamedValue entry, List<PlannedColumn> columns, List<String> units) {
        String name = entry.name().value();
        if (columns.stream().anyMatch(column -> column.name().equals(name))) {
            entry.value()
                    .refuse(
                            FindingCode.E426,
                            "'" + PlanWords.cut(name) + "' stands under columns already",
                            "each name once",
                            "name one of the two otherwise");
        }
        return entry.value().fields().map(fields -> read(name, fields, units));
    }

    private static PlannedAmount read(String name, Fields fields, List<String> units) {
        Sited<String> column = fields.textOr("column", name);
        String label = fields.textOr("label", name).value();
        Optional<String> unit = fields.word("unit", units);
        fields.noOthers();
        return new PlannedAmount(name, column, label, unit);
    }
}
