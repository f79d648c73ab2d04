package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.ComparisonReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial compare}. */
final class CompareCommand extends TrialCommand {

    /** What counts are called whose outcome nobody names. */
    static final String DEFAULT_NAME = "events";

    private static final CliOption COUNTS = CliOption.repeated(
            "--counts", "LABEL=EVENTS/N", "Compare published counts, with no file; give it once for each arm.");

    @Override
    public String description() {
        return "How far apart are the arms on this outcome? The \"58% vs 21%\" report.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial compare participants.csv --control control --outcome employed",
                "ipstrial compare trial.yaml",
                "ipstrial compare --counts IPS=85/156 --counts control=43/156 --control control");
    }

    @Override
    Set<Measure> measures() {
        return Compare.measures();
    }

    @Override
    void accept(OutcomeDefinition outcome) {
        refuse(outcome, OutcomeKind.AMOUNT_OF_WORKERS, "compare", "ipstrial hours");
        refuse(outcome, OutcomeKind.TIME, "compare", "ipstrial survival");
        refuse(outcome, OutcomeKind.TIME_OF_WORKERS, "compare", "ipstrial survival");
        refuse(outcome, OutcomeKind.WEEKLY, "compare", "ipstrial survival");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(super.options(), CovariateOptions.OF_MODEL, List.of(COUNTS))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    List<CliOption> estimation() {
        return Stream.concat(EstimationOptions.ALL.stream(), Stream.of(ClusterChecks.OPTION))
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        if (!COUNTS.given(parsed)) {
            return super.results(parsed, console, progress, findings);
        }
        AnalysisSettings settings = new EstimationOptions(parsed).settings(measures(), progress);
        DataOptions data = new DataOptions(parsed);
        data.data().ifPresent(file -> {
            throw RefusedException.of(FindingCode.E016, Location.COMMAND_LINE, file);
        });
        if (data.givesStratify()) {
            throw StrataChecks.ofCounts();
        }
        if (data.givesAdjust()) {
            throw AdjustChecks.ofCounts();
        }
        ClusterChecks.options(data.cluster(), List.of(), settings.methods());
        AdjustChecks.methods(settings.methods(), List.of(), List.of());
        Map<String, EventCounts> counts = GivenCounts.parse(COUNTS.values(parsed));
        List<String> labels =
                counts.keySet().stream().sorted(CodePointOrder.INSTANCE).toList();
        Arms arms = Arms.of(labels, new EstimationOptions(parsed).control());
        String outcome = data.outcomes().stream().findFirst().orElse(DEFAULT_NAME);
        new EstimationOptions(parsed)
                .margin()
                .ifPresent(text ->
                        MarginScale.check(text, List.of(new MarginScale(outcome, OutcomeKind.BINARY, settings))));
        String given = labels.stream()
                .map(label -> label + "=" + counts.get(label).events() + "/"
                        + counts.get(label).assessed())
                .collect(Collectors.joining(","));
        return Analysed.of(Compare.ofCounts(outcome, arms, counts, settings).with(Map.of("counts", given)), settings);
    }

    @Override
    ResultTable analyse(Trial trial, AnalysisSettings settings) {
        return Compare.of(trial, settings);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return ComparisonReport.of(released, language);
    }
}
