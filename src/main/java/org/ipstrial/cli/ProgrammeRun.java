package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.plan.programme.PlannedProgramme;
import picocli.CommandLine.ParseResult;

/** A run of a command about how a programme is run: over a file that the user names, or over a plan that names it. */
final class ProgrammeRun {

    private final CliCommand command;
    private final ParseResult given;
    private final Optional<PlanFile> plan;
    private final Optional<PlannedProgramme.Part> part;
    private final Map<String, List<String>> planned;

    private ProgrammeRun(
            CliCommand command,
            ParseResult given,
            Optional<PlanFile> plan,
            Optional<PlannedProgramme.Part> part,
            Map<String, List<String>> planned) {
        this.command = command;
        this.given = given;
        this.plan = plan;
        this.part = part;
        this.planned = planned;
    }

    /**
     * The run that some arguments ask for.
     *
     * @throws RefusedException if they name a plan that is refused, or that says nothing of the command
     */
    static ProgrammeRun of(CliCommand command, String name, ParseResult given) {
        Optional<PlanFile> plan = new DataOptions(given).plan().map(PlanFile::read);
        if (plan.isEmpty()) {
            return new ProgrammeRun(command, given, plan, Optional.empty(), Map.of());
        }
        PlanFile file = plan.get();
        file.dataFiles().forEach(data -> new OutputOptions(given).check(Optional.of(data)));
        PlannedProgramme.Part part = file.plan()
                .programme()
                .part(name)
                .orElseThrow(() -> RefusedException.of(
                        FindingCode.E551, Location.file(file.path().toString()), PlannedProgramme.KEY + "." + name));
        Map<String, List<String>> planned = new LinkedHashMap<>(part.options());
        part.files().forEach((option, path) -> planned.put(option, List.of(path.toString())));
        file.plan().settings().level().ifPresent(level -> planned.put("--level", List.of(level)));
        return new ProgrammeRun(command, given, plan, Optional.of(part), planned);
    }

    /** The options: what the user gives, then what the plan says, then the defaults. */
    ParseResult options() {
        List<CliOption> withValues = command.options().stream()
                .filter(option -> option.shape() != CliOption.Shape.FLAG)
                .toList();
        return plan.isEmpty() ? given : LayeredOptions.of(command, withValues, given, planned);
    }

    /** The name of the first file. */
    String file(String label) {
        return part.map(one -> one.file().toString()).orElseGet(() -> ProgrammeOptions.required(given, label));
    }

    /** The plan, as results name it. */
    List<InputFile> inputs() {
        return plan.map(file -> List.of(file.input())).orElse(List.of());
    }

    /** The results with where they come from, and each with its status where the plan is locked. */
    ResultCommand.Analysed analysed(ResultTable table, List<InputFile> inputs, Findings findings) {
        Map<String, Object> more = new LinkedHashMap<>();
        plan.ifPresent(file -> more.put("trial", file.plan().trial()));
        List<CliOption> own = new ArrayList<>(command.options());
        own.removeAll(OutputOptions.ALL);
        String overrides = plan.isPresent() ? LayeredOptions.overrides(own, given, List.of(planned)) : "";
        if (!overrides.isEmpty()) {
            more.put("overrides", overrides);
        }
        ResultTable whole = table.from(inputs, more, TrialData.remarks(findings));
        ResultTable marked = plan.map(file -> LockedPlan.mark(file, whole, overrides.isEmpty()))
                .orElse(whole);
        return new ResultCommand.Analysed(marked, false, Nesting.NONE);
    }

    /** The files that the plan names, which nothing may be written over. */
    List<Path> files() {
        return part.map(PlannedProgramme.Part::all).orElse(List.of());
    }
}
