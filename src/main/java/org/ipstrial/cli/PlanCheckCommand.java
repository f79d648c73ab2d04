package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.analysis.Baseline;
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
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.report.AcceptedCodes;
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
        Later.refuse(
                !format.isPage(), "--format " + format.id() + " of plan check", "text, markdown, html and latex are");
        Findings findings = new Findings();
        WholePlan whole = WholePlan.read(parsed, output, PlannedRequest.Extent.ALL, findings);
        LintChecks.ofPlan(whole.plan(), PlannedStep.ofAnalyses(whole.plan()), new DataOptions(parsed), findings);
        ResultTable table = new ResultTable(
                NAME,
                whole.data().inputsAfter(whole.file().input()),
                stated(whole.plan(), whole.data()),
                whole.labels(),
                counts(whole.trial()),
                List.of(),
                TrialData.remarks(findings));
        String page = format.page(AcceptedCodes.on(
                PlanReport.of(output.policy().release(table), output.language()), table, output.language()));
        console.print(output.told(findings), output.messages());
        output.write(page, console);
        return output.failed(findings, output.allowed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
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
        if (!plan.participants().strata().isEmpty()) {
            stated.put(
                    StatedSettings.STRATA, String.join(", ", plan.participants().strata()));
        }
        LintChecks.state(plan, stated);
        if (!plan.report().words().isEmpty()) {
            stated.put("report", plan.report().words());
        }
        if (!plan.baseline().isEmpty()) {
            stated.put(
                    Baseline.NAME,
                    String.join(", ", plan.baseline().stream().map(Sited::value).toList()));
        }
        plan.analyses()
                .forEach(analysis ->
                        stated.put(StatedSettings.key(analysis.id().value()), StatedSettings.words(analysis)));
        plan.hypotheses().ifPresent(hypotheses -> stated.putAll(HypothesesRun.stated(hypotheses)));
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
