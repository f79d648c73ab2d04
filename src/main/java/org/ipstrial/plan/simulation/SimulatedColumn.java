package org.ipstrial.plan.simulation;

import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;

/**
 * One entry of {@code simulation.columns}: a label column of the participants.
 *
 * @param name   its name in the plan
 * @param column its name in the file
 * @param codes  the codes as they stand in the file, with how often each turns up
 */
public record SimulatedColumn(String name, String column, Weighted<String> codes) {

    static Optional<SimulatedColumn> read(NamedValue entry, Optional<PlannedColumn> described) {
        String name = entry.name().value();
        Optional<CodeMap> known = described.flatMap(PlannedColumn::codes);
        String column = described.map(planned -> planned.column().value()).orElse(name);
        return Weighted.read(entry.value(), code -> code(code, known))
                .map(codes -> new SimulatedColumn(name, column, codes));
    }

    private static Optional<String> code(NamedValue entry, Optional<CodeMap> known) {
        String code = entry.name().value();
        if (known.isPresent() && known.get().label(code).isEmpty()) {
            entry.value()
                    .refuse(
                            FindingCode.E412,
                            PlanWords.cut(code),
                            "the codes of the column: "
                                    + String.join(", ", known.get().codes()),
                            PlanWords.nearest(code, known.get().codes()));
            return Optional.empty();
        }
        return Optional.of(code);
    }
}
