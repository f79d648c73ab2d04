package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.Vocabulary;
import org.ipstrial.plan.yaml.Sited;
import picocli.CommandLine.ParseResult;

/** One command over a plan: its analyses in the plan's order, put together in one table. */
final class PlannedRun {

    private static final List<String> READING =
            List.of("--id", "--arm", "--delimiter", "--encoding", "--decimal", "--quote", "--skip");

    private final CliCommand command;
    private final PlannedQuestion question;
    private final ParseResult parsed;
    private final Console console;
    private final Findings findings;

    PlannedRun(CliCommand command, PlannedQuestion question, ParseResult parsed, Console console, Findings findings) {
        this.question = question;
        this.command = command;
        this.parsed = parsed;
        this.console = console;
        this.findings = findings;
    }

    /**
     * Reads plan and data, and analyses.
     *
     * @throws org.ipstrial.finding.RefusedException if the plan, the data or an option is refused
     */
    ResultCommand.Analysed analyse() {
        OutputOptions output = new OutputOptions(parsed);
        if (parsed.commandSpec().findOption("--categories") != null) {
            CovariateOptions.ofModel(parsed).refuseKinds();
        }
        DataOptions given = new DataOptions(parsed);
        PlanFile file = PlanFile.read(given.plan().orElseThrow());
        Plan plan = file.plan();
        file.dataFiles().forEach(data -> output.check(Optional.of(data)));
        List<PlannedStep> steps = PlannedStep.of(plan, parsed.commandSpec().name(), given.outcomes());
        List<Map<String, List<String>>> planned = planned(plan, steps);
        // Options that are wrong are told before the data are read.
        for (PlannedStep step : steps) {
            AnalysisSettings own = settings(step.options(plan, plan.outcomes().get(0)));
            List<String> stratify = PlannedData.stratify(step, given);
            List<String> adjust = PlannedData.adjust(step, given);
            AdjustChecks.ofPlan(plan, adjust);
            AdjustChecks.methods(own.methods(), stratify, adjust, hasLevels(plan, step, given));
            AdjustChecks.strata(stratify, adjust);
            if (step.command().comparesOutcomes()) {
                ClusterChecks.options(PlannedData.cluster(step, given), adjust, own.methods());
            }
        }
        planned.forEach(this::settings);
        DataOptions options = dataOptions(command, plan, steps.get(0), parsed);
        List<String> covariates = question.covariates(plan);
        List<SumOf> sums = question.sums(
                plan,
                steps.stream()
                        .flatMap(step -> step.outcomes().stream())
                        .map(Sited::value)
                        .distinct()
                        .toList());
        PlannedData data = PlannedData.readSumming(plan, steps, covariates, sums, options, output.allowed());
        findings.addAll(data.imported().warnings());
        if (output.verbose()) {
            console.line(TrialData.read(data.inputs().get(0), data.name()));
        }
        PlannedTrials trials =
                new PlannedTrials(plan, data, options, new EstimationOptions(parsed).control(), findings);
        trials.check();
        trials.rehearse(parsed);
        findings.throwIfRefused();
        StatedSettings settings =
                new StatedSettings(plan, settings(steps.get(0).ofPlan(plan)).level());
        boolean notEstimable = false;
        List<Result> results = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        List<PlannedStep> taken = taken(plan, steps, trials, data);
        checkMargins(plan, taken, data);
        for (PlannedStep step : taken) {
            List<OutcomeKind> kinds = step.outcomes().stream()
                    .map(name -> data.outcome(name.value()).kind())
                    .toList();
            AnalysisSettings own = settings(step.options(plan, plan.outcomes().get(0)));
            LevelChecks.methods(own.methods(), kinds);
            LevelChecks.clusters(PlannedData.cluster(step, given), kinds);
        }
        LevelChecks.tell(
                taken.stream()
                        .flatMap(step -> step.outcomes().stream())
                        .map(name -> data.outcome(name.value()))
                        .distinct()
                        .toList(),
                plan.outcomes().stream()
                        .filter(outcome -> !outcome.levels().isEmpty())
                        .map(outcome -> outcome.name().value())
                        .toList(),
                data.name(),
                output.policy(),
                findings);
        Set<String> adjust = new LinkedHashSet<>();
        taken.forEach(step -> adjust.addAll(PlannedData.adjust(step, options)));
        if (!LintChecks.allowed(plan).containsKey(FindingCode.L301)) {
            AdjustChecks.late(plan, List.copyOf(adjust), data.name(), findings);
        }
        LintChecks.ofPlan(plan, taken, options, findings);
        String overrides = LayeredOptions.overrides(options(), parsed, planned);
        List<String> ran = taken.stream()
                .filter(step -> step.planned().isPresent())
                .map(PlannedStep::name)
                .toList();
        new HypothesesCheck(plan, data).check(ran, findings);
        findings.throwIfRefused();
        for (PlannedStep step : taken) {
            results.addAll(together(plan, step, trials, data.covariates(covariates)));
            for (Sited<String> name : step.outcomes()) {
                PlannedOutcome outcome = plan.outcome(name.value()).orElseThrow();
                Optional<Trial> trial = trials.trial(step, outcome);
                findings.throwIfRefused();
                ParseResult layered = layered(step.options(plan, outcome));
                ResultCommand.Analysed analysed = question.analyse(
                        trial.orElseThrow(),
                        data.name(),
                        question.settings(layered),
                        step,
                        layered,
                        data.covariates(covariates));
                StrataChecks.tell(analysed.table(), data.name(), output.policy(), findings);
                AdjustChecks.tell(analysed.table(), data.name(), output.policy(), findings);
                DonorChecks.tell(analysed.table(), data.name(), output.policy(), findings);
                notEstimable |= analysed.namedButNotEstimable();
                results.addAll(analysed.table().results());
                analysed.table().series().forEach(one -> series.add(one.of(step.name(), name.value())));
                settings.add(
                        step,
                        outcome,
                        data.outcome(name.value()),
                        analysed.table().settings());
            }
        }
        // What calls results into question decides nothing: its tests are some of those of the analyses.
        boolean decides = steps.get(0).command().tests()
                && steps.get(0).command().name().equals(parsed.commandSpec().name());
        HypothesesRun hypotheses = new HypothesesRun(plan.hypotheses().filter(any -> decides), ran, overrides);
        results.addAll(hypotheses.results(results, file.path().toString(), findings));
        Map<String, Object> stated = settings.stated();
        stated.putAll(hypotheses.stated());
        data.imported()
                .covariates()
                .forEach(covariate -> stated.put("covariate." + covariate.name(), CovariateOptions.words(covariate)));
        stated.put("arm", options.arm());
        LintChecks.state(plan, stated);
        if (!overrides.isEmpty()) {
            stated.put("overrides", overrides);
        }
        ResultTable table = new ResultTable(
                parsed.commandSpec().name(),
                data.inputsAfter(file.input()),
                stated,
                labels(plan),
                results,
                series,
                TrialData.remarks(findings));
        boolean asPlanned = overrides.isEmpty() && given.outcomes().isEmpty();
        return new ResultCommand.Analysed(
                LockedPlan.mark(file, table, asPlanned), notEstimable, PlannedNesting.of(plan));
    }

