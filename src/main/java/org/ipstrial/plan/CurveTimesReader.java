package org.ipstrial.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanNumber;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/** Reads when an analysis of times to an event looks at its curves, and in what clusters people come. */
record CurveTimesReader(Fields fields) {

    private static final String AT = "at";
    private static final String TAU = "tau";
    private static final String CLUSTER = "cluster";

    /** No trial lasts longer, in any unit; what is larger is a slip of the pen. */
    private static final double LONGEST = 1e9;

    /** The times at which curves are read, in the unit of the outcome. */
    List<String> at() {
        return fields.get(AT).map(PlanValue::oneOrMore).orElse(List.of()).stream()
                .map(value -> new PlanNumber(value).between(0, LONGEST))
                .flatMap(Optional::stream)
                .map(time -> plain(time.value()))
                .toList();
    }

    /** The time within which restricted means are taken. */
    Optional<Sited<String>> tau() {
        return fields.get(TAU).flatMap(PlanValue::positive).map(time -> new Sited<>(plain(time.value()), time.where()));
    }

    /** The column of clusters. */
    Optional<Sited<String>> cluster() {
        return fields.get(CLUSTER).flatMap(PlanValue::text);
    }

    /** Refuses all of it where nothing is a time, but for the clusters of an adjusted comparison. */
    void check(Vocabulary.Command command, PlannedAnalysis analysis) {
        if (command.takes(OutcomeKind.TIME)) {
            return;
        }
        for (String key : command.comparesOutcomes() ? List.of(AT, TAU) : List.of(AT, TAU, CLUSTER)) {
            fields.get(key).ifPresent(value -> value.refuse(FindingCode.E425, key, command.name()));
        }
        if (!command.comparesOutcomes()) {
            return;
        }
        if (analysis.adjust().isEmpty()) {
            fields.get(CLUSTER)
                    .ifPresent(value -> value.refuse(
                            FindingCode.E426,
                            "cluster is of an adjusted comparison",
                            "'adjust' with covariates",
                            "write it in, or take 'cluster' out"));
        }
        if (analysis.cluster().isEmpty()) {
            analysis.methods().stream()
                    .filter(command.inClusters()::contains)
                    .findFirst()
                    .ifPresent(method -> fields.get("methods")
                            .orElseThrow()
                            .refuse(
                                    FindingCode.E426,
                                    method + " looks at clusters",
                                    "'cluster' with the column of them",
                                    "write it in, or take the method out"));
        }
    }

    private static String plain(double time) {
        return BigDecimal.valueOf(time).stripTrailingZeros().toPlainString();
    }
}
