package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Baseline;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Unit;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.Vocabulary;
import org.ipstrial.plan.participants.PlannedAmount;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.yaml.PlanWords;
import org.ipstrial.plan.yaml.Sited;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial baseline} over a plan. */
final class PlannedBaselineRun {

    private static final PlannedStep STEP = new PlannedStep(
            Baseline.NAME, new Vocabulary.Command(Baseline.NAME, List.of(), Map.of()), List.of(), Optional.empty());

    private final BaselineCommand command;
    private final ParseResult parsed;
    private final Console console;
    private final ProgressBar progress;
    private final Findings findings;

    PlannedBaselineRun(
            BaselineCommand command, ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        this.command = command;
        this.parsed = parsed;
        this.console = console;
        this.progress = progress;
        this.findings = findings;
    }

    /**
     * Reads plan and data, and analyses.
     *
     * @throws RefusedException if the plan, the data or an option is refused
     */
    ResultCommand.Analysed analyse() {
        OutputOptions output = new OutputOptions(parsed);
        CovariateOptions.toShow(parsed).refuseKinds();
        PlanFile file = PlanFile.read(new DataOptions(parsed).plan().orElseThrow());
        Plan plan = file.plan();
        file.dataFiles().forEach(data -> output.check(Optional.of(data)));
        List<String> names = covariates(plan);
        Map<String, List<String>> planned = planned(plan);
        AnalysisSettings settings =
                new EstimationOptions(layered(EstimationOptions.ALL, planned)).settings(Set.of(), progress);
        DataOptions options = PlannedRun.dataOptions(command, plan, STEP, parsed);
        PlannedData data = PlannedData.read(
                plan,
                List.of(),
                List.copyOf(PlannedData.labels(plan, STEP, options)),
                names,
                options,
                output.allowed());
        findings.addAll(data.imported().warnings());
        if (output.verbose()) {
            console.line(TrialData.read(data.inputs().get(0), data.name()));
        }
        PlannedTrials trials =
                new PlannedTrials(plan, data, options, new EstimationOptions(parsed).control(), findings);
        trials.check();
        trials.rehearse(parsed);
        findings.throwIfRefused();
        Trial trial = trials.trial(STEP).orElseThrow();
        ResultTable table = Baseline.of(trial, data.imported().covariates(), units(plan), settings);
        ResultTable whole = new ResultTable(
                Baseline.NAME,
                data.inputsAfter(file.input()),
                stated(plan, table, data, options, planned),
                labels(plan),
                table.results(),
                List.of(),
                TrialData.remarks(findings));
        boolean asPlanned = !whole.settings().containsKey("overrides")
                && CovariateOptions.toShow(parsed).names().isEmpty();
        return ResultCommand.Analysed.of(LockedPlan.mark(file, whole, asPlanned), settings);
    }

    /** The names that the user gives, else those of the plan. */
    private List<String> covariates(Plan plan) {
        List<String> given = CovariateOptions.toShow(parsed).names();
        if (given.isEmpty() && plan.baseline().isEmpty()) {
            throw OptionChecks.wrong(
                    "the plan names no covariates",
                    "write for example 'baseline: [age, sex]' in the plan, or give --covariates");
        }
        if (given.isEmpty()) {
            return plan.baseline().stream().map(Sited::value).toList();
        }
        return described(plan, given);
    }

    /**
     * Covariates that the user names.
     *
     * @throws RefusedException if the plan does not describe one
     */
    static List<String> described(Plan plan, List<String> given) {
        List<String> known = List.copyOf(labels(plan).keySet());
        for (String name : given) {
            if (!known.contains(name)) {
                throw RefusedException.of(
                        FindingCode.E026,
                        Location.COMMAND_LINE,
                        name,
                        known.isEmpty() ? "those it describes, and it describes none" : String.join(", ", known),
                        known.isEmpty() ? "describe it in the plan" : PlanWords.nearest(name, known));
            }
        }
        return given;
    }

    /** What the plan says of the options that this command has. */
    private Map<String, List<String>> planned(Plan plan) {
        Map<String, List<String>> planned = new LinkedHashMap<>(STEP.ofPlan(plan));
        planned.putAll(STEP.dataOptions(plan, plan.outcomes().get(0)));
        planned.keySet()
                .retainAll(command.options().stream().map(CliOption::name).toList());
        return planned;
    }

    private ParseResult layered(List<CliOption> options, Map<String, List<String>> planned) {
        return LayeredOptions.of(command, options, parsed, planned);
    }

    private Map<String, Object> stated(
            Plan plan, ResultTable table, PlannedData data, DataOptions options, Map<String, List<String>> planned) {
        Map<String, Object> stated = new LinkedHashMap<>(table.settings());
        stated.put("trial", plan.trial());
        data.imported()
                .covariates()
                .forEach(covariate -> stated.put("covariate." + covariate.name(), words(plan, covariate)));
        stated.put("arm", options.arm());
        String overrides = LayeredOptions.overrides(
                Stream.concat(EstimationOptions.ALL.stream(), DataOptions.ALL.stream())
                        .toList(),
                parsed,
                List.of(planned));
        if (!overrides.isEmpty()) {
            stated.put("overrides", overrides);
        }
        return stated;
    }

    private static String words(Plan plan, Covariate covariate) {
        List<String> words = new ArrayList<>(List.of(CovariateOptions.words(covariate)));
        Optional<PlannedAmount> amount = plan.participants().amount(covariate.name());
        String column = amount.map(PlannedAmount::column)
                .or(() -> plan.participants().column(covariate.name()).map(PlannedColumn::column))
                .orElseThrow()
                .value();
        if (!column.equals(covariate.name())) {
            words.add("column " + column);
        }
        amount.flatMap(PlannedAmount::unit).ifPresent(unit -> words.add("unit " + unit));
        return String.join(", ", words);
    }

    /** What people call each column and amount. */
    static Map<String, String> labels(Plan plan) {
        Map<String, String> labels = new LinkedHashMap<>();
        plan.participants().columns().forEach(column -> labels.put(column.name(), column.label()));
        plan.participants().amounts().forEach(amount -> labels.put(amount.name(), amount.label()));
        return labels;
    }

    private static Map<String, Unit> units(Plan plan) {
        Map<String, Unit> units = new LinkedHashMap<>();
        plan.participants().amounts().forEach(amount -> amount.unit()
                .ifPresent(unit -> units.put(amount.name(), Unit.valueOf(unit.toUpperCase(Locale.ROOT)))));
        return units;
    }
}
