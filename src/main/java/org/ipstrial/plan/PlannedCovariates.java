package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/** The keys {@code baseline} and {@code adjust}: what was known of everybody at the start. */
final class PlannedCovariates {

    private PlannedCovariates() {}

    /** The names of the covariates, each a column or an amount of the participants and none twice. */
    static List<Sited<String>> read(String key, PlanValue value, PlannedParticipants participants) {
        List<String> known = new ArrayList<>();
        participants.columns().forEach(column -> known.add(column.name()));
        participants.amounts().forEach(amount -> known.add(amount.name()));
        List<Sited<String>> covariates = new ArrayList<>();
        for (Sited<String> name : value.texts()) {
            if (!known.contains(name.value())) {
                value.refuse(
                        FindingCode.E418,
                        "column of labels or amount",
                        PlanWords.cut(name.value()),
                        known.isEmpty() ? "those under participants: columns and amounts" : String.join(", ", known),
                        known.isEmpty() ? "describe it there" : PlanWords.nearest(name.value(), known));
            } else if (covariates.stream().anyMatch(other -> other.value().equals(name.value()))) {
                value.refuse(
                        FindingCode.E426,
                        key + " names '" + PlanWords.cut(name.value()) + "' twice",
                        "each covariate once",
                        "take one out");
            } else {
                covariates.add(name);
            }
        }
        return covariates;
    }
}
