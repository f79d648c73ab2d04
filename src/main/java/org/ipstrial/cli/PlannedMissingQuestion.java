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
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
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

    /** The user's, else the plan's, where they are imputed: of the outcomes that are analysed, and of the covariates. */
    @Override
    public List<SumOf> sums(Plan plan, List<String> outcomes) {
        MissingOptions options = new MissingOptions(parsed);
        if (options.imputation().isEmpty()) {
            return List.of();
        }
        DerivedSums given = options.sums();
        List<String> covariates = covariates(plan);
        if (given.sums().isEmpty()) {
            return plan.sums().stream()
                    .filter(sum -> outcomes.contains(sum.name()) || covariates.contains(sum.name()))
                    .toList();
        }
        given.check(plan.participants().id().value(), outcomes, covariates);
        List<String> amounts = plan.participants().amounts().stream()
                .map(amount -> amount.name())
                .toList();
        given.parts().stream()
                .filter(part -> !amounts.contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw OptionChecks.wrong(
                            "--derive names " + part + ", which is no amount of the plan",
                            "wanted one under participants: amounts");
                });
        return given.sums();
    }

    /** Those of one outcome, which no other is told by. */
    private static List<SumOf> sums(MissingOptions layered, Trial trial, List<Covariate> covariates) {
        return layered.sums().sums().stream()
                .filter(sum -> trial.outcomes().stream()
                                .anyMatch(outcome -> outcome.name().equals(sum.name()))
                        || covariates.stream()
                                .anyMatch(covariate -> covariate.name().equals(sum.name())))
                .toList();
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
        if (trial.has(OutcomeKind.ORDINAL)) {
            return ResultCommand.Analysed.of(table, settings);
        }
        return ResultCommand.Analysed.of(
                MissingCommand.imputed(
                        table.with(options.statedRange(trial.outcomes())),
                        parsed,
                        trial,
                        covariates,
                        sums(options, trial, covariates),
                        settings),
                settings);
    }
}
