package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.ImportCheck;
import org.ipstrial.ard.Result;
import org.ipstrial.disclosure.ReleasedTable;
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
        Later.refuse(!CHECK.given(parsed), "import without --check", "--check, which only reports, is");
        return super.run(parsed, console);
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
        List<Covariate> amounts = whole.data().imported().covariates();
        return ImportCheck.of(whole.trial(), columns, amounts).results();
    }

    @Override
    Report report(ReleasedTable released, Language language) {
        return ImportReport.of(released, language);
    }
}
