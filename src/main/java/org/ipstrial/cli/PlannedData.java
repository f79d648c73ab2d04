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
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.CovariateRequest.Kind;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataimport.LabelRequest;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.ParticipantsImport;
import org.ipstrial.dataimport.ParticipantsRequest;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.history.HistoryRequest;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlannedAmount;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.yaml.Sited;

/**
 * The participants of a plan, as they were read.
 *
 * @param imported the people with the columns that were wanted
 * @param name     the file as messages name it
 * @param inputs   the files as results name them, the participants first
 */
record PlannedData(ImportedParticipants imported, String name, List<InputFile> inputs) {

    /** The arm among the label columns; no column of a plan can have a name with a control character. */
    static final String ARM = "\u0001arm";

    /** Who started what they were randomised to, among the outcomes. */
    static final String STARTED = "\u0001started";

    /**
     * Reads what some analyses need.
     *
     * @param options the user's options over the plan's
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong with the files
     */
    static PlannedData read(Plan plan, List<PlannedStep> steps, DataOptions options, Set<FindingCode> allowed) {
        return read(plan, steps, List.of(), List.of(), options, allowed, false);
    }

    /**
     * Reads covariates too.
     *
     * @param columns    more label columns to read than the analyses name
     * @param covariates names of columns and amounts of the plan
     */
    static PlannedData read(
            Plan plan,
            List<PlannedStep> steps,
            List<String> columns,
            List<String> covariates,
            DataOptions options,
            Set<FindingCode> allowed) {
        return read(plan, steps, columns, covariates, options, allowed, false);
    }

    /**
     * Reads what some analyses need and all else that the plan names: every label column and amount, the follow-up, who
     * started.
     *
     * @param options the user's options over the plan's
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong with the files
     */
    static PlannedData readAll(Plan plan, List<PlannedStep> steps, DataOptions options, Set<FindingCode> allowed) {
        List<String> columns =
                plan.participants().columns().stream().map(PlannedColumn::name).toList();
        List<String> amounts =
                plan.participants().amounts().stream().map(PlannedAmount::name).toList();
        return read(plan, steps, columns, amounts, options, allowed, true);
    }

    private static PlannedData read(
            Plan plan,
            List<PlannedStep> steps,
            List<String> columns,
            List<String> covariates,
            DataOptions options,
            Set<FindingCode> allowed,
            boolean all) {
        Set<String> labels = new LinkedHashSet<>(columns);
        steps.forEach(step -> labels.addAll(labels(step, options)));
        Set<String> outcomes = new LinkedHashSet<>();
        steps.forEach(step -> step.outcomes().forEach(outcome -> outcomes.add(outcome.value())));
        List<PlannedOutcome> planned =
                outcomes.stream().map(name -> plan.outcome(name).orElseThrow()).toList();
        ParticipantsRequest request = new ParticipantsRequest(
                options.id(),
                new LabelRequest(ARM, options.arm(), codes(plan.participants().arm())),
                labels.stream().map(name -> label(plan, name)).toList(),
                Stream.concat(
                                planned.stream()
                                        .filter(outcome -> outcome.derived().isEmpty())
                                        .map(outcome -> outcome(outcome, options)),
                                plan.participants().started().stream()
                                        .filter(any -> all)
                                        .map(PlannedData::started))
                        .toList(),
                covariates.stream().map(name -> covariate(plan, name)).toList(),
                history(plan, planned, all),
                advice(plan, steps),
                allowed);
        refuseIds(request, options);
        DataSource source = DataSource.file(plan.participants().file().value());
        ImportedParticipants imported = ParticipantsImport.read(source, reading(plan, options), request);
        String fileName = TrialData.fileName(plan.participants().file().value());
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(new InputFile(fileName, imported.sha256(), imported.rows()));
        imported.files().forEach(file -> inputs.add(new InputFile(file.file(), file.sha256(), file.rows())));
        return new PlannedData(imported, source.name(), List.copyOf(inputs));
    }

    /** What was found and does not refuse, as far as a policy lets it be told. */
    Findings warnings(CellPolicy policy) {
        // That one counts people, and no table hides what a message tells.
        return policy.threshold() > 0 ? imported.warnings().without(Set.of(FindingCode.W271)) : imported.warnings();
    }

    /** The files as results name them, the plan first. */
    List<InputFile> inputsAfter(InputFile plan) {
        List<InputFile> all = new ArrayList<>(List.of(plan));
        all.addAll(inputs);
        return all;
    }

    /** The plan refuses its own columns of ids; this is for a column that only the user's --id makes one. */
    private static void refuseIds(ParticipantsRequest request, DataOptions options) {
        options.refuseIds();
        List<String> columns = new ArrayList<>();
        request.labels().forEach(label -> columns.add(label.column()));
        request.outcomes().forEach(outcome -> columns.add(outcome.column()));
        request.covariates().forEach(covariate -> columns.add(covariate.column()));
        DataOptions.refuseIds(options.id(), "the plan", columns);
    }

