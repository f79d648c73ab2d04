package org.ipstrial.cli;

import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Missing;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.yaml.Sited;
import org.ipstrial.stats.resampling.Progress;
import picocli.CommandLine.ParseResult;

/**
 * What {@code missing} asks of the outcomes of a plan.
 *
 * @param parsed   the command line
 * @param progress is told how far it has come
 */
record PlannedMissingQuestion(ParseResult parsed, Progress progress) implements PlannedQuestion {

    @Override
    public List<CliOption> options() {
        return Stream.concat(MissingOptions.OF_PLANS.stream(), EstimationOptions.ALL.stream())
                .toList();
    }

    @Override
    public AnalysisSettings settings(ParseResult layered) {
        return new EstimationOptions(layered).settings(Compare.measures(), progress);
    }

    /** Those that the user names, else the plan's baseline. */
    @Override
    public List<String> covariates(Plan plan) {
        List<String> given = CovariateOptions.toShow(parsed).names();
        return given.isEmpty()
                ? plan.baseline().stream().map(Sited::value).toList()
                : PlannedBaselineRun.described(plan, given);
    }

    @Override
    public List<Result> together(Trial trial, List<Covariate> covariates, AnalysisSettings settings) {
        return Missing.description(trial, covariates, settings);
    }

    @Override
    public void accept(OutcomeDefinition outcome) {
        MissingCommand.accept(outcome);
    }

    @Override
    public ResultCommand.Analysed analyse(
            Trial trial, String file, AnalysisSettings settings, PlannedStep step, ParseResult layered) {
        return analyse(trial, file, settings, step, layered, List.of());
    }

    @Override
    public ResultCommand.Analysed analyse(
            Trial trial,
            String file,
            AnalysisSettings settings,
            PlannedStep step,
            ParseResult layered,
            List<Covariate> covariates) {
        MissingOptions options = new MissingOptions(layered);
        ResultTable table = Missing.of(trial, options.request(Location.file(file)), settings);
        return ResultCommand.Analysed.of(
                MissingCommand.imputed(
                        table.with(options.statedRange(trial.outcomes())), parsed, trial, covariates, settings),
                settings);
    }
}
