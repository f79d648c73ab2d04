package org.ipstrial.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * Checks what a plan says of outcomes of ordered levels: their levels, and by which methods they are analysed.
 *
 * @param outcomes the outcomes of the plan
 */
record LevelsReader(List<PlannedOutcome> outcomes) {

    private static final String KEY = "levels";

    private static final int FEWEST = 2;
    private static final int MOST = 20;

    /** The levels of an outcome, the lowest first; none where it is of another kind, or they are refused. */
    static List<String> levels(Fields fields, Optional<OutcomeKind> kind) {
        Optional<PlanValue> given = fields.get(KEY);
        if (given.isEmpty()) {
            return List.of();
        }
        PlanValue value = given.get();
        if (!kind.equals(Optional.of(OutcomeKind.ORDINAL))) {
            value.refuse(
                    FindingCode.E425,
                    KEY,
                    kind.map(PlannedOutcome::words).orElse("an outcome without 'kind: ordinal'"));
            return List.of();
        }
        List<Sited<String>> names = value.texts();
        Set<String> seen = new HashSet<>();
        List<String> levels = new ArrayList<>();
        for (Sited<String> name : names) {
            if (!seen.add(worth(name.value()))) {
                value.refuse(
                        FindingCode.E426,
                        "levels name '" + PlanWords.cut(name.value()) + "' twice",
                        "each level once, the lowest first",
                        "take one out");
                return List.of();
            }
            levels.add(name.value());
        }
        if (levels.size() < FEWEST || levels.size() > MOST) {
            value.refuse(
                    FindingCode.E426,
                    "levels are " + levels.size(),
                    FEWEST + " to " + MOST + " of them, the lowest first",
                    levels.size() < FEWEST ? "write all of them" : "read so many as 'kind: amount'");
            return List.of();
        }
        return levels;
    }

    /** A number by what it is worth, a word as it stands. */
    private static String worth(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Whether an analysis asks of ordered levels. */
    boolean isAsked(PlannedAnalysis analysis) {
        return asked(analysis).stream().anyMatch(LevelsReader::isOfLevels);
    }

    private List<PlannedOutcome> asked(PlannedAnalysis analysis) {
        return outcomes.stream()
                .filter(outcome -> analysis.outcomes().stream()
                        .anyMatch(name -> name.value().equals(outcome.name().value())))
                .toList();
    }

    private static boolean isOfLevels(PlannedOutcome outcome) {
        return outcome.kind().equals(Optional.of(OutcomeKind.ORDINAL));
    }

    /** Where all outcomes are of ordered levels, so must the methods be; and nobody had the event that a share is stated of. */
    void check(Vocabulary.Command command, PlannedAnalysis analysis, Fields fields) {
        if (!isAsked(analysis)) {
            return;
        }
        fields.get("target")
                .filter(any -> command.testsTargets())
                .ifPresent(
                        value -> value.refuse(FindingCode.E425, "target", PlannedOutcome.words(OutcomeKind.ORDINAL)));
        fields.get("cluster")
                .filter(any -> command.tests())
                .ifPresent(
                        value -> value.refuse(FindingCode.E425, "cluster", PlannedOutcome.words(OutcomeKind.ORDINAL)));
        if (asked(analysis).stream().allMatch(LevelsReader::isOfLevels)
                && !command.ofLevels().isEmpty()) {
            analysis.methods().stream()
                    .filter(method -> !isFor(command, method))
                    .findFirst()
                    .ifPresent(method -> fields.get("methods")
                            .orElseThrow()
                            .refuse(
                                    FindingCode.E426,
                                    method + " is not for ordered levels",
                                    "one of " + String.join(", ", command.ofLevels()),
                                    "name one of them, or take the method out"));
        }
    }

    private static boolean isFor(Vocabulary.Command command, String method) {
        String measure = method.substring(0, method.indexOf(':') + 1);
        return method.endsWith(":all")
                ? command.ofLevels().stream().anyMatch(one -> one.startsWith(measure))
                : command.ofLevels().contains(method);
    }
}
