package org.ipstrial.cli;

import java.util.List;
import java.util.Set;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Hours;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.HoursReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;

/** {@code ipstrial hours}. */
final class HoursCommand extends TrialCommand {

    @Override
    public String description() {
        return "How much did each arm work? Hours, weeks or earnings: everybody, the share with none, and those with some;"
                + " of wages those who worked.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial hours participants.csv --outcome hours --unit hours");
    }

    @Override
    Set<Measure> measures() {
        return Hours.MEASURES;
    }

    @Override
    void accept(OutcomeDefinition outcome) {
        refuse(outcome, OutcomeKind.BINARY, "hours", "ipstrial rates");
        refuse(outcome, OutcomeKind.ORDINAL, "hours", "ipstrial rates");
        refuse(outcome, OutcomeKind.TIME, "hours", "ipstrial survival");
        refuse(outcome, OutcomeKind.TIME_OF_WORKERS, "hours", "ipstrial survival");
        refuse(outcome, OutcomeKind.WEEKLY, "hours", "ipstrial survival");
    }

    @Override
    ResultTable analyse(Trial trial, AnalysisSettings settings) {
        return Hours.of(trial, settings);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return HoursReport.of(released, language);
    }
}
