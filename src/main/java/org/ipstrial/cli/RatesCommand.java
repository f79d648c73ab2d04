package org.ipstrial.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.ipstrial.stats.resampling.Progress;

/** {@code ipstrial rates}. */
final class RatesCommand extends TrialCommand {

    /** The share that was expected. */
    static final CliOption TARGET = CliOption.one(
            "--target",
            "SHARE",
            "A stated share, such as 0.6 where 60% were expected: each arm by itself, of which one will do, is tested against it, which is no"
                    + " effect of a programme. --alternative says on which side.");

    @Override
    public String description() {
        return "What share of each arm got work or education? With --target, is it the share that was expected?";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial rates participants.csv --outcome employed --by diagnosis",
                "ipstrial rates participants.csv --outcome employed --target 0.6");
    }

    @Override
    List<CliOption> estimation() {
        return Stream.concat(Stream.of(TARGET), EstimationOptions.ALL.stream()).toList();
    }

    @Override
    AnalysisSettings settings(EstimationOptions options, Progress progress) {
        return options.settingsOfShares(TARGET, measures(), progress);
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
        if (settings.hypothesis().target().isPresent() && trial.has(OutcomeKind.ORDINAL)) {
            throw OptionChecks.wrong(
                    TARGET.name() + " is the share of those with an event, and the outcome is of ordered levels",
                    "leave it out, or read the outcome with --kind binary and --event-value");
        }
        return Rates.of(trial, settings);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return RatesReport.of(released, language);
    }
}
