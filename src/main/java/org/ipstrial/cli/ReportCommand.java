package org.ipstrial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.cli.files.Content;
import org.ipstrial.cli.files.NotedFolder;
import org.ipstrial.finding.Findings;
import org.ipstrial.render.results.ResultsDifference;
import org.ipstrial.render.results.ResultsReader;
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
            "Write nothing: is the report in this folder what would be written now? If not, exit with 1 and say which of"
                    + " data, plan and program changed and which numbers moved.");

    @Override
    public String description() {
        return "The whole plan in one report: where everybody went, the arms at the start, every analysis that the plan"
                + " lists, the methods with their sources, deviations from the locked plan, the CONSORT 2025 checklist and"
                + " what the report was made from; as HTML, Markdown, LaTeX, text, CSV and JSON, each figure also as SVG.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial report trial.yaml -o report", "ipstrial report trial.yaml --check report");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file, which ends in .yaml.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        Stream.of(FOLDER, CHECK),
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
        if (check.isPresent() && FOLDER.given(parsed)) {
            throw OptionChecks.wrong("--check and --output are both given", "one writes and the other only looks");
        }
        PlanFile file = PlanFile.read(plan);
        Path folder = check.orElseGet(() -> folder(parsed, file));
        if (check.isPresent() && !Files.isDirectory(folder)) {
            throw AtomicFile.refused(folder, "there is no such folder", "write the report first");
        }
        Findings findings = new Findings();
        ReportRun.Outcome outcome = new ReportRun(parsed, console, file, findings).run();
        Map<String, String> files = ReportFiles.of(
                formats(file), outcome.released(), outcome.report(), file.plan().trial());
        console.print(output.told(findings), output.messages());
        if (check.isPresent()) {
            return same(folder, files, console) ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
        Map<String, Content> contents = new LinkedHashMap<>();
        files.forEach((name, text) -> contents.put(name, Content.of(ReportFiles.bytes(text), 0)));
        new NotedFolder(folder, NOTE, "REPORT", "report", false)
                .write(contents, List.of("plan: " + file.input().file(), "written by: " + Version.line(), ""));
        if (output.failed(findings, output.allowed())) {
            return ExitCode.CHECK_FAILED;
        }
        return outcome.notEstimable() ? ExitCode.NOT_ESTIMABLE : ExitCode.DONE;
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
            formats.addAll(
                    Arrays.stream(Format.values()).filter(Format::supported).toList());
        }
        if (!formats.contains(Format.JSON)) {
            formats.add(Format.JSON);
        }
        return formats;
    }

    /** Whether the folder holds what would be written now; what does not is told. */
    private static boolean same(Path folder, Map<String, String> files, Console console) {
        List<String> other = new ArrayList<>();
        files.forEach((name, text) -> {
            Optional<byte[]> there = bytes(folder.resolve(name));
            if (there.isEmpty()) {
                other.add(name + ": not there");
            } else if (!Arrays.equals(there.get(), ReportFiles.bytes(text))) {
                other.add(name + ": not what would be written now");
            }
        });
        PrintWriter out = console.out();
        if (other.isEmpty()) {
            out.print("the report is what would be written now: " + files.size() + " files\n");
            return true;
        }
        other.forEach(line -> out.print(line + "\n"));
        bytes(folder.resolve(ReportFiles.RESULTS)).ifPresent(there -> {
            ResultsDifference difference = ResultsDifference.between(
                    ResultsReader.read(folder.resolve(ReportFiles.RESULTS).toString(), there),
                    ResultsReader.read(ReportFiles.RESULTS, ReportFiles.bytes(files.get(ReportFiles.RESULTS))),
                    0);
            DifferenceLines.print(out, difference);
            if (difference.isNone()) {
                out.print("no number moved\n");
            }
        });
        return false;
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw AtomicFile.refused(file, AtomicFile.reason(e), "see that it may be read");
        }
    }
}
