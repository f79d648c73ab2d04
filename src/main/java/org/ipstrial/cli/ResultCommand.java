package org.ipstrial.cli;

import java.util.Set;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.report.AcceptedCodes;
import picocli.CommandLine.ParseResult;

/** A command that ends in results: read, analyse, release, report, write. */
abstract class ResultCommand implements ReportPart {

    /** Whether a check that is the command's own failed. */
    boolean checkFailed(ResultTable table) {
        return false;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        DataOptions data = new DataOptions(parsed);
        output.check(data.file());
        ProgressBar progress = new ProgressBar(console, output.messages());
        Set<FindingCode> allowed = output.allowed();
        Findings findings = new Findings();
        Analysed analysed = results(parsed, console, progress, findings);
        ResultTable table = analysed.table().with(output.stated());
        ReleasedTable released = output.policy().release(table, analysed.nesting());
        String results = output.format()
                .render(
                        released,
                        shown -> AcceptedCodes.on(report(shown, output.language()), shown.table(), output.language()));
        progress.clear();
        console.print(output.told(findings), output.messages());
        output.write(results, console);
        if (output.failed(findings, allowed) || checkFailed(table)) {
            return ExitCode.CHECK_FAILED;
        }
        // Of what is released: what is hidden is not told by the exit code either.
        boolean lacking = analysed.namedButNotEstimable() || AdjustChecks.separatedThroughout(released.table());
        return lacking ? ExitCode.NOT_ESTIMABLE : ExitCode.DONE;
    }

    /**
     * Results with what the exit code depends on.
     *
     * @param table                the results
     * @param namedButNotEstimable whether a method that the user or the plan named gave no number
     * @param nesting              which outcomes contain which
     */
    record Analysed(ResultTable table, boolean namedButNotEstimable, Nesting nesting) {

        static Analysed of(ResultTable table, AnalysisSettings settings) {
            return new Analysed(
                    table, table.results().stream().anyMatch(settings.methods()::namedButNotEstimable), Nesting.NONE);
        }
    }
}
