package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** The key {@code baseline}: what describes the arms at the start. */
final class PlannedBaseline {

    private PlannedBaseline() {}

    /** The names of the covariates, each a column or an amount of the participants and none twice. */
    static List<Sited<String>> read(PlanValue value, PlannedParticipants participants) {
        List<String> known = new ArrayList<>();
        participants.columns().forEach(column -> known.add(column.name()));
        participants.amounts().forEach(amount -> known.add(amount.name()));
        List<Sited<String>> baseline = new ArrayList<>();
        for (Sited<String> name : value.texts()) {
            if (!known.contains(name.value())) {
                value.refuse(
                        FindingCode.E418,
                        "column of labels or amount",
                        PlanWords.cut(name.value()),
                        known.isEmpty() ? "those under participants: columns and amounts" : String.join(", ", known),
                        known.isEmpty() ? "describe it there" : PlanWords.nearest(name.value(), known));
            } else if (baseline.stream().anyMatch(other -> other.value().equals(name.value()))) {
                value.refuse(
                        FindingCode.E426,
                        "baseline names '" + PlanWords.cut(name.value()) + "' twice",
                        "each covariate once",
                        "take one out");
            } else {
                baseline.add(name);
            }
        }
        return baseline;
    }
}
