package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Survival;
import org.ipstrial.analysis.SurvivalRequest;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import org.ipstrial.report.SurvivalReport;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial survival}. */
final class SurvivalCommand extends ResultCommand {

    @Override
    public String description() {
        return "How long until the first job, and how long is it kept? Curves, medians, restricted means, log-rank test"
                + " and hazard ratio; cumulative incidence where ends compete.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial survival participants.csv --time days --event job --control control --at 180,365 --tau 365",
                "ipstrial survival participants.csv --time days --event ended --cause reason --control control",
                "ipstrial survival trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "DATA",
                "Participants CSV, one row a person ('-' is standard input), with a time and an event for everybody: in the"
                        + " results the event's column names the outcome. Or a plan, a file that ends in .yaml: then"
                        + " --outcome names outcomes of the plan, and every other option overrides it, on the record.");
    }

    @Override
    public List<String> methods() {
        return MethodSelection.known(Survival.MEASURES, Family::isOfTimes);
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        TimesOptions.ALL,
                        DataOptions.OF_TIMES,
                        CovariateOptions.OF_MODEL,
                        EstimationOptions.OF_TIMES,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        OutputOptions output = new OutputOptions(parsed);
        TimesGrouping grouping = new TimesGrouping(output.policy());
        TimesOptions times = new TimesOptions(parsed);
        StrataChecks.by(options);
        if (options.plan().isPresent()) {
            times.refuseColumns();
            PlannedTimesQuestion question = new PlannedTimesQuestion(progress, grouping, times, findings);
            return grouping.checked(new PlannedRun(this, question, parsed, console, findings).analyse());
        }
        if (!options.outcomes().isEmpty()) {
            throw OptionChecks.wrong("--outcome is given with no plan", "wanted --time and --event");
        }
        EventTimes columns = times.columns(options);
        AnalysisSettings settings = new EstimationOptions(parsed).settingsOfTimes(Survival.MEASURES, progress);
        times.refuseUnusedClusters(settings);
        new TimesChecks(columns, settings).refuse(options.adjust(), times.givesTau());
        AdjustChecks.strata(times.strata(), options.adjust());
        List<CovariateRequest> covariates = CovariateOptions.ofModel(parsed).requests(options);
        List<String> labels =
                Stream.concat(times.strata().stream(), times.cluster().stream()).toList();
        ImportedParticipants imported = options.readTimes(console, output.allowed(), columns, labels, covariates);
        TrialData data = TrialData.of(parsed, imported, findings);
        AdjustChecks.late(options.adjust(), columns.columns(), data.name(), findings);
        times.tellClusters(data.trial(), data.name(), findings);
        if (output.verbose()) {
            console.line(data.read());
        }
        Map<String, Object> stated = new LinkedHashMap<>(data.stated());
        stated.putAll(times.stated(columns));
        SurvivalRequest request = grouping.of(times.request(columns, data.name()), data.trial());
        ResultTable analysed = Survival.of(data.trial(), request, settings);
        TimesChecks.tellGaps(Survival.gaps(data.trial(), request), data.name(), findings);
        AdjustChecks.tell(analysed, data.name(), output.policy(), findings);
        ResultTable table = analysed.from(List.of(data.input()), stated, TrialData.remarks(findings));
        return grouping.checked(analysed(table, settings));
    }

    /** Results, where numbers at a time that an option or the plan names count as named too. */
    static Analysed analysed(ResultTable table, AnalysisSettings settings) {
        Analysed analysed = Analysed.of(table, settings);
        return new Analysed(
                table, analysed.namedButNotEstimable() || Survival.namedButNotEstimable(table), analysed.nesting());
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return SurvivalReport.of(released, language);
    }
}
