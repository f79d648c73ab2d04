package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Baseline;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.participants.PlannedAmount;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.report.PlanReport;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial plan check}. */
final class PlanCheckCommand implements CliCommand {

    private static final String NAME = "plan";

    @Override
    public String description() {
        return "Is the plan sound, and do the data agree with it? Tells everything that is wrong, and computes nothing.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial plan check trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file, which ends in .yaml.");
    }

    @Override
    public List<CliOption> options() {
        return OutputOptions.ALL;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        Format format = output.format();
        Later.refuse(output.policy().threshold() > 0, "--min-cell of plan check", "0, which hides nothing, is");
        Later.refuse(
                format == Format.CSV || format == Format.JSON,
                "--format " + format.id() + " of plan check",
                "text, markdown, html and latex are");
        Path path = Positional.value(parsed)
                .map(Path::of)
                .orElseThrow(() -> OptionChecks.wrong("PLAN, the plan file, is not given", "it is required"));
        if (new DataOptions(parsed).plan().isEmpty()) {
            throw OptionChecks.wrong(path + " is no plan", "the name of a plan ends in .yaml");
        }
        output.check(Optional.of(path));
        PlanFile file = PlanFile.read(path);
        output.check(Optional.of(file.plan().participants().file().value()));
        Findings findings = new Findings();
        ResultTable table = check(file, parsed, output, findings);
        String page = format.page(PlanReport.of(output.policy().release(table), output.language()));
        console.print(findings, output.messages());
        output.write(page, console);
        return output.failed(findings, output.allowed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private static ResultTable check(PlanFile file, ParseResult parsed, OutputOptions output, Findings findings) {
        Plan plan = file.plan();
        List<PlannedStep> analyses = PlannedStep.ofAnalyses(plan);
        // Every outcome is read, whether an analysis names it or not; a comparison takes every kind.
        PlannedStep all =
                PlannedStep.of(plan, Compare.NAME, plan.outcomeNames()).get(0);
        List<PlannedStep> steps = new ArrayList<>(analyses);
        steps.add(all);
        DataOptions options = PlannedRun.dataOptions(new CompareCommand(), plan, all, parsed);
        List<String> columns =
                plan.participants().columns().stream().map(PlannedColumn::name).toList();
        List<String> amounts =
                plan.participants().amounts().stream().map(PlannedAmount::name).toList();
        PlannedData data = PlannedData.read(plan, steps, columns, amounts, options, output.allowed());
        findings.addAll(data.imported().warnings());
        PlannedTrials trials = new PlannedTrials(plan, data, options, Optional.empty(), findings);
        trials.check();
        for (PlannedStep step : analyses) {
            step.outcomes().forEach(outcome -> trials.takes(step, outcome));
            PlannedOutcome first = plan.outcome(step.outcomes().get(0).value()).orElseThrow();
            trials.trial(step, first);
        }
        Optional<Trial> trial = trials.trial(all, plan.outcomes().get(0));
        findings.throwIfRefused();
        return new ResultTable(
                NAME,
                List.of(file.input(), data.input()),
                stated(plan, data),
                PlannedRun.labels(plan),
                counts(trial.orElseThrow()),
                List.of(),
                TrialData.remarks(findings));
    }

    private static Map<String, Object> stated(Plan plan, PlannedData data) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("trial", plan.trial());
        Sited<String> control = plan.participants().arm().control();
        stated.put("control", control.value());
        for (PlannedOutcome outcome : plan.outcomes()) {
            String name = outcome.name().value();
            stated.put("outcome." + name, StatedSettings.words(outcome, data.outcome(name)));
        }
        if (!plan.baseline().isEmpty()) {
            stated.put(
                    Baseline.NAME,
                    String.join(", ", plan.baseline().stream().map(Sited::value).toList()));
        }
        plan.analyses()
                .forEach(analysis ->
                        stated.put(StatedSettings.key(analysis.id().value()), StatedSettings.words(analysis)));
        return stated;
    }

    private static List<Result> counts(Trial trial) {
        ResultKey key = new ResultKey(NAME, trial.analysisSet(), "", "", "", "", "", "", "", Measure.COUNT, "");
        List<Result> results = new ArrayList<>();
        for (String arm : trial.arms().labels()) {
            Cohort people = trial.people().at(trial.armColumn(), arm);
            results.add(new Result(key.ofArm(arm), Map.of(Statistic.RANDOMISED, Cell.count(people.size())), ""));
        }
        return results;
    }
}
