package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.cli.files.Content;
import org.ipstrial.cli.files.NotedFolder;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.render.MarkdownRenderer;
import org.ipstrial.report.Report;
import org.ipstrial.report.RunSummary;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial report}. */
final class ReportCommand implements CliCommand {

    /** The command's name. */
    static final String NAME = "report";

    private static final String NOTE = "reported.txt";

    private static final CliOption FOLDER = CliOption.one(
                    "--output",
                    "FOLDER",
                    "Write the report there, all of it or nothing (default: the plan's report.folder). Only the files of an"
                            + " earlier report are replaced.")
            .orShort("-o");
    private static final CliOption CHECK = CliOption.one(
            "--check",
            "FOLDER",
            "Write no report: is the one in this folder what would be written now? If not, exit with 1 and say which of"
                    + " data, plan and program changed and which numbers moved. Small cells are hidden as they are in it.");
    private static final CliOption SUMMARY = CliOption.one(
            "--summary",
            "FILE",
            "Write there in Markdown, for the page of a build job, what came of it: the effects, or what --check found.");
    private static final CliOption BLIND = CliOption.flag(
            "--blind",
            "Rehearse: shuffle the arms over the people and call them A, B, C, so that nothing tells of the real arms."
                    + " Each page and file says so.");
    private static final CliOption SEED =
            CliOption.one("--seed", "N", "Seed of the shuffle of --blind (default: 20120101).");

    private static final long DEFAULT_SEED = 20120101L;

    @Override
    public String description() {
        return "The whole plan in one report: where everybody went, the arms at the start, every analysis that the plan"
                + " lists, what is missing and what it could overturn, the methods with their sources, deviations from the"
                + " locked plan, the CONSORT 2025 checklist and what the report was made from; as HTML, Markdown, LaTeX,"
                + " text, CSV, JSON and R's analysis results data, each figure also as SVG with its data as CSV.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial report trial.yaml -o report",
                "ipstrial report trial.yaml --check report --summary summary.md",
                "ipstrial report trial.yaml --blind --seed 7 -o rehearsal");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file, which ends in .yaml.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        Stream.of(FOLDER, CHECK, SUMMARY, BLIND, SEED),
                        OutputOptions.OF_A_FOLDER.stream(),
                        EstimationOptions.THREADS_ONLY.stream())
                .flatMap(all -> all)
                .toList();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        output.checkFolderForm();
        Path plan = new DataOptions(parsed)
                .plan()
                .orElseThrow(() -> OptionChecks.wrong(
                        "PLAN, the plan file, is not given", "it is required, and its name ends in .yaml"));
        Optional<Path> check = CHECK.value(parsed).map(Path::of);
        Optional<Long> blind = blind(parsed);
        if (check.isPresent() && FOLDER.given(parsed)) {
            throw OptionChecks.wrong("--check and --output are both given", "one writes and the other only looks");
        }
        if (check.isPresent() && blind.isPresent()) {
            throw OptionChecks.wrong(
                    "--check and --blind are both given", "a rehearsal is no report, and is true of nothing");
        }
        PlanFile file = PlanFile.read(plan);
        Optional<Path> summary = SUMMARY.value(parsed).map(Path::of);
        summary.ifPresent(target -> checkSummary(file, target));
        Path folder = check.orElseGet(() -> folder(parsed, file));
        Optional<ReportCheck> checked = check.map(ReportCheck::of);
        CellPolicy policy = policy(output, folder, checked);
        Findings findings = new Findings();
        ReportRun.Outcome outcome = new ReportRun(parsed, console, file, findings, policy, blind).run();
        Map<String, String> files =
                ReportFiles.of(formats(file), outcome, outcome.title(), blind.isPresent() ? "rehearsal-" : "");
        console.print(output.told(outcome.told(), policy), output.messages());
        if (checked.isPresent()) {
            RunSummary.Difference difference = checked.get().against(files);
            ReportCheck.print(console.out(), files.size(), difference);
            summary.ifPresent(
                    target -> write(target, RunSummary.ofCheck(outcome.released(), difference, output.language())));
            return difference.isNone() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
        Map<String, Content> contents = new LinkedHashMap<>();
        files.forEach((name, text) -> contents.put(name, Content.of(ReportFiles.bytes(text), 0)));
        NotedFolder noted = blind.isPresent()
                ? new NotedFolder(folder, NOTE, "REHEARSAL", "rehearsal", false)
                : new NotedFolder(folder, NOTE, "REPORT", "report", false);
        noted.write(contents, List.of("plan: " + file.input().file(), "written by: " + Version.line(), ""));
        summary.ifPresent(target ->
                write(target, RunSummary.ofReport(outcome.released(), List.copyOf(files.keySet()), output.language())));
        if (output.failed(findings, output.allowed())) {
            return ExitCode.CHECK_FAILED;
        }
        return outcome.notEstimable() ? ExitCode.NOT_ESTIMABLE : ExitCode.DONE;
    }

    private static Optional<Long> blind(ParseResult parsed) {
        Optional<Long> seed = SEED.number(parsed, Long.MIN_VALUE, Long.MAX_VALUE);
        if (!BLIND.given(parsed)) {
            if (seed.isPresent()) {
                throw OptionChecks.wrong(
                        "--seed is given without --blind", "analyses take the plan's seed; this one shuffles the arms");
            }
            return Optional.empty();
        }
        return Optional.of(seed.orElse(DEFAULT_SEED));
    }

    /** The user's policy; a report that is checked is held against one of its own, since what moved is printed. */
    private static CellPolicy policy(OutputOptions output, Path folder, Optional<ReportCheck> checked) {
        int hides = checked.map(ReportCheck::minCell).orElse(0);
        if (!output.givesPolicy()) {
            return new CellPolicy(hides);
        }
        CellPolicy given = output.policy();
        if (given.threshold() < hides) {
            throw RefusedException.of(FindingCode.E701, Location.COMMAND_LINE, folder, hides, given.threshold());
        }
        return given;
    }

    private static void checkSummary(PlanFile file, Path target) {
        Stream.concat(Stream.of(file.path()), file.dataFiles().stream()).forEach(input -> {
            if (OutputOptions.sameFile(input, target)) {
                throw RefusedException.of(FindingCode.E010, Location.COMMAND_LINE, target);
            }
        });
        AtomicFile.check(target);
    }

    private static void write(Path target, Report summary) {
        AtomicFile.write(target, MarkdownRenderer.render(summary));
    }

    private static Path folder(ParseResult parsed, PlanFile file) {
        return FOLDER.value(parsed)
                .map(Path::of)
                .or(() -> file.plan().report().folder().map(name -> file.path().resolveSibling(name)))
                .orElseThrow(() -> OptionChecks.wrong(
                        "--output FOLDER is not given, and the plan has no report.folder", "one of them is required"));
    }

    /** The plan's forms, else all; the results as JSON always, since the check lives on them. */
    private static List<Format> formats(PlanFile file) {
        List<Format> formats = new ArrayList<>(
                file.plan().report().formats().stream().map(Format::of).toList());
        if (formats.isEmpty()) {
            formats.addAll(List.of(Format.values()));
        }
        if (!formats.contains(Format.JSON)) {
            formats.add(Format.JSON);
        }
        return formats;
    }
}
