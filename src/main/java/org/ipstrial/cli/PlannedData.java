package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.yaml.Sited;

/**
 * The participants of a plan, as they were read.
 *
 * @param imported the people with the columns that were wanted
 * @param name     the file as messages name it
 * @param input    the file as results name it
 */
record PlannedData(ImportedParticipants imported, String name, InputFile input) {

    /** The arm among the label columns; no column of a plan can have a name with a control character. */
    static final String ARM = "\u0001arm";

    /**
     * Reads what some analyses need.
     *
     * @param options the user's options over the plan's
     * @param columns more label columns to read than the analyses name
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong with the file
     */
    static PlannedData read(
            Plan plan, List<PlannedStep> steps, List<String> columns, DataOptions options, Set<FindingCode> allowed) {
        return read(plan, steps, columns, List.of(), options, allowed);
    }

    /**
     * Reads covariates too.
     *
     * @param covariates names of columns and amounts of the plan
     */
    static PlannedData read(
            Plan plan,
            List<PlannedStep> steps,
            List<String> columns,
            List<String> covariates,
            DataOptions options,
            Set<FindingCode> allowed) {
        Set<String> labels = new LinkedHashSet<>(columns);
        steps.forEach(step -> labels.addAll(labels(step, options)));
        Set<String> outcomes = new LinkedHashSet<>();
        steps.forEach(step -> step.outcomes().forEach(outcome -> outcomes.add(outcome.value())));
        ParticipantsRequest request = new ParticipantsRequest(
                options.id(),
                new LabelRequest(ARM, options.arm(), codes(plan.participants().arm())),
                labels.stream().map(name -> label(plan, name)).toList(),
                outcomes.stream()
                        .map(name -> outcome(plan.outcome(name).orElseThrow(), options))
                        .toList(),
                covariates.stream().map(name -> covariate(plan, name)).toList(),
                advice(plan, steps),
                allowed);
        refuseIds(request, options);
        DataSource source = DataSource.file(plan.participants().file().value());
        ImportedParticipants imported = ParticipantsImport.read(source, reading(plan, options), request);
        String fileName = TrialData.fileName(plan.participants().file().value());
        return new PlannedData(imported, source.name(), new InputFile(fileName, imported.sha256(), imported.rows()));
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
