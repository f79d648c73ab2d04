package org.ipstrial.cli;

import java.util.List;
import java.util.Set;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Rates;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.Language;
import org.ipstrial.report.RatesReport;
import org.ipstrial.report.Report;

/** {@code ipstrial rates}. */
final class RatesCommand extends TrialCommand {

    @Override
    public String description() {
        return "What share of each arm got work or education?";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial rates participants.csv --outcome employed --by diagnosis");
    }

    @Override
    Set<Measure> measures() {
        return Rates.MEASURES;
    }

    @Override
    void accept(OutcomeDefinition outcome) {
        refuse(outcome, OutcomeKind.AMOUNT, "rates", "ipstrial hours");
        refuse(outcome, OutcomeKind.AMOUNT_OF_WORKERS, "rates", "ipstrial hours");
        refuse(outcome, OutcomeKind.TIME, "rates", "ipstrial survival");
        refuse(outcome, OutcomeKind.TIME_OF_WORKERS, "rates", "ipstrial survival");
        refuse(outcome, OutcomeKind.WEEKLY, "rates", "ipstrial survival");
    }

    @Override
    ResultTable analyse(Trial trial, AnalysisSettings settings) {
        return Rates.of(trial, settings);
    }

    @Override
    Report report(ReleasedTable released, Language language) {
        return RatesReport.of(released, language);
    }
}
