package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.evidence.pooling.Meta;
import org.ipstrial.analysis.evidence.pooling.studies.MetaSettings;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.catalogue.Family;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.studies.ImportedStudies;
import org.ipstrial.dataimport.studies.StudiesImport;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.report.Language;
import org.ipstrial.report.MetaReport;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial meta}. */
final class MetaCommand extends ResultCommand {

    @Override
    public String description() {
        return "What do the trials say together? Pools the effects of a study table, says how far the studies differ and"
                + " where a further one may lie, and what single studies do to it. Studies that share a control arm, or"
                + " people, are refused unless it is said what to do; nothing is added to empty cells unless asked.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial meta sample-data/published/ips-trials.csv --measure risk-ratio --shared-control combine",
                "ipstrial meta trials.csv --measure odds-ratio --method peto,mantel-haenszel",
                "ipstrial meta trials.csv --measure risk-ratio --moderator months --leave-one-out",
                "ipstrial meta trials.csv --measure risk-ratio --with-own trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "STUDIES",
                "Studies CSV, one row a study ('-' is standard input): study; treatment_events, treatment_n,"
                        + " control_events, control_n; or treatment_mean, treatment_sd, treatment_n, control_mean,"
                        + " control_sd, control_n; or estimate with std_error or conf_low, conf_high (of the level"
                        + " conf_level, 0.95 without it); and of year, shared_control, same_people and others those that"
                        + " it has.");
    }

    @Override
    public List<String> methods() {
        return MethodSelection.known(MetaOptions.MEASURES, Family::isOfStudies);
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        MetaOptions.ALL,
                        OwnTrialOptions.ALL,
                        EstimationOptions.LEVEL_ONLY,
                        ReadingOptions.ALL,
                        OutputOptions.PUBLISHED)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        DataOptions data = new DataOptions(parsed);
        MetaOptions options = new MetaOptions(parsed);
        MetaSettings settings = options.settings();
        OwnTrialOptions own = new OwnTrialOptions(parsed);
        if (own.plan().isPresent()) {
            options.refuseWithOwn();
            OwnTrialOptions.check(options.measure());
        }
        ReadOptions reading = new ReadingOptions(parsed).options();
        OutputOptions output = new OutputOptions(parsed);
        String file = data.data().orElseThrow(() -> OptionChecks.wrong("no STUDIES is given", "wanted a study table"));
        ImportedStudies imported =
                StudiesImport.read(DataOptions.source(file, console), reading, options.request(), output.allowed());
        findings.addAll(imported.warnings());
        String name = data.file().map(TrialData::fileName).orElse("standard input");
        InputFile input = new InputFile(name, imported.sha256(), imported.rows());
        if (output.verbose()) {
            console.line(TrialData.read(input, file));
        }
        List<InputFile> inputs = new ArrayList<>(List.of(input));
        Map<String, Object> stated = new LinkedHashMap<>();
        ResultTable table;
        if (own.plan().isPresent()) {
            Path plan = own.plan().get();
            OwnTrial trial = OwnTrial.read(plan, own, options.measure(), output, findings);
            trial.check(imported.studies(), plan);
            inputs.addAll(trial.inputs());
            if (output.verbose()) {
                trial.inputs().stream().skip(1).forEach(one -> console.line(TrialData.read(one, one.file())));
            }
            stated.putAll(trial.stated());
            table = Meta.with(trial.study(), imported.studies(), settings, findings, Location.file(file));
        } else {
            table = Meta.of(imported.studies(), settings, findings, Location.file(file));
        }
        ResultTable whole = table.from(inputs, stated, TrialData.remarks(findings));
        // That a part of the studies is too few for a method is no failure of the method.
        boolean none = whole.results().stream()
                .filter(result ->
                        result.key().term().isEmpty() && result.key().stratum().isEmpty())
                .anyMatch(settings.methods()::namedButNotEstimable);
        return new Analysed(whole, none, Nesting.NONE);
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return MetaReport.of(released, language);
    }
}
