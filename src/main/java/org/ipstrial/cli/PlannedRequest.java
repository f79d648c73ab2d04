package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.CovariateRequest.Kind;
import org.ipstrial.dataimport.LabelRequest;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.ParticipantsRequest;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.dataimport.history.HistoryRequest;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.PlannedSet;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.yaml.Sited;

/**
 * What a plan and the user's options want of the participants file and of the files beside it.
 *
 * @param plan    the plan
 * @param steps   the analyses
 * @param options the user's options over the plan's
 * @param allowed codes that the user accepts
 */
record PlannedRequest(Plan plan, List<PlannedStep> steps, DataOptions options, Set<FindingCode> allowed) {

    /**
     * The request.
     *
     * @param columns    more label columns to read than the analyses name
     * @param covariates names of columns and amounts of the plan
     * @param extent     how much more of what the plan names is wanted
     * @throws org.ipstrial.finding.RefusedException if it wants to show the column of ids
     */
    ParticipantsRequest of(List<String> columns, List<String> covariates, Extent extent) {
        boolean all = extent != Extent.NEEDED;
        Set<String> labels = new LinkedHashSet<>(columns);
        steps.forEach(step -> labels.addAll(PlannedData.labels(plan, step, options)));
        Set<String> outcomes = new LinkedHashSet<>();
        steps.forEach(step -> step.outcomes().forEach(outcome -> outcomes.add(outcome.value())));
        List<PlannedOutcome> planned =
                outcomes.stream().map(name -> plan.outcome(name).orElseThrow()).toList();
        ParticipantsRequest request = new ParticipantsRequest(
                options.id(),
                new LabelRequest(
                        PlannedData.ARM,
                        options.arm(),
                        codes(plan.participants().arm())),
                labels.stream().map(name -> label(name)).toList(),
                Stream.concat(
                                planned.stream()
                                        .filter(outcome -> outcome.derived().isEmpty()
                                                && outcome.times().isEmpty())
                                        .map(outcome -> outcome(outcome)),
                                plan.participants().started().stream()
                                        .filter(any -> all || steps.stream().anyMatch(PlannedRequest::asksWhoStarted))
                                        .map(PlannedRequest::started))
                        .toList(),
                times(planned),
                covariates.stream().map(name -> covariate(name)).toList(),
                List.of(),
                history(planned, all),
                extent == Extent.RECORDS,
                advice(),
                allowed);
        refuseIds(request);
        return request;
    }

    private OutcomeRequest outcome(PlannedOutcome planned) {
        return new OutcomeRequest(
                planned.name().value(),
                planned.column().value(),
                options.kind().or(planned::kind),
                options.eventValue().or(planned::event),
                planned.levels());
    }

