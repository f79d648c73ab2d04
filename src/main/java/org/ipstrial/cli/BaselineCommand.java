package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Baseline;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.report.BaselineReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial baseline}. */
final class BaselineCommand extends ResultCommand {

    @Override
    public String description() {
        return "Are the arms alike at the start? Table 1: summaries, missing values and standardised mean differences,"
                + " and no p-values, because arms that were drawn by lot differ by chance.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial baseline participants.csv --covariates age,sex,diagnosis --control control",
                "ipstrial baseline trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "DATA",
                "Participants CSV, one row a person ('-' is standard input); or a plan, a file that ends in .yaml: then"
                        + " --covariates names columns and amounts of the plan, by default its key baseline.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        CovariateOptions.ALL,
                        DataOptions.WITHOUT_OUTCOMES,
                        EstimationOptions.WITHOUT_ESTIMATION,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        if (options.plan().isPresent()) {
            return new PlannedBaselineRun(this, parsed, console, progress, findings).analyse();
        }
        List<CovariateRequest> covariates = CovariateOptions.toShow(parsed).requests(options);
        AnalysisSettings settings = new EstimationOptions(parsed).settings(Set.of(), progress);
        OutputOptions output = new OutputOptions(parsed);
        ImportedParticipants imported = options.readCovariates(console, output.allowed(), covariates);
        TrialData data = TrialData.of(parsed, imported, findings);
        if (output.verbose()) {
            console.line(data.read());
        }
        ResultTable table = Baseline.of(data.trial(), imported.covariates(), Map.of(), settings)
                .from(List.of(data.input()), data.stated(), TrialData.remarks(findings));
        return Analysed.of(table, settings);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return BaselineReport.of(released, language);
    }
}
