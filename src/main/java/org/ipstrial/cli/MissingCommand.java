package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Missing;
import org.ipstrial.analysis.Trial;
import org.ipstrial.analysis.imputation.MultipleImputation;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
import org.ipstrial.plan.Plan;
import org.ipstrial.report.Language;
import org.ipstrial.report.MissingReport;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial missing}. */
final class MissingCommand extends ResultCommand {

    @Override
    public String description() {
        return "How much is missing, and what would overturn the result? The comparison as it is analysed stays the primary"
                + " one; beside it stand bounds, and for every number of the missing who may have had the event whether the"
                + " interval still excludes no difference. Over a plan it goes by the plan's analyses of compare.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial missing participants.csv --control control --outcome employed --covariates age,sex",
                "ipstrial missing participants.csv --control control --outcome employed --covariates age,sex"
                        + " --imputations 50",
                "ipstrial missing trial.yaml",
                "ipstrial missing --counts IPS=112/187 --counts SAU=79/170 --randomised IPS=243,SAU=239 --control SAU");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "DATA",
                "Participants CSV, one row a person ('-' is standard input); or a plan, a file that ends in .yaml: then"
                        + " --outcome names outcomes of the plan, and every other option overrides it, on the record.");
    }

    @Override
    public List<String> methods() {
        return MethodSelection.known(Compare.measures(), Family::isOfOutcomes);
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        MissingOptions.ALL,
                        CovariateOptions.OF_MISSING,
                        DataOptions.UNADJUSTED,
                        EstimationOptions.ALL,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    static void accept(OutcomeDefinition outcome) {
        TrialCommand.refuse(outcome, OutcomeKind.ORDINAL, Missing.NAME, "ipstrial compare");
        TrialCommand.refuse(outcome, OutcomeKind.AMOUNT_OF_WORKERS, Missing.NAME, "ipstrial hours");
        TrialCommand.refuse(outcome, OutcomeKind.TIME, Missing.NAME, "ipstrial survival");
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        MissingOptions missing = new MissingOptions(parsed);
        missing.check(options);
        StrataChecks.by(options);
        if (options.plan().isPresent()) {
            return new PlannedRun(this, new PlannedMissingQuestion(parsed, progress), parsed, console, findings)
                    .analyse();
        }
        AnalysisSettings settings = new EstimationOptions(parsed).settings(Compare.measures(), progress);
        AdjustChecks.methods(settings.methods(), List.of(), List.of());
        return missing.ofCounts() ? ofCounts(parsed, settings) : ofFile(parsed, settings, console, findings);
    }

    private static Analysed ofCounts(ParseResult parsed, AnalysisSettings settings) {
        Map<String, EventCounts> counts = new MissingOptions(parsed).counts();
        String outcome = new DataOptions(parsed).outcomes().stream().findFirst().orElse(CompareCommand.DEFAULT_NAME);
        EstimationOptions estimation = new EstimationOptions(parsed);
        checkMargin(estimation, List.of(new MarginScale(outcome, OutcomeKind.BINARY, settings)));
        ResultTable table =
                Missing.ofCounts(outcome, MissingOptions.arms(counts, estimation.control()), counts, settings);
        return Analysed.of(table.with(Map.of("counts", MissingOptions.stated(counts))), settings);
    }

    private static Analysed ofFile(ParseResult parsed, AnalysisSettings settings, Console console, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        OutputOptions output = new OutputOptions(parsed);
        CovariateOptions covariates = CovariateOptions.toShow(parsed);
        List<CovariateRequest> wanted = covariates.names().isEmpty() ? List.of() : covariates.requests(options);
        DerivedSums sums = new MissingOptions(parsed).sums();
        sums.check(options.id(), options.outcomes(), covariates.names());
        ImportedParticipants imported = options.read(console, output.allowed(), sums.requests(wanted), sums.sums());
        List<Covariate> named = imported.covariates().stream()
                .filter(covariate -> covariates.names().contains(covariate.name()))
                .toList();
        TrialData data = TrialData.of(parsed, imported, findings);
        data.outcomes().forEach(MissingCommand::accept);
        checkMargin(
                new EstimationOptions(parsed),
                data.outcomes().stream()
                        .map(outcome -> new MarginScale(outcome.name(), outcome.kind(), settings))
                        .toList());
        if (output.verbose()) {
            console.line(data.read());
        }
        List<Result> results = new ArrayList<>(Missing.description(data.trial(), named, settings));
        MissingOptions missing = new MissingOptions(parsed);
        ResultTable primary = Missing.of(data.trial(), missing.request(Location.file(data.name())), settings)
                .with(missing.statedRange(data.outcomes()));
        ResultTable compared = imputed(primary, parsed, data.trial(), named, sums.sums(), settings);
        results.addAll(compared.results());
        DonorChecks.tell(compared, data.name(), output.policy(), findings);
        ResultTable table =
                compared.withResults(results).from(List.of(data.input()), data.stated(), TrialData.remarks(findings));
        return Analysed.of(table, settings);
    }

    /** The comparisons, with what is missing imputed beside them where that is asked for. */
    static ResultTable imputed(
            ResultTable compared,
            ParseResult parsed,
            Trial trial,
            List<Covariate> covariates,
            List<SumOf> sums,
            AnalysisSettings settings) {
        return new MissingOptions(parsed)
                .imputation()
                .map(request -> MultipleImputation.added(
                        compared, trial, settings, request.from(covariates).summing(sums)))
                .orElse(compared);
    }

    private static void checkMargin(EstimationOptions options, List<MarginScale> scales) {
        options.margin().ifPresent(text -> MarginScale.check(text, scales));
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return MissingReport.of(released, language);
    }

    @Override
    public Analysed beside(Analysed analysed, Plan plan) {
        return MissingBeside.of(analysed, plan);
    }

    @Override
    public Report besideReport(ReleasedTable released, Language language) {
        return MissingReport.beside(released, language);
    }
}