    /** What is told of all outcomes of an analysis together. */
    private List<Result> together(Plan plan, PlannedStep step, PlannedTrials trials, List<Covariate> covariates) {
        List<PlannedOutcome> outcomes = step.outcomes().stream()
                .map(name -> plan.outcome(name.value()).orElseThrow())
                .toList();
        if (outcomes.isEmpty()) {
            return List.of();
        }
        Optional<Trial> trial = trials.trial(step, outcomes.toArray(PlannedOutcome[]::new));
        findings.throwIfRefused();
        return question.together(trial.orElseThrow(), covariates, settings(step.options(plan, outcomes.get(0))));
    }

    /** Whether an outcome of an analysis is of ordered levels, by the user's word over the plan's. */
    private static boolean hasLevels(Plan plan, PlannedStep step, DataOptions given) {
        return step.outcomes().stream()
                .map(name -> given.kind().or(() -> plan.outcome(name.value()).flatMap(PlannedOutcome::kind)))
                .anyMatch(Optional.of(OutcomeKind.ORDINAL)::equals);
    }

    /** A margin of an analysis must mean the same in all its outcomes, one that the user gives in all analyses. */
    private void checkMargins(Plan plan, List<PlannedStep> steps, PlannedData data) {
        Optional<String> given = new EstimationOptions(parsed).margin();
        List<MarginScale> all = new ArrayList<>();
        for (PlannedStep step : steps) {
            List<MarginScale> here = step.outcomes().stream()
                    .map(name -> new MarginScale(
                            name.value(),
                            data.outcome(name.value()).kind(),
                            settings(step.options(
                                    plan, plan.outcome(name.value()).orElseThrow()))))
                    .toList();
            all.addAll(here);
            step.planned()
                    .flatMap(PlannedAnalysis::margin)
                    .filter(any -> given.isEmpty() && !here.isEmpty())
                    .ifPresent(text -> MarginScale.check(text, here));
        }
        given.ifPresent(text -> MarginScale.check(text, all));
    }

