package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command over the participants of a trial: read, analyse, release, report, write. */
@Command(mixinStandardHelpOptions = true, versionProvider = Commands.VersionProvider.class, sortOptions = false)
abstract class TrialCommand implements Callable<Integer> {

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final EstimationOptions estimation = new EstimationOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Console console;

    TrialCommand(Console console) {
        this.console = console;
    }

    /** The families of methods that the command computes. */
    abstract List<Family<?>> families();

    /** The kinds of outcome that the command takes, and which command takes the others. */
    abstract void accept(OutcomeDefinition outcome);

    /** The results. */
    abstract ResultTable analyse(Trial trial, AnalysisSettings settings);

    /** The results on a page. */
    abstract Report report(ReleasedTable released, Language language);

    @Override
    public Integer call() {
        output.check(data.file());
        AnalysisSettings settings = estimation.settings(families());
        Set<FindingCode> allowed = output.allowed();
        Findings findings = new Findings();
        ResultTable table = results(settings, allowed, findings);
        return finish(table, settings, findings, allowed);
    }

    /** Reads the data and analyses them; what is worth a warning goes to the findings. */
    ResultTable results(AnalysisSettings settings, Set<FindingCode> allowed, Findings findings) {
        ImportedParticipants imported = data.read(console, allowed);
        findings.addAll(imported.warnings());
        imported.outcomes().forEach(this::accept);
        Trial trial = trial(imported, findings);
        InputFile input = new InputFile(fileName(), imported.sha256(), imported.rows());
        if (output.verbose()) {
            console.line("ipstrial: read " + imported.rows() + " rows from "
                    + data.data().orElse("") + ", SHA-256 " + imported.sha256());
        }
        Map<String, Object> reading = new LinkedHashMap<>(stated(imported));
        return analyse(trial, settings).from(List.of(input), reading, remarks(findings));
    }

    /** Releases, renders and writes the results, and gives the exit code. */
    final int finish(ResultTable table, AnalysisSettings settings, Findings findings, Set<FindingCode> allowed) {
        ReleasedTable released = CellPolicy.NONE.release(table.from(table.inputs(), output.stated(), List.of()));
        String results = output.format().render(released, shown -> report(shown, output.language()));
        console.print(findings, output.messages());
        output.write(results, console);
        if (output.failed(findings, allowed)) {
            return ExitCode.CHECK_FAILED;
        }
        return table.results().stream().anyMatch(settings.methods()::namedButNotEstimable)
                ? ExitCode.NOT_ESTIMABLE
                : ExitCode.DONE;
    }

    DataOptions data() {
        return data;
    }

    EstimationOptions estimation() {
        return estimation;
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

    private Trial trial(ImportedParticipants imported, Findings findings) {
        Cohort people = imported.participants().everybody();
        for (WhereClause clause : data.where()) {
            people = clause.keep(people);
        }
        for (String column : data.by()) {
            int without = people.withoutLevel(column);
            if (without > 0) {
                findings.add(FindingCode.W010, Location.file(data.data().orElse("")), without, column);
            }
        }
        List<String> labels = people.levels(data.arm());
        if (labels.size() < 2) {
            throw RefusedException.of(
                    FindingCode.E214, Location.file(data.data().orElse("")), people.size(), String.join(", ", labels));
        }
        return new Trial(people, data.arm(), Arms.of(labels, estimation.control()), imported.outcomes(), data.by());
    }

    private Map<String, Object> stated(ImportedParticipants imported) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("arm", data.arm());
        for (OutcomeDefinition outcome : imported.outcomes()) {
            stated.put(
                    "outcome." + outcome.name(),
                    outcome.kind().id() + (outcome.eventValue().isEmpty() ? "" : ", event " + outcome.eventValue()));
        }
        joined(stated, "by", data.by());
        joined(stated, "where", data.whereTexts());
        joined(stated, "methods", estimation.methods());
        return stated;
    }

    private static void joined(Map<String, Object> stated, String name, List<String> values) {
        if (!values.isEmpty()) {
            stated.put(name, String.join(",", values));
        }
    }

    private String fileName() {
        return data.file().map(path -> path.getFileName().toString()).orElse("standard input");
    }

    private List<Remark> remarks(Findings findings) {
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : findings.inReadingOrder()) {
            remarks.add(new Remark(
                    finding.code().id(),
                    Optional.of(finding.where().file())
                            .filter(file -> !file.isEmpty())
                            .map(any -> fileName())
                            .orElse(""),
                    finding.where().line(),
                    finding.where().column(),
                    finding.message()));
        }
        return remarks;
    }
}
