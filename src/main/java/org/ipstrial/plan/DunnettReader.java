package org.ipstrial.plan;

import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.Sited;

/**
 * Checks that an analysis asks for Dunnett's adjustment only where it means something, as far as the plan alone tells.
 *
 * @param vocabulary the adjustment that needs the means of all arms
 * @param outcomes   the outcomes of the plan
 */
record DunnettReader(Vocabulary vocabulary, List<PlannedOutcome> outcomes) {

    void check(Vocabulary.Command command, PlannedAnalysis analysis, Fields fields) {
        boolean all = analysis.contrasts().filter("all"::equals).isPresent();
        if (analysis.multiplicity().filter(vocabulary.ofMeans()::equals).isEmpty()) {
            analysis.methods().stream()
                    .filter(method -> all && method.endsWith("+" + vocabulary.ofMeans()))
                    .findFirst()
                    .ifPresent(method -> refuse(fields, "methods", "'contrasts: all'"));
            return;
        }
        Optional<PlannedOutcome> noAmount = analysis.outcomes().stream()
                .map(Sited::value)
                .flatMap(name -> outcomes.stream()
                        .filter(outcome -> outcome.name().value().equals(name)
                                && outcome.kind()
                                        .filter(kind -> kind == OutcomeKind.BINARY || kind == OutcomeKind.ORDINAL)
                                        .isPresent()))
                .findFirst();
        if (!command.tests() || command.takes(OutcomeKind.TIME)) {
            refuse(fields, "multiplicity", command.name());
        } else if (noAmount.isPresent()) {
            boolean levels = noAmount.get().kind().equals(Optional.of(OutcomeKind.ORDINAL));
            refuse(
                    fields,
                    "multiplicity",
                    "the " + (levels ? "ordered" : "yes/no") + " outcome '"
                            + noAmount.get().name().value() + "'");
        } else if (all) {
            refuse(fields, "multiplicity", "'contrasts: all'");
        }
    }

    private static void refuse(Fields fields, String key, String what) {
        fields.get(key).orElseThrow().refuse(FindingCode.E431, what);
    }
}
