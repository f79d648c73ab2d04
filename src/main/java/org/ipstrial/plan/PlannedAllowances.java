package org.ipstrial.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Severity;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanWords;

/** The key {@code allow}: habits that trial reports are better without and that this trial has a reason for. */
final class PlannedAllowances {

    private PlannedAllowances() {}

    /** The reasons by code. */
    static Map<FindingCode, String> read(Fields fields) {
        List<FindingCode> lints = Arrays.stream(FindingCode.values())
                .filter(code -> code.severity() == Severity.LINT)
                .toList();
        List<String> known = lints.stream().map(FindingCode::id).toList();
        Map<FindingCode, String> reasons = new EnumMap<>(FindingCode.class);
        for (NamedValue entry : fields.entries("allow")) {
            String name = entry.name().value();
            if (known.contains(name)) {
                entry.value().text().ifPresent(reason -> reasons.put(FindingCode.valueOf(name), reason.value()));
            } else {
                entry.value()
                        .refuse(
                                FindingCode.E320,
                                PlanWords.cut(name),
                                String.join(", ", known),
                                PlanWords.nearest(name, known));
            }
        }
        return reasons;
    }
}
