package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.ImportCheck;
import org.ipstrial.ard.Result;
import org.ipstrial.cli.PlannedRequest.Extent;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.report.ImportReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial import}. */
final class ImportCommand extends WholePlanCommand {

    private static final CliOption CHECK =
            CliOption.flag("--check", "Only report: read every file, check them against each other and the plan.");
    private static final CliOption OUTPUT = CliOption.one(
                    "--output",
                    "FOLDER",
                    "Write a canonical copy there, all or none: the files with the labels that the plan's codes mean, the"
                            + " outcomes worked out, a data dictionary and the check report. It holds the pseudonyms and is"
                            + " made readable to you alone; only files of an earlier import are replaced. With --check: the"
                            + " file of the report.")
            .orShort("-o");

    @Override
    public String description() {
        return "Is this export sound, and what does it hold? Reads participants, spells, follow-up and register weeks"
                + " together and checks them against each other and the plan; writes a checked, canonical copy.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial import trial.yaml --check", "ipstrial import trial.yaml -o checked");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan, which ends in .yaml and names the files; 'plan init' begins one.");
    }

    @Override
    public List<CliOption> options() {
        Stream<CliOption> output =
                OutputOptions.ALL.stream().map(option -> option.name().equals(OUTPUT.name()) ? OUTPUT : option);
        return Stream.concat(Stream.of(CHECK), output).toList();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        if (!CHECK.given(parsed) && !OUTPUT.given(parsed)) {
            throw OptionChecks.wrong(
                    "neither --check nor --output FOLDER is given", "--check only reports, and --output writes a copy");
        }
        if (!CHECK.given(parsed) && new OutputOptions(parsed).allowed().contains(FindingCode.E237)) {
            throw RefusedException.of(
                    FindingCode.E011,
                    Location.COMMAND_LINE,
                    FindingCode.E237.id(),
                    "the copy would hold what a spreadsheet runs",
                    "mend it at the source, or map it to a label under codes in the plan");
        }
        return super.run(parsed, console);
    }

    @Override
    Extent extent(ParseResult parsed) {
        return CHECK.given(parsed) ? Extent.ALL : Extent.RECORDS;
    }

    @Override
    void write(ParseResult parsed, WholePlan whole, String page, Console console) {
        if (CHECK.given(parsed)) {
            super.write(parsed, whole, page, console);
        } else {
            OutputOptions output = new OutputOptions(parsed);
            Map<String, Long> rows = new ImportedFolder(output.output().orElseThrow(), whole)
                    .write("check." + output.format().extension(), page);
            if (output.verbose()) {
                rows.forEach((file, count) -> console.line(file + ": " + count + " rows"));
            }
        }
    }

    @Override
    String name() {
        return ImportCheck.NAME;
    }

    @Override
    List<Result> count(WholePlan whole, Map<String, Object> stated) {
        List<String> columns = whole.plan().participants().columns().stream()
                .map(PlannedColumn::name)
                .toList();
        // A category that an analysis is adjusted for is among the columns.
        List<Covariate> amounts = whole.data().imported().covariates().stream()
                .filter(Covariate::isAmount)
                .toList();
        Map<String, Long> files = new LinkedHashMap<>();
        whole.data().imported().files().forEach(file -> files.put(file.file(), file.people()));
        return ImportCheck.of(whole.trial(), columns, amounts, files).results();
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return ImportReport.of(released, language);
    }
}
