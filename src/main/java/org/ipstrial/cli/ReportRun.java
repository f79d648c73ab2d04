package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.analysis.Baseline;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Flow;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.lock.PlanChange;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import org.ipstrial.report.WholeReport;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** All that a plan asks for: each command over the plan as it would run by itself, released and put together. */
final class ReportRun {

    /** Options of the report that are handed on to the commands that have them. */
    private static final List<String> HANDED_ON = List.of("--min-cell", "--threads", "--allow", "--because");

    private final ParseResult parsed;
    private final Console console;
    private final PlanFile file;
    private final Findings findings;
    private boolean notEstimable;

    ReportRun(ParseResult parsed, Console console, PlanFile file, Findings findings) {
        this.parsed = parsed;
        this.console = console;
        this.file = file;
        this.findings = findings;
    }

    /**
     * What came of it.
     *
     * @param released     all results
     * @param report       the report
     * @param notEstimable whether something that the plan names could not be estimated
     */
    record Outcome(ReleasedTable released, Report report, boolean notEstimable) {}

    /** Runs the commands. */
    Outcome run() {
        OutputOptions output = new OutputOptions(parsed);
        List<ReportPart> commands = new ArrayList<>();
        List<ResultTable> tables = new ArrayList<>();
        Nesting nesting = Nesting.NONE;
        for (String name : commands(file.plan())) {
            ReportPart command = (ReportPart) Commands.named(name).orElseThrow().command();
            Findings own = new Findings();
            ResultCommand.Analysed analysed = command.results(
                    arguments(command, name), console, new ProgressBar(console, output.messages()), own);
            findings.addNew(own);
            notEstimable |= analysed.namedButNotEstimable();
            nesting = analysed.nesting().pairs().isEmpty() ? nesting : analysed.nesting();
            commands.add(command);
            tables.add(analysed.table());
        }
        List<ReleasedTable> released = output.policy().release(whole(tables), tables, nesting);
        Language language = output.language(file.plan().report().language());
        List<WholeReport.Part> parts = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            ReleasedTable part = released.get(i + 1);
            parts.add(new WholeReport.Part(part, commands.get(i).report(part, language)));
        }
        WholeReport.About about = new WholeReport.About(
                file.plan().trial(),
                Version.line(),
                file.lock()
                        .map(lock -> LockedPlan.changes(file, lock).stream()
                                .map(PlanChange::words)
                                .toList())
                        .orElse(List.of()));
        Report report = WholeReport.of(released.get(0), parts, about, language);
        return new Outcome(released.get(0), report, notEstimable);
    }

    /** The flow, the table of the arms at the start, and the commands of the analyses in the plan's order. */
    private static Set<String> commands(Plan plan) {
        Set<String> commands = new LinkedHashSet<>(List.of(Flow.NAME));
        if (!plan.baseline().isEmpty()) {
            commands.add(Baseline.NAME);
        }
        plan.analyses().stream().map(PlannedAnalysis::command).forEach(commands::add);
        if (plan.analyses().isEmpty()) {
            commands.add(Compare.NAME);
        }
        commands.addAll(plan.programme().parts().keySet());
        return commands;
    }

    private ParseResult arguments(ReportPart command, String name) {
        List<String> arguments = new ArrayList<>(List.of(file.path().toString()));
        for (CliOption option : command.options()) {
            if (HANDED_ON.contains(option.name()) && option.given(parsed)) {
                LayeredOptions.given(option, parsed).forEach(value -> arguments.add(option.name() + "=" + value));
            }
        }
        return new CommandLine(command.spec(name)).parseArgs(arguments.toArray(String[]::new));
    }

    private static ResultTable whole(List<ResultTable> tables) {
        Map<String, InputFile> inputs = new LinkedHashMap<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        Set<Remark> remarks = new LinkedHashSet<>();
        for (ResultTable table : tables) {
            table.inputs().forEach(input -> inputs.put(input.file(), input));
            table.settings().forEach(settings::putIfAbsent);
            labels.putAll(table.labels());
            results.addAll(table.results());
            series.addAll(table.series());
            remarks.addAll(table.findings());
        }
        return new ResultTable(
                ReportCommand.NAME,
                List.copyOf(inputs.values()),
                settings,
                labels,
                results,
                series,
                List.copyOf(remarks));
    }
}
