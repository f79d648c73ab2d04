package org.ipstrial.cli;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.FirstJobTenure;
import org.ipstrial.analysis.Survival;
import org.ipstrial.analysis.SurvivalRequest;
import org.ipstrial.analysis.Trial;
import org.ipstrial.analysis.WorkOverTime;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.stats.resampling.Progress;
import picocli.CommandLine.ParseResult;

/**
 * What {@code survival} asks of the outcomes of a plan.
 *
 * @param progress is told how far it has come
 * @param grouping what is asked of times where small groups are hidden
 * @param given    what the user gives
 * @param findings what is found
 */
record PlannedTimesQuestion(Progress progress, TimesGrouping grouping, TimesOptions given, Findings findings)
        implements PlannedQuestion {

    @Override
    public List<CliOption> options() {
        return Stream.concat(TimesOptions.OF_PLANS.stream(), EstimationOptions.OF_TIMES.stream())
                .toList();
    }

    @Override
    public AnalysisSettings settings(ParseResult layered) {
        AnalysisSettings settings =
                new EstimationOptions(layered).settingsOfTimes(Survival.MEASURES_OF_PLANS, progress);
        new TimesOptions(layered).refuseUnusedClusters(settings);
        return settings;
    }

    @Override
    public void accept(OutcomeDefinition outcome) {
        if (!outcome.kind().isOfCourse()) {
            throw RefusedException.of(
                    FindingCode.E015,
                    Location.COMMAND_LINE,
                    outcome.name(),
                    PlannedOutcome.words(outcome.kind()),
                    Survival.NAME,
                    PlanVocabulary.takenBy(Survival.NAME),
                    "'ipstrial compare'");
        }
    }

    @Override
    public ResultCommand.Analysed analyse(
            Trial trial, String file, AnalysisSettings settings, PlannedStep step, ParseResult layered) {
        TimesOptions options = new TimesOptions(layered);
        OutcomeDefinition outcome = trial.outcomes().get(0);
        if (outcome.kind() != OutcomeKind.TIME) {
            grouping.refuse(PlannedOutcome.words(outcome.kind()));
        }
        if (outcome.kind() == OutcomeKind.WEEKLY) {
            ResultTable weeks = WorkOverTime.of(trial, outcome, options.requestOfPlan(outcome, file), settings);
            return analysed(weeks, WorkOverTime.namedButNotEstimable(weeks), settings);
        }
        if (outcome.kind() == OutcomeKind.TIME_OF_WORKERS) {
            SurvivalRequest request = options.requestOfPlan(outcome, file);
            ResultTable tenures = FirstJobTenure.of(trial, outcome, request, settings);
            boolean named = !request.at().isEmpty() || request.tau().isPresent();
            return analysed(
                    tenures.with(options.statedOfPlan()), named && Survival.namedButNotEstimable(tenures), settings);
        }
        SurvivalRequest whole = options.request(trial, file)
                .withTauAt(step.planned()
                        .flatMap(PlannedAnalysis::tau)
                        .filter(any -> !given.givesTau())
                        .map(Sited::where)
                        .orElse(Location.COMMAND_LINE));
        options.tellClusters(trial, file, findings);
        SurvivalRequest request = grouping.of(whole, trial);
        ResultTable table = Survival.of(trial, request, settings);
        return SurvivalCommand.analysed(table.with(options.statedOfPlan()), settings);
    }

    private static ResultCommand.Analysed analysed(ResultTable table, boolean lacking, AnalysisSettings settings) {
        ResultCommand.Analysed analysed = ResultCommand.Analysed.of(table, settings);
        return new ResultCommand.Analysed(table, analysed.namedButNotEstimable() || lacking, analysed.nesting());
    }
}
