package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.ImportCheck;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.PlannedColumn;
import org.ipstrial.report.ImportReport;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial import}. */
final class ImportCommand implements CliCommand {

    private static final CliOption CHECK =
            CliOption.flag("--check", "Only report: read every file, check them against each other and the plan.");

    @Override
    public String description() {
        return "Is this export sound, and what does it hold? Reads participants, spells and follow-up together and checks"
                + " them against each other and the plan.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial import trial.yaml --check");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan, which ends in .yaml and names the files; 'plan init' begins one.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.concat(Stream.of(CHECK), OutputOptions.ALL.stream()).toList();
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        Later.refuse(!CHECK.given(parsed), "import without --check", "--check, which only reports, is");
        Later.refuse(output.policy().threshold() > 0, "--min-cell of import", "0, which hides nothing, is");
        Findings findings = new Findings();
        WholePlan whole = WholePlan.read(parsed, output, findings);
        List<String> columns = whole.plan().participants().columns().stream()
                .map(PlannedColumn::name)
                .toList();
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("trial", whole.plan().trial());
        stated.putAll(output.stated());
        ResultTable table = new ResultTable(
                ImportCheck.NAME,
                whole.data().inputsAfter(whole.file().input()),
                stated,
                whole.labels(),
                ImportCheck.of(whole.trial(), columns).results(),
                List.of(),
                TrialData.remarks(findings));
        ReleasedTable released = output.policy().release(table);
        String results = output.format().render(released, shown -> ImportReport.of(shown, output.language()));
        console.print(findings, output.messages());
        output.write(results, console);
        return output.failed(findings, output.allowed()) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }
}
