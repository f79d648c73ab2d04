package org.ipstrial.cli;

import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.Plan;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** A command whose results stand in the report of a whole plan as they stand on its own page. */
interface ReportPart extends CliCommand {

    /** Reads the data and analyses them; what is worth a warning goes to the findings. */
    ResultCommand.Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings);

    /** The results on a page. */
    Report report(ReleasedTable released, Language language);

    /**
     * The results as they stand beside those of the other commands in the report of a whole plan.
     *
     * @param plan what is reported
     */
    default ResultCommand.Analysed beside(ResultCommand.Analysed analysed, Plan plan) {
        return analysed;
    }

    /** The page as it stands beside those of the other commands. */
    default Report besideReport(ReleasedTable released, Language language) {
        return report(released, language);
    }
}