    private static Map<String, EventTimes> times(List<PlannedOutcome> outcomes) {
        Map<String, EventTimes> times = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.times()
                .ifPresent(columns -> times.put(
                        outcome.name().value(),
                        new EventTimes(
                                columns.time().value(),
                                columns.event().value(),
                                columns.cause().map(Sited::value)))));
        return times;
    }

    private static boolean asksWhoStarted(PlannedStep step) {
        return step.analysisSet().filter(PlannedSet::started).isPresent();
    }

    private static OutcomeRequest started(Sited<String> column) {
        return new OutcomeRequest(
                PlannedData.STARTED, column.value(), Optional.of(OutcomeKind.BINARY), Optional.empty());
    }

    private LabelRequest label(String name) {
        return plan.participants()
                .column(name)
                .map(column -> new LabelRequest(name, column.column().value(), column.codes()))
                .orElseGet(() -> LabelRequest.of(name));
    }

    private CovariateRequest covariate(String name) {
        return plan.participants()
                .amount(name)
                .map(amount ->
                        new CovariateRequest(name, amount.column().value(), Optional.of(Kind.AMOUNT), Optional.empty()))
                .orElseGet(() -> {
                    LabelRequest label = label(name);
                    return new CovariateRequest(name, label.column(), Optional.of(Kind.CATEGORY), label.codes());
                });
    }

    private static Optional<CodeMap> codes(PlannedArm arm) {
        if (arm.labels().isPresent() || arm.known().isEmpty()) {
            return arm.labels();
        }
        return Optional.of(CodeMap.ofLabels(arm.knownLabels()));
    }

    /** How much of what a plan names is read. */
    enum Extent {
        /** What the analyses need. */
        NEEDED,
        /** Everything. */
        ALL,
        /** Everything, and everybody kept as the files tell of them, ids included. */
        RECORDS
    }

    /** The outcomes that are worked out from spells or weeks, if any is; whatever the plan names if all is wanted. */
    private Optional<HistoryRequest> history(List<PlannedOutcome> outcomes, boolean all) {
        Map<String, DerivedOutcome> derived = new LinkedHashMap<>();
        Map<String, Location> named = new HashMap<>();
        for (PlannedOutcome outcome : outcomes) {
            outcome.derived().ifPresent(rule -> {
                derived.put(outcome.name().value(), rule);
                named.put(outcome.name().value(), outcome.name().where());
            });
        }
        return derived.isEmpty() && !(all && plan.participants().randomisedOn().isPresent())
                ? Optional.empty()
                : Optional.of(new HistoryRequest(
                        plan.history(),
                        plan.participants().randomisedOn().orElseThrow(),
                        plan.participants().reading().dates(),
                        derived,
                        named,
                        all));
    }

    /** The plan refuses its own columns of ids; this is for a column that only the user's --id makes one. */
    private void refuseIds(ParticipantsRequest request) {
        options.refuseIds();
        List<String> columns = new ArrayList<>();
        request.labels().forEach(label -> columns.add(label.column()));
        request.outcomes().forEach(outcome -> columns.add(outcome.column()));
        request.times().values().forEach(times -> columns.addAll(times.columns()));
        request.covariates().forEach(covariate -> columns.add(covariate.column()));
        DataOptions.refuseIds(options.id(), "the plan", columns);
    }

    /** Where the plan names each column, so that one that the file lacks is mended there. */
    private Map<String, String> advice() {
        Map<String, Location> places = new HashMap<>();
        for (PlannedStep step : steps) {
            step.by().forEach(column -> places.put(column.value(), column.where()));
            step.stratify().forEach(column -> places.put(column.value(), column.where()));
            step.cluster().ifPresent(column -> places.put(column.value(), column.where()));
            step.where()
                    .forEach(levels ->
                            places.put(levels.column().value(), levels.column().where()));
            step.analysisSet().ifPresent(set -> set.where()
                    .forEach(levels ->
                            places.put(levels.column().value(), levels.column().where())));
        }
        plan.participants().columns().forEach(column -> place(places, column.name(), column.column()));
        plan.participants().amounts().forEach(amount -> place(places, amount.name(), amount.column()));
        plan.outcomes().forEach(outcome -> {
            places.put(outcome.column().value(), outcome.column().where());
            outcome.times()
                    .ifPresent(times -> times.columns().forEach(column -> places.put(column.value(), column.where())));
        });
        plan.participants().started().ifPresent(column -> places.put(column.value(), column.where()));
        plan.participants().randomisedOn().ifPresent(column -> places.put(column.value(), column.where()));
        Sited<String> arm = plan.participants().arm().column();
        places.put(arm.value(), arm.where());
        Sited<String> id = plan.participants().id();
        places.put(id.value(), id.where());
        Map<String, String> advice = new LinkedHashMap<>();
        places.forEach((column, where) -> advice.put(column, "correct the plan on line " + where.line()));
        // What the user names and the plan does not describe is a column of the file.
        options.advice().forEach(advice::putIfAbsent);
        return advice;
    }

    private static void place(Map<String, Location> places, String name, Sited<String> column) {
        // The name of a described column is not looked for in the file.
        places.remove(name);
        places.put(column.value(), column.where());
    }
}
