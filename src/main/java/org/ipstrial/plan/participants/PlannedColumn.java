package org.ipstrial.plan.participants;

import java.util.List;
import java.util.Optional;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * One entry of {@code participants.columns}: a column of labels.
 *
 * @param name   its name in results and options
 * @param column its name in the file
 * @param label  its name for people
 * @param codes  what its codes mean; without it the file holds the labels themselves
 */
public record PlannedColumn(String name, Sited<String> column, String label, Optional<CodeMap> codes) {

    static Optional<PlannedColumn> read(NamedValue entry) {
        return entry.value().fields().map(fields -> read(entry.name().value(), fields));
    }

    private static PlannedColumn read(String name, Fields fields) {
        Sited<String> column = fields.textOr("column", name);
        String label = fields.textOr("label", name).value();
        Optional<List<NamedValue>> codes = fields.get("codes").map(PlanValue::entries);
        fields.noOthers();
        return new PlannedColumn(name, column, label, codes.map(CodeMap::read));
    }
}
