package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Flow;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Result;
import org.ipstrial.dataimport.history.HistoryRequest;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.plan.Plan;
import org.ipstrial.report.FlowReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;

/** {@code ipstrial flow}. */
final class FlowCommand extends WholePlanCommand {

    @Override
    public String description() {
        return "Where did everybody go? Randomised, started, followed or why not, and analysed, per arm (CONSORT"
                + " participant flow).";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial flow trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "PLAN", "A plan, which ends in .yaml. With 'follow_up' and 'horizon' it tells who was followed.");
    }

    @Override
    public List<CliOption> options() {
        return OutputOptions.ALL;
    }

    @Override
    String name() {
        return Flow.NAME;
    }

    @Override
    List<Result> count(WholePlan whole, Map<String, Object> stated) {
        Plan plan = whole.plan();
        stated.put("control", plan.participants().arm().control().value());
        plan.history().horizon().map(Horizon::text).ifPresent(text -> stated.put("horizon", text));
        Optional<String> followUp = plan.history()
                .followUp()
                .flatMap(any -> plan.history().horizon())
                .map(any -> HistoryRequest.STATES);
        Optional<String> started = plan.participants().started().map(any -> PlannedData.STARTED);
        // The components of a composite are analysed as it is.
        Trial trial = whole.trial()
                .withOutcomes(whole.trial().outcomes().stream()
                        .filter(outcome -> plan.outcomeNames().contains(outcome.name()))
                        .toList());
        return Flow.of(trial, new Flow.Columns(followUp, started)).results();
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return FlowReport.of(released, language);
    }
}
