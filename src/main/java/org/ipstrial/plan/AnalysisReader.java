package org.ipstrial.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.participants.PlannedParticipants;
import org.ipstrial.plan.yaml.Fields;
import org.ipstrial.plan.yaml.NamedValue;
import org.ipstrial.plan.yaml.PlanValue;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;

/**
 * Reads one analysis against what it may refer to.
 *
 * @param vocabulary   the words of commands and methods
 * @param outcomeNames the names of all outcomes, those whose entry is refused included
 * @param outcomes     the outcomes that were read
 * @param participants the columns and their codes
 * @param sets         the analysis sets that were read
 */
record AnalysisReader(
        Vocabulary vocabulary,
        List<String> outcomeNames,
        List<PlannedOutcome> outcomes,
        PlannedParticipants participants,
        List<PlannedSet> sets) {

    PlannedAnalysis read(Sited<String> id, Fields fields) {
        Optional<Vocabulary.Command> command = command(fields);
        List<Sited<String>> asked = new ArrayList<>();
        command.flatMap(found -> fields.get(found.name()))
                .ifPresent(value -> value.texts().forEach(name -> ask(value, name, command.get(), asked)));
        List<String> methods = new ArrayList<>();
        fields.entries("methods").forEach(entry -> command.ifPresent(found -> methods(found, entry, methods)));
        List<Sited<String>> by = fields.texts("by");
        List<Sited<String>> stratify = fields.texts("stratify");
        Optional<PlanValue> adjust = fields.get("adjust");
        List<Sited<String>> covariates = adjust.map(value -> PlannedCovariates.read("adjust", value, participants))
                .orElse(List.of());
        List<Levels> where = fields.entries("where").stream()
                .map(entry -> Levels.read(entry, participants))
                .toList();
        List<String> adjustments = new ArrayList<>(List.of("none"));
        adjustments.addAll(vocabulary.multiplicity());
        PlannedAnalysis analysis = new PlannedAnalysis(
                id,
                command.map(Vocabulary.Command::name).orElse(""),
                asked,
                methods,
                set(fields),
                by,
                stratify,
                covariates,
                where,
                fields.word("contrasts", List.of("control", "all")),
                fields.word("multiplicity", adjustments),
                fields.get("level").flatMap(PlanValue::level).map(Sited::value),
                fields.word("alternative", vocabulary.alternatives()),
                fields.get("margin").flatMap(PlanValue::number).map(Sited::value),
                PlannedSettings.missing(fields),
                new CurveTimesReader(fields).at(),
                new CurveTimesReader(fields).tau(),
                new CurveTimesReader(fields).cluster(),
                target(fields));
        refuseFilledAmounts(analysis, fields);
        command.ifPresent(found -> target(found, analysis, fields));
        command.ifPresent(found -> strata(found, analysis, fields));
        command.ifPresent(found -> covariates(found, analysis, fields));
        command.ifPresent(found -> new CurveTimesReader(fields).check(found, analysis));
        command.ifPresent(found -> new HypothesisReader(vocabulary, outcomes).check(found, analysis, fields));
        command.ifPresent(found -> new LevelsReader(outcomes).check(found, analysis, fields));
        command.ifPresent(found -> new DunnettReader(vocabulary, outcomes).check(found, analysis, fields));
        fields.noOthers();
        return analysis;
    }

    /** A stated share is for shares, and the tests of it need one. */
    private static void target(Vocabulary.Command command, PlannedAnalysis analysis, Fields fields) {
        fields.get("target")
                .filter(any -> !command.testsTargets())
                .ifPresent(value -> value.refuse(FindingCode.E425, "target", command.name()));
        if (fields.get("target").isEmpty()) {
            analysis.methods().stream()
                    .filter(method -> method.startsWith("target-test:"))
                    .findFirst()
                    .ifPresent(method -> fields.get("methods")
                            .orElseThrow()
                            .refuse(
                                    FindingCode.E426,
                                    method + " tests a stated share",
                                    "'target' with that share",
                                    "write it in, or take the method out"));
        }
    }

    /** A share strictly between 0 and 1, as it is written. */
    private static Optional<String> target(Fields fields) {
        return fields.get("target")
                .flatMap(value -> value.number().map(Sited::value).filter(text -> {
                    double share = Double.parseDouble(text);
                    if (share > 0 && share < 1) {
                        return true;
                    }
                    value.refuse(FindingCode.E413, text, "a share strictly between 0 and 1, such as 0.6 for 60 %");
                    return false;
                }));
    }

    /** Nobody can say what a missing amount would be if all were alike. */
    private void refuseFilledAmounts(PlannedAnalysis analysis, Fields fields) {
        Optional<OutcomeKind> unfilled = outcomes.stream()
                .filter(outcome -> analysis.outcomes().stream()
                        .anyMatch(name -> name.value().equals(outcome.name().value())))
                .flatMap(outcome -> outcome.kind().stream())
                .filter(kind -> kind != OutcomeKind.BINARY)
                .findFirst();
        if (unfilled.isPresent()
                && analysis.missing().filter(MissingRule::fills).isPresent()) {
            fields.get("missing")
                    .orElseThrow()
                    .refuse(
                            FindingCode.E425,
                            analysis.missing().orElseThrow().id(),
                            unfilled.get() == OutcomeKind.ORDINAL
                                    ? PlannedOutcome.words(OutcomeKind.ORDINAL)
                                    : "an amount");
        }
    }

    private Optional<Vocabulary.Command> command(Fields fields) {
        List<Vocabulary.Command> named = vocabulary.commands().stream()
                .filter(command -> fields.get(command.name()).isPresent())
                .toList();
        if (named.size() != 1) {
            String found = named.isEmpty() ? "no question" : named.size() + " questions";
            String mend = named.isEmpty() ? "write for example 'compare: employed'" : "make an analysis of each";
            fields.self().refuse(FindingCode.E422, found, String.join(", ", vocabulary.commandNames()), mend);
        }
        return named.stream().findFirst();
    }

    private void ask(PlanValue value, Sited<String> name, Vocabulary.Command command, List<Sited<String>> asked) {
        if (!outcomeNames.contains(name.value())) {
            value.refuse(
                    FindingCode.E418,
                    "outcome",
                    PlanWords.cut(name.value()),
                    String.join(", ", outcomeNames),
                    PlanWords.nearest(name.value(), outcomeNames));
            return;
        }
        if (asked.stream().anyMatch(other -> other.value().equals(name.value()))) {
            value.refuse(FindingCode.E427, PlanWords.cut(name.value()));
        }
        asked.add(name);
        outcomes.stream()
                .filter(outcome -> outcome.name().value().equals(name.value()))
                .findFirst()
                .flatMap(PlannedOutcome::kind)
                .filter(kind -> !command.takes(kind))
                .ifPresent(kind -> value.refuse(
                        FindingCode.E423,
                        PlanWords.cut(name.value()),
                        PlannedOutcome.words(kind),
                        command.name(),
                        command.takenWords()));
    }

    private static void methods(Vocabulary.Command command, NamedValue entry, List<String> methods) {
        String measure = entry.name().value();
        List<String> known = command.methods().get(measure);
        if (known == null) {
            List<String> measures = List.copyOf(command.methods().keySet());
            unknown(entry.value(), measure, "measure", command.name(), measures);
            return;
        }
        for (Sited<String> method : entry.value().texts()) {
            if (known.contains(method.value()) || method.value().equals("all")) {
                methods.add(measure + ":" + method.value());
            } else {
                unknown(entry.value(), method.value(), "method", measure, known);
            }
        }
    }

    /** Strata are of a comparison, and are never the arms; methods that combine them need some. */
    private void strata(Vocabulary.Command command, PlannedAnalysis analysis, Fields fields) {
        Optional<PlanValue> given = fields.get("stratify");
        given.filter(any -> !command.tests())
                .ifPresent(value -> value.refuse(FindingCode.E425, "stratify", command.name()));
        if (command.holdsLevelsTogether() && analysis.by().isEmpty()) {
            fields.get(command.name())
                    .orElseThrow()
                    .refuse(
                            FindingCode.E426,
                            "an analysis of " + command.name() + " names no columns",
                            "'by' with the columns of the subgroups",
                            "write it in");
        }
        String arm = participants.arm().column().value();
        for (Sited<String> column : analysis.stratify()) {
            String name = participants
                    .column(column.value())
                    .map(described -> described.column().value())
                    .orElse(column.value());
            if (name.equals(arm)) {
                given.orElseThrow()
                        .refuse(
                                FindingCode.E426,
                                "'" + PlanWords.cut(column.value()) + "' is the column of arms",
                                "strata that hold people of both arms",
                                "name another column");
            }
        }
        if (given.isEmpty()) {
            analysis.methods().stream()
                    .filter(command.overStrata()::contains)
                    .findFirst()
                    .ifPresent(method -> fields.get("methods")
                            .orElseThrow()
                            .refuse(
                                    FindingCode.E426,
                                    method + " combines strata",
                                    "'stratify' with the columns of them",
                                    "write it in, or take the method out"));
        }
    }

    /** Covariates are of a comparison, are never the arms and hold the strata; methods that take some need some. */
    private void covariates(Vocabulary.Command command, PlannedAnalysis analysis, Fields fields) {
        Optional<PlanValue> given = fields.get("adjust");
        given.filter(any -> !command.tests() && !command.holdsLevelsTogether())
                .ifPresent(value -> value.refuse(FindingCode.E425, "adjust", command.name()));
        List<String> names = analysis.adjust().stream().map(Sited::value).toList();
        for (String name : names) {
            if (participants
                    .column(name)
                    .filter(column -> column.column()
                            .value()
                            .equals(participants.arm().column().value()))
                    .isPresent()) {
                given.orElseThrow()
                        .refuse(
                                FindingCode.E426,
                                "'" + PlanWords.cut(name) + "' is the column of arms",
                                "what was known before anybody had an arm",
                                "name another column");
            }
        }
        List<String> others = analysis.stratify().stream()
                .map(Sited::value)
                .filter(column -> !names.contains(column))
                .toList();
        if (given.isPresent() && !others.isEmpty()) {
            given.get()
                    .refuse(
                            FindingCode.E426,
                            "adjust lacks the strata " + PlanWords.cut(String.join(", ", others)),
                            "the columns of 'stratify' among the covariates",
                            "name them here too, or take 'stratify' out");
        }
        if (given.isEmpty()) {
            analysis.methods().stream()
                    .filter(command.adjusted()::contains)
                    .filter(method -> !(new LevelsReader(outcomes).isAsked(analysis)
                            && command.ofLevels().contains(method)))
                    .findFirst()
                    .ifPresent(method -> fields.get("methods")
                            .orElseThrow()
                            .refuse(
                                    FindingCode.E426,
                                    method + " adjusts for covariates",
                                    "'adjust' with their names",
                                    "write it in, or take the method out"));
        }
    }

    private static void unknown(PlanValue value, String name, String what, String of, List<String> known) {
        value.refuse(
                FindingCode.E424,
                PlanWords.cut(name),
                what,
                of,
                String.join(", ", known),
                PlanWords.nearest(name, known));
    }

    private Optional<PlannedSet> set(Fields fields) {
        return fields.text("analysis_set").flatMap(name -> {
            Optional<PlannedSet> set = sets.stream()
                    .filter(one -> one.name().value().equals(name.value()))
                    .findFirst();
            if (set.isEmpty() && !name.value().equals("all-randomised")) {
                List<String> known =
                        sets.stream().map(one -> one.name().value()).toList();
                fields.get("analysis_set")
                        .orElseThrow()
                        .refuse(
                                FindingCode.E418,
                                "analysis set",
                                PlanWords.cut(name.value()),
                                known.isEmpty() ? "none" : String.join(", ", known),
                                known.isEmpty()
                                        ? "describe it under analysis_sets"
                                        : PlanWords.nearest(name.value(), known));
            }
            return set;
        });
    }
}