    /** The label columns that an analysis is repeated in or limited by. */
    static Set<String> labels(PlannedStep step, DataOptions options) {
        Set<String> names = new LinkedHashSet<>(by(step, options));
        if (options.where().isEmpty()) {
            step.where().forEach(levels -> names.add(levels.column().value()));
        } else {
            options.where().forEach(clause -> names.add(clause.column()));
        }
        return names;
    }

    /** The columns within whose levels an analysis is repeated: the user's, else the plan's. */
    static List<String> by(PlannedStep step, DataOptions options) {
        return options.givesBy()
                ? options.by()
                : step.by().stream().map(Sited::value).distinct().toList();
    }

    /** The outcome of a name as it was read. */
    OutcomeDefinition outcome(String outcome) {
        return imported.outcomes().stream()
                .filter(definition -> definition.name().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private static OutcomeRequest started(Sited<String> column) {
        return new OutcomeRequest(STARTED, column.value(), Optional.of(OutcomeKind.BINARY), Optional.empty());
    }

    /** The outcomes that are worked out from spells, if any is; the follow-up alone if that is wanted. */
    private static Optional<HistoryRequest> history(Plan plan, List<PlannedOutcome> outcomes, boolean followUp) {
        Map<String, DerivedOutcome> derived = new LinkedHashMap<>();
        Map<String, Location> named = new HashMap<>();
        for (PlannedOutcome outcome : outcomes) {
            outcome.derived().ifPresent(rule -> {
                derived.put(outcome.name().value(), rule);
                named.put(outcome.name().value(), outcome.name().where());
            });
        }
        return derived.isEmpty() && !(followUp && plan.history().followUp().isPresent())
                ? Optional.empty()
                : Optional.of(new HistoryRequest(
                        plan.history(),
                        plan.participants().randomisedOn().orElseThrow(),
                        plan.participants().reading().dates(),
                        derived,
                        named));
    }

    private static Optional<CodeMap> codes(PlannedArm arm) {
        if (arm.labels().isPresent() || arm.known().isEmpty()) {
            return arm.labels();
        }
        return Optional.of(CodeMap.ofLabels(arm.knownLabels()));
    }

    private static LabelRequest label(Plan plan, String name) {
        return plan.participants()
                .column(name)
                .map(column -> new LabelRequest(name, column.column().value(), column.codes()))
                .orElseGet(() -> LabelRequest.of(name));
    }

    private static CovariateRequest covariate(Plan plan, String name) {
        return plan.participants()
                .amount(name)
                .map(amount ->
                        new CovariateRequest(name, amount.column().value(), Optional.of(Kind.AMOUNT), Optional.empty()))
                .orElseGet(() -> {
                    LabelRequest label = label(plan, name);
                    return new CovariateRequest(name, label.column(), Optional.of(Kind.CATEGORY), label.codes());
                });
    }

    private static OutcomeRequest outcome(PlannedOutcome planned, DataOptions options) {
        return new OutcomeRequest(
                planned.name().value(),
                planned.column().value(),
                options.kind().or(planned::kind),
                options.eventValue().or(planned::event));
    }

    private static ReadOptions reading(Plan plan, DataOptions options) {
        ReadOptions told = options.readOptions();
        List<String> missing = plan.participants().reading().missing();
        // Not through the option, which would cut a code such as 9,9 at its comma.
        Set<String> words = options.givesMissing() || missing.isEmpty() ? told.missing() : new LinkedHashSet<>(missing);
        return new ReadOptions(
                told.delimiter(), told.encoding(), told.decimal(), told.quote(), words, told.skip(), told.maxRows());
    }

    /** Where the plan names each column, so that one that the file lacks is mended there. */
    private static Map<String, String> advice(Plan plan, List<PlannedStep> steps) {
        Map<String, Location> places = new HashMap<>();
        for (PlannedStep step : steps) {
            step.by().forEach(column -> places.put(column.value(), column.where()));
            step.where()
                    .forEach(levels ->
                            places.put(levels.column().value(), levels.column().where()));
        }
        plan.participants().columns().forEach(column -> place(places, column.name(), column.column()));
        plan.participants().amounts().forEach(amount -> place(places, amount.name(), amount.column()));
        plan.outcomes()
                .forEach(outcome ->
                        places.put(outcome.column().value(), outcome.column().where()));
        plan.participants().started().ifPresent(column -> places.put(column.value(), column.where()));
        plan.participants().randomisedOn().ifPresent(column -> places.put(column.value(), column.where()));
        Sited<String> arm = plan.participants().arm().column();
        places.put(arm.value(), arm.where());
        Sited<String> id = plan.participants().id();
        places.put(id.value(), id.where());
        Map<String, String> advice = new LinkedHashMap<>();
        places.forEach((column, where) -> advice.put(column, "correct the plan on line " + where.line()));
        return advice;
    }

    private static void place(Map<String, Location> places, String name, Sited<String> column) {
        // The name of a described column is not looked for in the file.
        places.remove(name);
        places.put(column.value(), column.where());
    }
}
