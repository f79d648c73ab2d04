package org.ipstrial.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** A command over the participants of a trial: read, analyse, release, report, write. */
abstract class TrialCommand implements CliCommand {

    /** What the command computes by methods that can be picked. */
    abstract Set<Measure> measures();

    /** Refuses an outcome of a kind that the command does not take. */
    abstract void accept(OutcomeDefinition outcome);

    /** The results. */
    abstract ResultTable analyse(Trial trial, AnalysisSettings settings);

    /** The results on a page. */
    abstract Report report(ReleasedTable released, Language language);

    @Override
    public Positional positional() {
        return new Positional(
                "DATA",
                "Participants CSV, one row a person ('-' is standard input); or a plan, a file that ends in .yaml: then"
                        + " --outcome names outcomes of the plan, and every other option overrides it, on the record.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(DataOptions.ALL, EstimationOptions.ALL, OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
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
        ReleasedTable released = output.policy().release(table);
        String results = output.format().render(released, shown -> report(shown, output.language()));
        progress.clear();
        console.print(findings, output.messages());
        output.write(results, console);
        if (output.failed(findings, allowed)) {
            return ExitCode.CHECK_FAILED;
        }
        return analysed.namedButNotEstimable() ? ExitCode.NOT_ESTIMABLE : ExitCode.DONE;
    }

    /** Reads the data and analyses them; what is worth a warning goes to the findings. */
    Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        if (new DataOptions(parsed).plan().isPresent()) {
            return new PlannedRun(this, parsed, console, progress, findings).analyse();
        }
        AnalysisSettings settings = new EstimationOptions(parsed).settings(measures(), progress);
        OutputOptions output = new OutputOptions(parsed);
        TrialData data = TrialData.read(parsed, console, output.allowed(), findings);
        data.outcomes().forEach(this::accept);
        new EstimationOptions(parsed)
                .margin()
                .ifPresent(text -> MarginScale.check(
                        text,
                        data.outcomes().stream()
                                .map(outcome -> new MarginScale(outcome.name(), outcome.kind(), settings))
                                .toList()));
        if (output.verbose()) {
            console.line("ipstrial: read " + data.input().rows() + " rows from " + data.name() + ", SHA-256 "
                    + data.input().sha256());
        }
        ResultTable table =
                analyse(data.trial(), settings).from(List.of(data.input()), data.stated(), TrialData.remarks(findings));
        return Analysed.of(table, settings);
    }

    /**
     * Results with what the exit code depends on.
     *
     * @param table                the results
     * @param namedButNotEstimable whether a method that the user or the plan named gave no number
     */
    record Analysed(ResultTable table, boolean namedButNotEstimable) {

        static Analysed of(ResultTable table, AnalysisSettings settings) {
            return new Analysed(table, table.results().stream().anyMatch(settings.methods()::namedButNotEstimable));
        }
    }

    /** Refuses an outcome of the wrong kind. */
    static void require(OutcomeDefinition outcome, OutcomeKind wanted, String command, String other) {
        if (outcome.kind() != wanted) {
            throw RefusedException.of(
                    FindingCode.E015,
                    Location.COMMAND_LINE,
                    outcome.name(),
                    outcome.kind() == OutcomeKind.BINARY ? "yes or no" : "an amount",
                    command,
                    wanted == OutcomeKind.BINARY ? "yes/no outcomes" : "amounts",
                    "'" + other + "'");
        }
    }
}
