package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.analysis.Flow;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataimport.history.HistoryRequest;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.plan.Plan;
import org.ipstrial.report.FlowReport;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial flow}. */
final class FlowCommand implements CliCommand {

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
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        Later.refuse(output.policy().threshold() > 0, "--min-cell of flow", "0, which hides nothing, is");
        Findings findings = new Findings();
        WholePlan whole = WholePlan.read(parsed, output, findings);
        Plan plan = whole.plan();
        Optional<String> followUp = plan.history()
                .followUp()
                .flatMap(any -> plan.history().horizon())
                .map(any -> HistoryRequest.STATES);
        // The components of a composite are analysed as it is.
        Trial trial = whole.trial()
                .withOutcomes(whole.trial().outcomes().stream()
                        .filter(outcome -> plan.outcomeNames().contains(outcome.name()))
                        .toList());
        ResultTable flow = Flow.of(
                trial, new Flow.Columns(followUp, plan.participants().started().map(any -> PlannedData.STARTED)));
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("trial", plan.trial());
        stated.put("control", plan.participants().arm().control().value());
        plan.history().horizon().map(Horizon::text).ifPresent(text -> stated.put("horizon", text));
        stated.putAll(output.stated());
        ResultTable table = new ResultTable(
                Flow.NAME,
                whole.data().inputsAfter(whole.file().input()),
                stated,
                whole.labels(),
                flow.results(),
                List.of(),
                TrialData.remarks(findings));
        ReleasedTable released = output.policy().release(table);
        String results = output.format().render(released, shown -> FlowReport.of(shown, output.language()));
        console.print(findings, output.messages());
        output.write(results, console);
        return output.failed(findings, output.allowed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }
}
