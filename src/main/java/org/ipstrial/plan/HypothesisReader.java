package org.ipstrial.plan;

import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.Sited;

/**
 * Checks what an analysis tests, as far as the plan alone tells.
 *
 * @param vocabulary the measures that a margin can be of
 * @param outcomes   the outcomes of the plan
 */
record HypothesisReader(Vocabulary vocabulary, List<PlannedOutcome> outcomes) {

    void check(Vocabulary.Command command, PlannedAnalysis analysis, Fields fields) {
        for (String key : List.of("alternative", "margin")) {
            fields.get(key)
                    .filter(any -> !(key.equals("alternative")
                            && command.testsTargets()
                            && analysis.target().isPresent()))
                    .filter(any -> !command.tests() || command.takes(OutcomeKind.TIME))
                    .ifPresent(value -> value.refuse(FindingCode.E425, key, command.name()));
        }
        boolean oneSided = analysis.alternative()
                .filter(word -> !word.equals(vocabulary.alternatives().get(0)))
                .isPresent();
        if (oneSided && analysis.level().map(Double::parseDouble).orElse(1.0) <= 0.5) {
            fields.get("level")
                    .orElseThrow()
                    .refuse(
                            FindingCode.E413,
                            analysis.level().orElseThrow(),
                            "a level above 0.5, since limits look at one side");
        }
        if (analysis.margin().isPresent() && command.tests() && !command.takes(OutcomeKind.TIME)) {
            margin(fields.get("margin").orElseThrow(), analysis);
        }
    }

    private void margin(PlanValue value, PlannedAnalysis analysis) {
        List<Vocabulary.Scale> named = vocabulary.scales().stream()
                .filter(scale ->
                        analysis.methods().stream().anyMatch(method -> method.startsWith(scale.measure() + ":")))
                .toList();
        List<PlannedOutcome> asked = outcomes.stream()
                .filter(outcome -> analysis.outcomes().stream()
                        .map(Sited::value)
                        .anyMatch(outcome.name().value()::equals))
                .toList();
        List<OutcomeKind> kinds = asked.stream()
                .map(PlannedOutcome::kind)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (named.size() > 1 || named.isEmpty() && kinds.size() > 1) {
            value.refuse(
                    FindingCode.E426,
                    "the margin has no one scale",
                    "outcomes of one kind, or 'methods' of one measure",
                    "make an analysis of each");
            return;
        }
        Optional<Vocabulary.Scale> scale = named.isEmpty()
                ? vocabulary.scales().stream()
                        .filter(any -> any.defaults().stream().anyMatch(kinds::contains))
                        .findFirst()
                : Optional.of(named.get(0));
        scale.ifPresent(of -> {
            long units = asked.stream().map(PlannedOutcome::unit).distinct().count();
            if (kinds.equals(List.of(OutcomeKind.AMOUNT)) && of.inUnits() && units > 1) {
                value.refuse(
                        FindingCode.E426,
                        "the margin is of outcomes in several units",
                        "outcomes in one unit",
                        "make an analysis of each");
            } else if (!kinds.isEmpty() && of.kinds().stream().noneMatch(kinds::contains)) {
                value.refuse(
                        FindingCode.E426,
                        "the margin is of " + of.measure() + ", which no outcome here has",
                        "'methods' of a measure of it",
                        "name another, or leave the margin out");
            } else if (!of.holds().test(Double.parseDouble(analysis.margin().orElseThrow()))) {
                value.refuse(FindingCode.E413, analysis.margin().orElseThrow(), of.wanted());
            }
        });
    }
}
