package org.ipstrial.cli;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Survival;
import org.ipstrial.analysis.SurvivalRequest;
import org.ipstrial.analysis.Trial;
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
 * @param given    what the user gives
 * @param findings what is found
 */
record PlannedTimesQuestion(Progress progress, TimesOptions given, Findings findings) implements PlannedQuestion {

    @Override
    public List<CliOption> options() {
        return Stream.concat(TimesOptions.OF_PLANS.stream(), EstimationOptions.OF_TIMES.stream())
                .toList();
    }

    @Override
    public AnalysisSettings settings(ParseResult layered) {
        AnalysisSettings settings = new EstimationOptions(layered).settingsOfTimes(Survival.MEASURES, progress);
        new TimesOptions(layered).refuseUnusedClusters(settings);
        return settings;
    }

    @Override
    public void accept(OutcomeDefinition outcome) {
        if (outcome.kind() != OutcomeKind.TIME) {
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
        SurvivalRequest request = options.request(trial, file)
                .withTauAt(step.planned()
                        .flatMap(PlannedAnalysis::tau)
                        .filter(any -> !given.givesTau())
                        .map(Sited::where)
                        .orElse(Location.COMMAND_LINE));
        options.tellClusters(trial, file, findings);
        ResultTable table = Survival.of(trial, request, settings);
        return SurvivalCommand.analysed(table.with(options.statedOfPlan()), settings);
    }
}
