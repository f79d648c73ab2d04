package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.ard.InputFile;
import org.ipstrial.cli.PlannedRequest.Extent;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataimport.ParticipantsImport;
import org.ipstrial.dataimport.ParticipantsRequest;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.Plan;
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
     * @param described covariates that are described besides
     * @param options   the user's options over the plan's
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong with the files
     */
    static PlannedData read(
            Plan plan, List<PlannedStep> steps, List<String> described, DataOptions options, Set<FindingCode> allowed) {
        return readSumming(plan, steps, described, List.of(), options, allowed);
    }

    /**
     * Reads what some analyses need, and amounts that are the sum of others with their parts.
     *
     * @param sums names of amounts and outcomes of the plan
     */
    static PlannedData readSumming(
            Plan plan,
            List<PlannedStep> steps,
            List<String> described,
            List<SumOf> sums,
            DataOptions options,
            Set<FindingCode> allowed) {
        List<String> covariates = Stream.concat(
                        steps.stream()
                                .flatMap(step -> Stream.of(adjust(step, options), moderators(plan, step, options))),
                        Stream.of(described, new DerivedSums(sums).parts()))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return read(plan, steps, List.of(), covariates, sums, options, allowed, Extent.NEEDED);
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
        return read(plan, steps, columns, covariates, List.of(), options, allowed, Extent.NEEDED);
    }

    /**
     * Reads what some analyses need and all else that the plan names: every label column and amount, the follow-up, who
     * started.
     *
     * @param options the user's options over the plan's
     * @param extent  whether everybody is kept as the files tell of them too
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong with the files
     */
    static PlannedData readAll(
            Plan plan, List<PlannedStep> steps, DataOptions options, Set<FindingCode> allowed, Extent extent) {
        List<String> columns =
                plan.participants().columns().stream().map(PlannedColumn::name).toList();
        Set<String> covariates = new LinkedHashSet<>();
        plan.participants().amounts().forEach(amount -> covariates.add(amount.name()));
        steps.forEach(step -> covariates.addAll(adjust(step, options)));
        return read(plan, steps, columns, List.copyOf(covariates), List.of(), options, allowed, extent);
    }

    private static PlannedData read(
            Plan plan,
            List<PlannedStep> steps,
            List<String> columns,
            List<String> covariates,
            List<SumOf> sums,
            DataOptions options,
            Set<FindingCode> allowed,
            Extent extent) {
        ParticipantsRequest request = new PlannedRequest(plan, steps, options, allowed)
                .of(columns, covariates, extent)
                .summing(sums);
        DataSource source = DataSource.file(plan.participants().file().value());
        ImportedParticipants imported = ParticipantsImport.read(source, reading(plan, options), request);
        String fileName = TrialData.fileName(plan.participants().file().value());
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(new InputFile(fileName, imported.sha256(), imported.rows()));
        imported.files().forEach(file -> inputs.add(new InputFile(file.file(), file.sha256(), file.rows())));
        return new PlannedData(imported, source.name(), List.copyOf(inputs));
    }

    /** The files as results name them, the plan first. */
    List<InputFile> inputsAfter(InputFile plan) {
        List<InputFile> all = new ArrayList<>(List.of(plan));
        all.addAll(inputs);
        return all;
    }

    /** The label columns that an analysis is repeated in, combined over or limited by. */
    static Set<String> labels(Plan plan, PlannedStep step, DataOptions options) {
        Set<String> names = new LinkedHashSet<>(levels(plan, step, options));
        names.addAll(stratify(step, options));
        cluster(step, options).ifPresent(names::add);
        if (options.where().isEmpty()) {
            step.where().forEach(levels -> names.add(levels.column().value()));
        } else {
            options.where().forEach(clause -> names.add(clause.column()));
        }
        step.analysisSet().ifPresent(set -> set.where()
                .forEach(levels -> names.add(levels.column().value())));
        return names;
    }

    /** The columns within whose levels an analysis is repeated: the user's, else the plan's. */
    static List<String> by(PlannedStep step, DataOptions options) {
        return options.givesBy()
                ? options.by()
                : step.by().stream().map(Sited::value).distinct().toList();
    }

    /** Those of subgroups that are amounts of the plan, along which the effect may change. */
    static List<String> moderators(Plan plan, PlannedStep step, DataOptions options) {
        return by(step, options).stream()
                .filter(name -> step.command().holdsLevelsTogether()
                        && plan.participants().amount(name).isPresent())
                .toList();
    }

    /** The others, which have levels. */
    static List<String> levels(Plan plan, PlannedStep step, DataOptions options) {
        List<String> moderators = moderators(plan, step, options);
        return by(step, options).stream()
                .filter(name -> !moderators.contains(name))
                .toList();
    }

    /** The columns over whose crossed levels an analysis is combined: the user's, else the plan's. */
    static List<String> stratify(PlannedStep step, DataOptions options) {
        return options.givesStratify()
                ? options.stratify()
                : step.stratify().stream().map(Sited::value).distinct().toList();
    }

    /** The column of the clusters in which people come: the user's, else the plan's. */
    static Optional<String> cluster(PlannedStep step, DataOptions options) {
        return options.cluster().or(() -> step.cluster().map(Sited::value));
    }

    /** The covariates that an analysis is adjusted for: the user's, else the plan's. */
    static List<String> adjust(PlannedStep step, DataOptions options) {
        return options.givesAdjust()
                ? options.adjust()
                : step.adjust().stream().map(Sited::value).distinct().toList();
    }

    /** The covariates of some names as they were read. */
    List<Covariate> covariates(List<String> names) {
        return names.stream()
                .map(name -> imported.covariates().stream()
                        .filter(covariate -> covariate.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** The outcome of a name as it was read. */
    OutcomeDefinition outcome(String outcome) {
        return imported.outcomes().stream()
                .filter(definition -> definition.name().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private static ReadOptions reading(Plan plan, DataOptions options) {
        ReadOptions told = options.readOptions();
        List<String> missing = plan.participants().reading().missing();
        // Not through the option, which would cut a code such as 9,9 at its comma.
        Set<String> words = options.givesMissing() || missing.isEmpty() ? told.missing() : new LinkedHashSet<>(missing);
        return new ReadOptions(
                told.delimiter(), told.encoding(), told.decimal(), told.quote(), words, told.skip(), told.maxRows());
    }
}
