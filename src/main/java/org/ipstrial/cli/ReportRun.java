package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ipstrial.analysis.Baseline;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.Flow;
import org.ipstrial.analysis.Missing;
import org.ipstrial.analysis.Survival;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedAnalysis;
import org.ipstrial.plan.PlannedOutcome;
import org.ipstrial.plan.lock.PlanChange;
import org.ipstrial.report.Language;
import org.ipstrial.report.NamedFigure;
import org.ipstrial.report.Report;
import org.ipstrial.report.WholeReport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** All that a plan asks for: each command over the plan as it would run by itself, released and put together. */
final class ReportRun {

    /** Options of the report that are handed on to the commands that have them. */
    private static final List<String> HANDED_ON = List.of("--threads", "--allow", "--because");

    private final ParseResult parsed;
    private final Console console;
    private final PlanFile file;
    private final Findings findings;
    private final CellPolicy policy;
    private final Optional<Long> blind;
    private boolean notEstimable;

    /**
     * A run.
     *
     * @param findings what is found
     * @param policy   what is done about small cells
     * @param blind    the seed of the shuffle, where it is a rehearsal
     */
    ReportRun(
            ParseResult parsed,
            Console console,
            PlanFile file,
            Findings findings,
            CellPolicy policy,
            Optional<Long> blind) {
        this.parsed = parsed;
        this.console = console;
        this.file = file;
        this.findings = findings;
        this.policy = policy;
        this.blind = blind;
    }

    /**
     * What came of it.
     *
     * @param released     all results
     * @param report       the report
     * @param figures      its figures, each with what it belongs to
     * @param title        the name of the trial
     * @param told         what may be told of what was found
     * @param notEstimable whether something that the plan names could not be estimated
     */
    record Outcome(
            ReleasedTable released,
            Report report,
            List<NamedFigure> figures,
            String title,
            Findings told,
            boolean notEstimable) {}

