package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.Trial;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.Participants;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.Expectation;
import org.ipstrial.plan.Levels;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.PlannedSet;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;
import picocli.CommandLine.ParseResult;

/** The data of a plan held against it, and the trial of each analysis. */
final class PlannedTrials {

    private final Plan plan;
    private final PlannedData data;
    private final DataOptions options;
    private final Optional<String> control;
    private final Findings findings;
    private Participants people;
    private final Set<String> toldColumns = new LinkedHashSet<>();
    private final Set<String> toldArms = new LinkedHashSet<>();

    /**
     * Takes data that were read for a plan.
     *
     * @param options  the user's options over the plan's
     * @param control  the reference arm that the user gives other than the plan, if any
     * @param findings what is found
     */
    PlannedTrials(Plan plan, PlannedData data, DataOptions options, Optional<String> control, Findings findings) {
        this.plan = plan;
        this.data = data;
        this.options = options;
        this.control = control;
        this.findings = findings;
        this.people = data.imported().participants();
    }

    /** Shuffles the arms of all trials from here on, where the command is part of a rehearsal; what was checked stays so. */
    void rehearse(ParseResult parsed) {
        people = Rehearsal.seed(parsed)
                .map(seed -> Rehearsal.shuffled(people, PlannedData.ARM, seed))
                .orElse(people);
    }

    /** Refuses data that lack an arm of the plan, or are not as many as it expects. */
    void check() {
        Cohort everybody = data.imported().participants().everybody();
        List<String> found = everybody.levels(PlannedData.ARM);
        for (Sited<String> arm : namedArms()) {
            if (!found.contains(arm.value())) {
                absent(arm, found);
            }
        }
        Location file = Location.file(data.name());
        plan.expect().ifPresent(expected -> {
            for (Expectation.Arm arm : expected.arms()) {
                int count = everybody.at(PlannedData.ARM, arm.label()).size();
                if (count != arm.count().value()) {
                    long line = arm.count().where().line();
                    findings.add(
                            FindingCode.E217,
                            file,
                            count,
                            arm.label(),
                            arm.count().value(),
                            line);
                }
            }
            expected.rows()
                    .filter(rows -> rows.value() != everybody.size())
                    .ifPresent(rows -> findings.add(
                            FindingCode.E218,
                            file,
                            everybody.size(),
                            rows.value(),
                            rows.where().line()));
        });
    }

    /** The arms that the plan names: all that it lists, and its control unless the user names another. */
    private List<Sited<String>> namedArms() {
        List<Sited<String>> named = new ArrayList<>(plan.participants().arm().known());
        if (named.isEmpty() && control.isEmpty()) {
            named.add(plan.participants().arm().control());
        }
        return named;
    }

    private void absent(Sited<String> arm, List<String> found) {
        if (!toldArms.add(arm.value())) {
            return;
        }
        String near = PlanWords.nearest(arm.value(), found);
        findings.add(
                FindingCode.E215,
                Location.file(data.name()),
                arm.value(),
                arm.where().line(),
                String.join(", ", found),
                near.startsWith("did") ? near : "correct the plan or the file");
    }

    /** The trial of outcomes of an analysis; nothing where the plan and the data do not agree, which is told. */
    Optional<Trial> trial(PlannedStep step, PlannedOutcome... outcomes) {
        List<OutcomeDefinition> definitions = Arrays.stream(outcomes)
                .map(outcome -> data.outcome(outcome.name().value())
                        .at(outcome.timepoint())
                        .withMissing(step.missing(plan)))
                .toList();
        return keep(step).map(people -> trial(step, people, definitions));
    }

    private Trial trial(PlannedStep step, Cohort people, List<OutcomeDefinition> outcomes) {
        List<String> by = PlannedData.levels(plan, step, options);
        List<Covariate> moderators = data.covariates(PlannedData.moderators(plan, step, options));
        List<String> stratify = PlannedData.stratify(step, options);
        Stream.concat(by.stream(), stratify.stream()).filter(toldColumns::add).forEach(column -> {
            int without = people.withoutLevel(column);
            if (without > 0) {
                findings.add(FindingCode.W010, Location.file(data.name()), without, column);
            }
        });
        TrialData.tellWithout(
                people,
                moderators.stream().filter(one -> toldColumns.add(one.name())).toList(),
                data.name(),
                findings);
        String set = step.analysisSet().map(named -> named.name().value()).orElse(Trial.ALL_RANDOMISED);
        return new Trial(
                step.name(),
                set,
                people,
                PlannedData.ARM,
                arms(people),
                outcomes,
                by,
                stratify,
                data.covariates(PlannedData.adjust(step, options)),
                moderators,
                PlannedData.cluster(step, options));
    }

    /** The people of a step; nothing where the data lack a level that the plan names, which is told. */
    private Optional<Cohort> keep(PlannedStep step) {
        Optional<Cohort> people = Optional.of(this.people.everybody());
        Optional<PlannedSet> set = step.analysisSet();
        if (set.isPresent()) {
            people = keep(people, set.get().where())
                    .map(some -> set.get().started() ? some.having(PlannedData.STARTED) : some);
        }
        if (options.where().isEmpty()) {
            return keep(people, step.where());
        }
        for (WhereClause clause : options.where()) {
            people = people.map(clause::keep);
        }
        return people;
    }

    private Optional<Cohort> keep(Optional<Cohort> people, List<Levels> where) {
        Optional<Cohort> kept = people;
        for (Levels levels : where) {
            kept = kept.flatMap(some -> keep(some, levels));
        }
        return kept;
    }

    private Optional<Cohort> keep(Cohort people, Levels levels) {
        String column = levels.column().value();
        List<String> known = people.levels(column);
        Set<String> wanted = new LinkedHashSet<>();
        for (Sited<String> level : levels.levels()) {
            wanted.add(level.value());
            if (!known.contains(level.value())) {
                findings.add(
                        FindingCode.E430,
                        level.where(),
                        level.value(),
                        column,
                        known.isEmpty() ? "none" : String.join(", ", known),
                        PlanWords.nearest(level.value(), known));
            }
        }
        return known.containsAll(wanted) ? Optional.of(people.at(column, wanted)) : Optional.empty();
    }

    private Arms arms(Cohort people) {
        List<String> present = people.levels(PlannedData.ARM);
        if (present.size() < 2) {
            throw RefusedException.of(
                    FindingCode.E214, Location.file(data.name()), people.size(), String.join(", ", present));
        }
        Sited<String> planned = plan.participants().arm().control();
        if (control.isEmpty() && !present.contains(planned.value())) {
            absent(planned, present);
            throw new RefusedException(findings);
        }
        String reference = control.orElse(planned.value());
        Arms arms = Arms.of(present, Optional.of(reference));
        if (!plan.participants().arm().ordered()) {
            return arms;
        }
        List<String> order = plan.participants().arm().knownLabels().stream()
                .filter(present::contains)
                .toList();
        return Arms.inOrder(order, reference);
    }

    /** Refuses an outcome whose kind, as only the data tell it, the analysis does not take. */
    boolean takes(PlannedStep step, Sited<String> outcome) {
        OutcomeDefinition definition = data.outcome(outcome.value());
        if (step.command().takes(definition.kind())) {
            return true;
        }
        if (step.planned().isPresent()) {
            findings.add(
                    FindingCode.E423,
                    outcome.where(),
                    outcome.value(),
                    PlannedOutcome.words(definition.kind()),
                    step.command().name(),
                    step.command().takenWords());
        }
        return false;
    }
}
