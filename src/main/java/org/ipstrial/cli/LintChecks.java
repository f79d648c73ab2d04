package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.ard.Numbers;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.yaml.Sited;

/** Habits that trial reports are better without, told of what a plan or a command line asks for. */
final class LintChecks {

    private LintChecks() {}

    /**
     * Tells of the habits of a plan's analyses, but for those that the plan allows itself.
     *
     * @param steps   the analyses
     * @param options the user's options over the plan's
     */
    static void ofPlan(Plan plan, List<PlannedStep> steps, DataOptions options, Findings findings) {
        Findings found = new Findings();
        steps.stream()
                .filter(step -> step.command().tests() || step.command().holdsLevelsTogether())
                .flatMap(step -> step.outcomes().stream())
                .map(Sited::value)
                .distinct()
                .forEach(outcome -> cutInTwo(plan, outcome, found));
        steps.stream()
                .filter(step -> step.command().name().equals(Compare.NAME))
                .forEach(step -> untested(plan, step, options, found));
        findings.addAll(found.without(allowed(plan).keySet()));
    }

    /** What a plan allows itself, and why. */
    static Map<FindingCode, String> allowed(Plan plan) {
        return plan.settings().allowed();
    }

    /** What a plan allows itself, as settings state it. */
    static void state(Plan plan, Map<String, Object> stated) {
        allowed(plan).forEach((code, reason) -> stated.put("allowed." + code.id(), reason));
    }

    /** An outcome that the plan itself cuts out of an amount; what a file cut before nobody can tell. */
    private static void cutInTwo(Plan plan, String name, Findings findings) {
        for (PlannedOutcome outcome : plan.outcomes()) {
            if (outcome.name().value().equals(name)) {
                cut(plan, outcome)
                        .ifPresent(what ->
                                findings.add(FindingCode.L302, outcome.name().where(), name, what));
            }
        }
    }

    private static Optional<String> cut(Plan plan, PlannedOutcome outcome) {
        Optional<DerivedOutcome> derived =
                outcome.derived().filter(rule -> rule.atLeast().isPresent());
        if (derived.isPresent()) {
            double least = derived.get().atLeast().getAsDouble();
            return Optional.of(derived.get().measure().id() + " cut at " + Numbers.print(least));
        }
        String column = outcome.column().value();
        boolean amount = plan.outcomes().stream()
                        .anyMatch(other -> other.kind().equals(Optional.of(OutcomeKind.AMOUNT))
                                && other.derived().isEmpty()
                                && other.column().value().equals(column))
                || plan.participants().amounts().stream()
                        .anyMatch(other -> other.column().value().equals(column));
        boolean yesNo = outcome.kind().equals(Optional.of(OutcomeKind.BINARY))
                && outcome.derived().isEmpty();
        return yesNo && amount
                ? Optional.of("column '" + column + "', an amount of the plan, cut in two")
                : Optional.empty();
    }

    private static void untested(Plan plan, PlannedStep step, DataOptions options, Findings findings) {
        for (String column : PlannedData.by(step, options)) {
            List<String> outcomes = step.outcomes().stream()
                    .map(Sited::value)
                    .filter(outcome -> plan.analyses().stream().noneMatch(other -> tests(other, outcome, column)))
                    .toList();
            Location where = step.by().stream()
                    .filter(by -> by.value().equals(column))
                    .map(Sited::where)
                    .findFirst()
                    .orElse(Location.COMMAND_LINE);
            tell(outcomes, column, where, findings);
        }
    }

    private static boolean tests(PlannedAnalysis analysis, String outcome, String column) {
        return analysis.command().equals(Subgroups.NAME)
                && analysis.outcomes().stream().anyMatch(name -> name.value().equals(outcome))
                && analysis.by().stream().anyMatch(name -> name.value().equals(column));
    }

    /** Tells of a comparison within levels that the user asks for. */
    static void within(List<String> by, List<String> outcomes, Findings findings) {
        by.forEach(column -> tell(outcomes, column, Location.COMMAND_LINE, findings));
    }

    private static void tell(List<String> outcomes, String column, Location where, Findings findings) {
        if (!outcomes.isEmpty()) {
            findings.add(FindingCode.L303, where, String.join(", ", outcomes), column);
        }
    }
}