    /** The user's options of reading over the plan's. */
    static DataOptions dataOptions(CliCommand command, Plan plan, PlannedStep step, ParseResult parsed) {
        PlannedOutcome any = plan.outcomes().get(0);
        Map<String, List<String>> reading = new LinkedHashMap<>(step.dataOptions(plan, any));
        reading.keySet().retainAll(READING);
        return new DataOptions(LayeredOptions.of(command, DataOptions.OF_PLANS, parsed, reading));
    }

    /** What people call each outcome and column. */
    static Map<String, String> labels(Plan plan) {
        Map<String, String> labels = new LinkedHashMap<>();
        plan.participants().columns().forEach(column -> labels.put(column.name(), column.label()));
        plan.participants().amounts().forEach(amount -> labels.put(amount.name(), amount.label()));
        for (PlannedOutcome outcome : plan.outcomes()) {
            labels.put(outcome.name().value(), outcome.heading());
            outcome.components().forEach(part -> labels.put(part.name().value(), part.heading()));
        }
        return labels;
    }

    private List<PlannedStep> taken(Plan plan, List<PlannedStep> steps, PlannedTrials trials, PlannedData data) {
        List<PlannedStep> taken = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (!new DataOptions(parsed).outcomes().isEmpty()) {
                step.outcomes().stream().map(name -> data.outcome(name.value())).forEach(question::accept);
            }
            taken.add(step.with(step.outcomes().stream()
                    .filter(name -> trials.takes(step, name))
                    .toList()));
        }
        taken.forEach(step -> tellLittle(step, data));
        findings.throwIfRefused();
        if (taken.stream().allMatch(step -> step.outcomes().isEmpty())) {
            throw PlannedStep.none(
                    plan, PlanVocabulary.command(parsed.commandSpec().name()));
        }
        return taken;
    }

    /** Tells of outcomes of the analyses of another command that this one, which goes by them, says little of. */
    private void tellLittle(PlannedStep step, PlannedData data) {
        Vocabulary.Command own = PlanVocabulary.command(parsed.commandSpec().name());
        for (Sited<String> name : step.outcomes()) {
            OutcomeKind kind = data.outcome(name.value()).kind();
            if (!own.takes(kind)) {
                findings.add(
                        FindingCode.W247,
                        name.where(),
                        name.value(),
                        PlannedOutcome.words(kind),
                        own.name(),
                        step.command().name());
            }
        }
    }

    private List<CliOption> options() {
        return Stream.concat(question.options().stream(), DataOptions.ALL.stream())
                .toList();
    }

    private static List<Map<String, List<String>>> planned(Plan plan, List<PlannedStep> steps) {
        List<Map<String, List<String>>> planned = new ArrayList<>();
        for (PlannedStep step : steps) {
            for (Sited<String> name : step.outcomes()) {
                PlannedOutcome outcome = plan.outcome(name.value()).orElseThrow();
                Map<String, List<String>> all = new LinkedHashMap<>(step.options(plan, outcome));
                all.putAll(step.dataOptions(plan, outcome));
                planned.add(all);
            }
        }
        return planned;
    }

    private AnalysisSettings settings(Map<String, List<String>> planned) {
        return question.settings(layered(planned));
    }

    private ParseResult layered(Map<String, List<String>> planned) {
        return LayeredOptions.of(command, question.options(), parsed, planned);
    }
}
