package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.analysis.evidence.Reconcile;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.claims.ClaimsImport;
import org.ipstrial.dataimport.claims.ImportedClaims;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.report.Language;
import org.ipstrial.report.ReconcileReport;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial reconcile}. */
final class ReconcileCommand extends ResultCommand {

    @Override
    public String description() {
        return "Do a published report's own numbers agree with each other? Each claim is consistent, consistent only if"
                + " something holds that is not printed, inconsistent, or not testable; every solution that fits is"
                + " listed. A value exactly halfway may be rounded either way. Exit code 1 where a claim is inconsistent.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial reconcile claims.csv",
                "ipstrial reconcile --percent 18% --n 75",
                "ipstrial reconcile --counts A=85/156 --counts B=43/156 --measure risk-ratio --estimate 1.98");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "CLAIMS",
                "Claims CSV, one row for what a report says of an arm or of an effect, every number as printed ('-' is"
                        + " standard input): report, and of outcome, arm, randomised, n, events, percent, mean, sd,"
                        + " items, measure, reference, estimate, conf_low, conf_high, p those that it has.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(ClaimOptions.ALL, EstimationOptions.LEVEL_ONLY, ReadingOptions.ALL, OutputOptions.PUBLISHED)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions data = new DataOptions(parsed);
        ReadOptions reading = new ReadingOptions(parsed).options();
        ClaimOptions options = new ClaimOptions(parsed, reading.decimal().orElse('.'));
        OutputOptions output = new OutputOptions(parsed);
        double level = new EstimationOptions(parsed).level();
        long seed = Long.parseLong(EstimationOptions.DEFAULT_SEED);
        Optional<String> file = data.data();
        if (file.isEmpty()) {
            return analysed(Reconcile.of(options.claims(), level, seed));
        }
        if (!options.given().isEmpty()) {
            throw OptionChecks.wrong(
                    "CLAIMS and " + options.given().get(0) + " are both given", "wanted a file or one claim");
        }
        ImportedClaims imported = ClaimsImport.read(DataOptions.source(file.get(), console), reading, output.allowed());
        findings.addAll(imported.warnings());
        String name = data.file().map(TrialData::fileName).orElse("standard input");
        InputFile input = new InputFile(name, imported.sha256(), imported.rows());
        if (output.verbose()) {
            console.line(TrialData.read(input, file.get()));
        }
        Map<String, Object> stated = new LinkedHashMap<>();
        return analysed(
                Reconcile.of(imported.claims(), level, seed).from(List.of(input), stated, TrialData.remarks(findings)));
    }

    private static Analysed analysed(ResultTable table) {
        return new Analysed(table, false, Nesting.NONE);
    }

    @Override
    boolean checkFailed(ResultTable table) {
        return Reconcile.anyInconsistent(table);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return ReconcileReport.of(released, language);
    }
}
