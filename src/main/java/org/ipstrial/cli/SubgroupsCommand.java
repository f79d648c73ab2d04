package org.ipstrial.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import org.ipstrial.report.SubgroupsReport;
import org.ipstrial.stats.resampling.Progress;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial subgroups}. */
final class SubgroupsCommand extends TrialCommand {

    @Override
    public String description() {
        return "Does the effect differ by diagnosis, benefit, site? And, apart from effect: who does well in either arm?"
                + " One test a column answers the first question, on the scale that is shown: the risk difference of a"
                + " yes/no outcome unless --method names methods of other measures, the mean difference of an amount. A"
                + " column of many different numbers is an amount itself, along which the effect may change: one model"
                + " tells by how much with each unit, and nobody is put into groups. --adjust puts covariates into one model of"
                + " all arms and levels: its effects and its test stand beside those without.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial subgroups participants.csv --control control --outcome employed --by diagnosis,site",
                "ipstrial subgroups participants.csv --control control --outcome employed --by age --amounts age",
                "ipstrial subgroups participants.csv --control control --outcome employed --by diagnosis --adjust age,sex",
                "ipstrial subgroups trial.yaml --outcome employed --by diagnosis --method odds-ratio:miettinen-nurminen");
    }

    @Override
    public List<String> methods() {
        return MethodSelection.known(measures(), Family::isOfSubgroups);
    }

    @Override
    public List<CliOption> options() {
        return Stream.concat(super.options().stream(), CovariateOptions.OF_SUBGROUPS.stream())
                .toList();
    }

    @Override
    Set<Measure> measures() {
        return Subgroups.measures();
    }

    @Override
    void accept(OutcomeDefinition outcome) {
        refuse(outcome, OutcomeKind.ORDINAL, Subgroups.NAME, "ipstrial compare --by");
        refuse(outcome, OutcomeKind.AMOUNT_OF_WORKERS, Subgroups.NAME, "ipstrial hours");
        refuse(outcome, OutcomeKind.TIME, Subgroups.NAME, "ipstrial survival");
        refuse(outcome, OutcomeKind.TIME_OF_WORKERS, Subgroups.NAME, "ipstrial survival");
        refuse(outcome, OutcomeKind.WEEKLY, Subgroups.NAME, "ipstrial survival");
    }

    @Override
    AnalysisSettings settings(EstimationOptions options, Progress progress) {
        return options.settingsOfSubgroups(measures(), progress);
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        if (options.plan().isEmpty() && options.by().isEmpty()) {
            throw noColumns();
        }
        if (options.by().contains(options.arm())) {
            throw OptionChecks.wrong(
                    "--by names " + options.arm() + ", the column of arms",
                    "wanted subgroups that hold people of both arms");
        }
        return super.results(parsed, console, progress, findings);
    }

    private static RuntimeException noColumns() {
        return OptionChecks.wrong(
                "--by, the columns of the subgroups, is not given",
                "it is required, here or as 'by' in the plan's analysis");
    }

    @Override
    ResultTable analyse(Trial trial, AnalysisSettings settings) {
        if (trial.by().isEmpty() && trial.moderators().isEmpty()) {
            throw noColumns();
        }
        return Subgroups.of(trial, settings);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return SubgroupsReport.of(released, language);
    }
}
