package org.ipstrial.cli;

import java.util.List;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Trial;
import org.ipstrial.outcome.OutcomeDefinition;
import picocli.CommandLine.ParseResult;

/** What a command asks of the outcomes of a plan. */
interface PlannedQuestion {

    /** The options that say how it is to be answered, which a plan says too. */
    List<CliOption> options();

    /** The settings that they come to. */
    AnalysisSettings settings(ParseResult layered);

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
}
