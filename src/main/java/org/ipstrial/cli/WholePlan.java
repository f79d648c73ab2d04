package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Trial;
import org.ipstrial.cli.PlannedRequest.Extent;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;
import picocli.CommandLine.ParseResult;

/**
 * A plan with everything that it names read and held against it.
 *
 * @param file  the plan
 * @param data  its data: every outcome, every label column, the follow-up
 * @param trial everybody with every outcome
 */
record WholePlan(PlanFile file, PlannedData data, Trial trial) {

    /**
     * Reads plan and data.
     *
     * @param extent   whether everybody is kept as the files tell of them too; then the output is a folder
     * @param findings what is found and does not refuse
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong with the plan, or else with the data
     */
    static WholePlan read(ParseResult parsed, OutputOptions output, Extent extent, Findings findings) {
        Path path = CliCommand.Positional.value(parsed)
                .map(Path::of)
                .orElseThrow(() -> OptionChecks.wrong("PLAN, the plan file, is not given", "it is required"));
        if (new DataOptions(parsed).plan().isEmpty()) {
            throw OptionChecks.wrong(path + " is no plan", "the name of a plan ends in .yaml");
        }
        boolean intoFile = extent != Extent.RECORDS;
        if (intoFile) {
            output.check(Optional.of(path));
        } else {
            output.checkForm();
        }
        PlanFile file = PlanFile.read(path);
        if (intoFile) {
            file.dataFiles().forEach(data -> output.check(Optional.of(data)));
        }
        Plan plan = file.plan();
        List<PlannedStep> analyses = PlannedStep.ofAnalyses(plan);
        // Every outcome is read, whether an analysis names it or not; a comparison takes every kind.
        PlannedStep all =
                PlannedStep.of(plan, Compare.NAME, plan.outcomeNames()).get(0);
        List<PlannedStep> steps = new ArrayList<>(analyses);
        steps.add(all);
        DataOptions options = PlannedRun.dataOptions(new CompareCommand(), plan, all, parsed);
        PlannedData data = PlannedData.readAll(plan, steps, options, output.allowed(), extent);
        findings.addAll(data.imported().warnings());
        PlannedTrials trials = new PlannedTrials(plan, data, options, Optional.empty(), findings);
        trials.check();
        trials.rehearse(parsed);
        for (PlannedStep step : analyses) {
            step.outcomes().forEach(outcome -> trials.takes(step, outcome));
            trials.trial(step, plan.outcome(step.outcomes().get(0).value()).orElseThrow());
        }
        new HypothesesCheck(plan, data)
                .check(analyses.stream().map(PlannedStep::name).toList(), findings);
        List<OutcomeDefinition> outcomes = all.outcomes().stream()
                .map(name -> plan.outcome(name.value()).orElseThrow())
                .map(outcome -> data.outcome(outcome.name().value()).at(outcome.timepoint()))
                .toList();
        PlannedOutcome first = plan.outcomes().get(0);
        Optional<Trial> trial = trials.trial(all, first).map(people -> people.withOutcomes(outcomes));
        findings.throwIfRefused();
        return new WholePlan(file, data, trial.orElseThrow());
    }

    Plan plan() {
        return file.plan();
    }

    /** What people call each outcome and column. */
    Map<String, String> labels() {
        return PlannedRun.labels(plan());
    }
}