    /** Runs the commands. */
    Outcome run() {
        OutputOptions output = new OutputOptions(parsed);
        List<ReportPart> commands = new ArrayList<>();
        List<ResultTable> tables = new ArrayList<>();
        Nesting nesting = Nesting.NONE;
        Set<String> planned = commands(file.plan());
        List<String> leftOut = planned.stream().filter(this::isLeftOut).toList();
        for (String name : planned) {
            if (leftOut.contains(name)) {
                continue;
            }
            ReportPart command = (ReportPart) Commands.named(name).orElseThrow().command();
            Findings own = new Findings();
            ResultCommand.Analysed analysed = command.beside(
                    command.results(
                            arguments(command, name), console, new ProgressBar(console, output.messages()), own),
                    file.plan());
            findings.addNew(ReportedHypotheses.apart(own));
            notEstimable |= analysed.namedButNotEstimable();
            nesting = analysed.nesting().pairs().isEmpty() ? nesting : analysed.nesting();
            commands.add(command);
            tables.add(ReportedHypotheses.apart(analysed.table()));
        }
        new ReportedHypotheses(file).decided(tables, leftOut, findings).ifPresent(tables::add);
        Optional<ArmMask> mask = blind.map(any -> mask(tables));
        mask.ifPresent(letters -> tables.replaceAll(letters::table));
        blind.ifPresent(seed -> tables.replaceAll(table -> table.with(rehearsed(seed))));
        Language language = output.language(file.plan().report().language());
        List<ReleasedTable> released = policy.release(whole(tables), tables, nesting);
        List<WholeReport.Part> parts = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            ReleasedTable part = released.get(i + 1);
            parts.add(new WholeReport.Part(part, commands.get(i).besideReport(part, language)));
        }
        UnaryOperator<String> shown =
                text -> mask.map(letters -> letters.text(text)).orElse(text);
        String trial = shown.apply(file.plan().trial());
        WholeReport.About about = new WholeReport.About(
                trial,
                Version.line(),
                file.lock()
                        .map(lock -> LockedPlan.changes(file, lock).stream()
                                .map(PlanChange::words)
                                .map(shown)
                                .toList())
                        .orElse(List.of()),
                leftOut);
        Report report = WholeReport.of(released.get(0), parts, about, language);
        List<NamedFigure> figures = parts.stream()
                .flatMap(part -> NamedFigure.of(part, language).stream())
                .toList();
        Findings told = mask.map(this::withoutNames).orElse(findings);
        return new Outcome(released.get(0), report, figures, trial, told, notEstimable);
    }

    /**
     * Whether small groups cannot be hidden in what a command tells beside what the others tell: every step of a curve counts
     * people, and shares at some times tell of the people in between.
     */
    private boolean isLeftOut(String command) {
        return policy.threshold() > 0 && command.equals(Survival.NAME);
    }

    /** The arms that the flow tells of, which comes first. */
    private ArmMask mask(List<ResultTable> tables) {
        List<String> arms = tables.get(0).results().stream()
                .map(result -> result.key().group())
                .filter(arm -> !arm.isEmpty())
                .distinct()
                .toList();
        return new ArmMask(arms, file.plan().participants().arm());
    }

    private static Map<String, Object> rehearsed(long seed) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("rehearsal", "arms shuffled over the people and named A, B, C; no result is of the trial");
        stated.put("rehearsal-seed", seed);
        return stated;
    }

    /** What was found without what names an arm. */
    private Findings withoutNames(ArmMask mask) {
        return findings.without(findings.inReadingOrder().stream()
                .filter(finding -> mask.names(finding.message()))
                .map(Finding::code)
                .collect(Collectors.toSet()));
    }

    /**
     * The flow, the table of the arms at the start, the commands of the analyses in the plan's order, and what is missing of
     * the outcomes that are compared.
     */
    private static Set<String> commands(Plan plan) {
        Set<String> commands = new LinkedHashSet<>(List.of(Flow.NAME));
        if (!plan.baseline().isEmpty()) {
            commands.add(Baseline.NAME);
        }
        plan.analyses().stream().map(PlannedAnalysis::command).forEach(commands::add);
        if (plan.analyses().isEmpty()) {
            commands.add(Compare.NAME);
        }
        if (commands.contains(Compare.NAME) && hasMissing(plan)) {
            commands.add(Missing.NAME);
        }
        commands.addAll(plan.programme().parts().keySet());
        return commands;
    }

    /** Whether anything is compared of which it can be told what is missing. */
    private static boolean hasMissing(Plan plan) {
        return PlannedStep.of(plan, Compare.NAME, List.of()).stream()
                .flatMap(step -> step.outcomes().stream())
                .map(name -> plan.outcome(name.value()).flatMap(PlannedOutcome::kind))
                .anyMatch(kind -> !kind.equals(Optional.of(OutcomeKind.ORDINAL)));
    }

    private ParseResult arguments(ReportPart command, String name) {
        List<String> arguments = new ArrayList<>(List.of(file.path().toString()));
        for (CliOption option : command.options()) {
            if (HANDED_ON.contains(option.name()) && option.given(parsed)) {
                LayeredOptions.given(option, parsed).forEach(value -> arguments.add(option.name() + "=" + value));
            }
        }
        if (policy.threshold() > 0) {
            arguments.add("--min-cell=" + policy.threshold());
        }
        CommandSpec spec = command.spec(name);
        Rehearsal.allowIn(spec);
        blind.ifPresent(seed -> arguments.add(Rehearsal.argument(seed)));
        return new CommandLine(spec).parseArgs(arguments.toArray(String[]::new));
    }

    /**
     * All of their results in one table.
     *
     * @throws org.ipstrial.finding.RefusedException if a file was another when another command read it
     */
    static ResultTable whole(List<ResultTable> tables) {
        Map<String, InputFile> inputs = new LinkedHashMap<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        Set<Remark> remarks = new LinkedHashSet<>();
        for (ResultTable table : tables) {
            table.inputs().forEach(input -> unchanged(inputs.putIfAbsent(input.file(), input), input));
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

    private static void unchanged(InputFile before, InputFile now) {
        if (before != null && !before.sha256().equals(now.sha256())) {
            throw RefusedException.of(
                    FindingCode.E152,
                    Location.file(now.file()),
                    now.file(),
                    "it changed while the report was made",
                    "try again, or copy it first");
        }
    }
}
