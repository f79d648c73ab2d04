package org.ipstrial.cli;

import java.util.List;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Result;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.Plan;
import picocli.CommandLine.ParseResult;

/** What a command asks of the outcomes of a plan. */
interface PlannedQuestion {

    /** The options that say how it is to be answered, which a plan says too. */
    List<CliOption> options();

    /** The settings that they come to. */
    AnalysisSettings settings(ParseResult layered);

    /**
     * Covariates of the plan that are described besides.
     *
     * @throws org.ipstrial.finding.RefusedException if the user names one that the plan does not describe
     */
    default List<String> covariates(Plan plan) {
        return List.of();
    }

    /**
     * Amounts that are the sum of others, which are read besides.
     *
     * @param outcomes the outcomes that are analysed
     * @throws org.ipstrial.finding.RefusedException if the user names something that the plan does not describe as an amount
     */
    default List<SumOf> sums(Plan plan, List<String> outcomes) {
        return List.of();
    }

    /** What is told of all outcomes of an analysis together, before the outcomes. */
    default List<Result> together(Trial trial, List<Covariate> covariates, AnalysisSettings settings) {
        return List.of();
    }

    /** Refuses an outcome of a kind that the command does not take. */
    void accept(OutcomeDefinition outcome);

    /**
     * The answer for one outcome.
     *
     * @param file    the participants file, for messages
     * @param step    the analysis
     * @param layered the user's options over the plan's
     */
    ResultCommand.Analysed analyse(
            Trial trial, String file, AnalysisSettings settings, PlannedStep step, ParseResult layered);

    /** The same with the covariates that are described besides. */
    default ResultCommand.Analysed analyse(
            Trial trial,
            String file,
            AnalysisSettings settings,
            PlannedStep step,
            ParseResult layered,
            List<Covariate> covariates) {
        return analyse(trial, file, settings, step, layered);
    }
}
