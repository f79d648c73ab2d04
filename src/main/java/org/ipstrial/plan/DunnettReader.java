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
        if (analysis.multiplicity().filter(vocabulary.ofMeans()::equals).isEmpty()) {
            return;
        }
        Optional<String> binary = analysis.outcomes().stream()
                .map(Sited::value)
                .filter(name -> outcomes.stream()
                        .anyMatch(outcome -> outcome.name().value().equals(name)
                                && outcome.kind()
                                        .filter(kind -> kind == OutcomeKind.BINARY)
                                        .isPresent()))
                .findFirst();
        if (!command.tests() || command.takes(OutcomeKind.TIME)) {
            refuse(fields, command.name());
        } else if (binary.isPresent()) {
            refuse(fields, "the yes/no outcome '" + binary.get() + "'");
        } else if (analysis.contrasts().filter("all"::equals).isPresent()) {
            refuse(fields, "'contrasts: all'");
        }
    }

    private static void refuse(Fields fields, String what) {
        fields.get("multiplicity").orElseThrow().refuse(FindingCode.E431, what);
    }
}
