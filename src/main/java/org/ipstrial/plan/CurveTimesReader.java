package org.ipstrial.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanNumber;
import org.ipstrial.plan.yaml.PlanValue;

/** Reads when an analysis of times to an event looks at its curves. */
record CurveTimesReader(Fields fields) {

    private static final String AT = "at";
    private static final String TAU = "tau";

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
    Optional<String> tau() {
        return fields.get(TAU).flatMap(PlanValue::positive).map(time -> plain(time.value()));
    }

    /** Refuses both where nothing is a time. */
    void check(Vocabulary.Command command) {
        if (!command.takes(OutcomeKind.TIME)) {
            for (String key : List.of(AT, TAU)) {
                fields.get(key).ifPresent(value -> value.refuse(FindingCode.E425, key, command.name()));
            }
        }
    }

    private static String plain(double time) {
        return BigDecimal.valueOf(time).stripTrailingZeros().toPlainString();
    }
}
