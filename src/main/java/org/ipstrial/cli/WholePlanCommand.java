package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.cli.PlannedRequest.Extent;
import org.ipstrial.finding.Findings;
import org.ipstrial.report.AcceptedCodes;
import picocli.CommandLine.ParseResult;

/** A command over a plan with everything that it names: read and check all, count, release, report, write. */
abstract class WholePlanCommand implements ReportPart {

    /** The command's name. */
    abstract String name();

    /**
     * The results.
     *
     * @param stated what the results state about themselves; more may be added
     */
    abstract List<Result> count(WholePlan whole, Map<String, Object> stated);

    /** How much of each person is kept while the command runs. */
    Extent extent(ParseResult parsed) {
        return Extent.ALL;
    }

    /** Writes the page, and what else the command writes. */
    void write(ParseResult parsed, WholePlan whole, String page, Console console) {
        new OutputOptions(parsed).write(page, console);
    }

    @Override
    public ResultCommand.Analysed results(
            ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        OutputOptions output = new OutputOptions(parsed);
        return analysed(WholePlan.read(parsed, output, extent(parsed), findings), output, findings);
    }

    private ResultCommand.Analysed analysed(WholePlan whole, OutputOptions output, Findings findings) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("trial", whole.plan().trial());
        List<Result> results = count(whole, stated);
        stated.putAll(output.stated());
        ResultTable table = new ResultTable(
                name(),
                whole.data().inputsAfter(whole.file().input()),
                stated,
                whole.labels(),
                results,
                List.of(),
                TrialData.remarks(findings));
        return new ResultCommand.Analysed(
                LockedPlan.mark(whole.file(), table, true), false, PlannedNesting.of(whole.plan()));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        Findings findings = new Findings();
        WholePlan whole = WholePlan.read(parsed, output, extent(parsed), findings);
        ResultCommand.Analysed analysed = analysed(whole, output, findings);
        String page = output.format()
                .render(
                        output.policy().release(analysed.table(), analysed.nesting()),
                        shown -> AcceptedCodes.on(report(shown, output.language()), shown.table(), output.language()));
        console.print(output.told(findings), output.messages());
        write(parsed, whole, page, console);
        return output.failed(findings, output.allowed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }
}
