package org.ipstrial.cli;

import java.util.List;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Hours;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.HoursReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.Command;

/** {@code ipstrial hours}. */
@Command(
        name = Hours.NAME,
        description = "How much did each arm work? Hours, weeks or earnings: everybody, the share with none, and those"
                + " with some.",
        footer = {"", "Example:", "  ipstrial hours participants.csv --outcome hours --unit hours"})
final class HoursCommand extends TrialCommand {

    HoursCommand(Console console) {
        super(console);
    }

    @Override
    List<Family<?>> families() {
        return Hours.FAMILIES;
    }

    @Override
    void accept(OutcomeDefinition outcome) {
        require(outcome, OutcomeKind.AMOUNT, "hours", "ipstrial rates");
    }

    @Override
    ResultTable analyse(Trial trial, AnalysisSettings settings) {
        return Hours.of(trial, settings);
    }

    @Override
    Report report(ReleasedTable released, Language language) {
        return HoursReport.of(released, language);
    }
}
