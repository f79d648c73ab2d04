package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.programme.Fidelity;
import org.ipstrial.ard.InputFile;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.programme.FidelityImport;
import org.ipstrial.dataimport.programme.ImportedReviews;
import org.ipstrial.dataimport.programme.TeamRatesImport;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.programme.FidelityReview;
import org.ipstrial.dataset.programme.FidelityReviews;
import org.ipstrial.dataset.programme.FidelityScale;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.report.FidelityReport;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial fidelity}. */
final class FidelityCommand extends ResultCommand {

    private static final CliOption RATES = CliOption.one(
            "--rates",
            "FILE",
            "What share of each team's people got work (team, events, n): the order of the teams by fidelity is held"
                    + " against that by this share, which is no randomised comparison.");

    @Override
    public String description() {
        return "How faithful is each team to IPS? Items, sections, totals and bands of IPS-25 and IPS-15, and how they"
                + " change from review to review. An item that was not rated is never filled: the total is then a range.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial fidelity sample-data/programme/fidelity.csv",
                "ipstrial fidelity fidelity.csv --rates rates.csv --format html -o fidelity.html");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "FILE",
                "Item scores CSV, one row an item of a review ('-' is standard input): team, date, scale (IPS-25 or"
                        + " IPS-15), item (its number), score (1 to 5; empty where it was not rated). Or a plan (.yaml) that names the"
                        + " files under programme.fidelity.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        List.of(
                                RATES,
                                ProgrammeOptions.DATE_FORMAT,
                                EstimationOptions.LEVEL_ONLY
                                        .get(0)
                                        .saying(
                                                "Confidence level of the teams' shares as a fraction (default: 0.95).")),
                        ReadingOptions.ALL,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult given, Console console, ProgressBar progress, Findings findings) {
        ProgrammeRun run = ProgrammeRun.of(this, Fidelity.NAME, given);
        ParseResult parsed = run.options();
        ReadOptions reading = new ReadingOptions(parsed).options();
        OutputOptions output = new OutputOptions(given);
        Set<FindingCode> allowed = output.allowed();
        double level = new EstimationOptions(parsed).level();
        String name = run.file("FILE, the item scores,");
        Optional<DataSource> other = ProgrammeOptions.source(RATES, parsed);
        ImportedReviews reviews = FidelityImport.read(
                DataOptions.source(name, console), reading, ProgrammeOptions.dates(parsed), allowed);
        findings.addAll(reviews.warnings());
        List<InputFile> inputs = new ArrayList<>(run.inputs());
        inputs.add(ProgrammeOptions.input(name, reviews.sha256(), reviews.rows()));
        Map<String, EventCounts> rates = Map.of();
        if (other.isPresent()) {
            TeamRatesImport.ImportedRates read = TeamRatesImport.read(other.get(), reading, allowed);
            findings.addAll(read.warnings());
            String file = RATES.value(parsed).orElseThrow();
            inputs.add(ProgrammeOptions.input(file, read.sha256(), read.rows()));
            rates = read.rates();
            leftOut(reviews.reviews(), rates, file, findings);
        }
        if (output.verbose()) {
            console.line(TrialData.read(inputs.get(run.inputs().size()), name));
        }
        return run.analysed(
                Fidelity.of(reviews.reviews(), rates, level, Long.parseLong(EstimationOptions.DEFAULT_SEED)),
                inputs,
                findings);
    }

    /** Tells which teams have only one of the two numbers. */
    private static void leftOut(
            FidelityReviews reviews, Map<String, EventCounts> rates, String file, Findings findings) {
        for (FidelityScale scale : reviews.scales()) {
            Map<String, List<FidelityReview>> teams = reviews.teams(scale);
            teams.forEach((team, own) -> {
                boolean whole = own.stream().map(FidelityReview::total).anyMatch(total -> total.missing() == 0);
                if (!rates.containsKey(team) || !whole) {
                    String why = rates.containsKey(team) ? "no review has every item rated" : "it has no row here";
                    findings.add(FindingCode.W530, Location.file(file), team, scale.id(), why);
                }
            });
            rates.keySet().stream()
                    .filter(team -> !teams.containsKey(team))
                    .forEach(team -> findings.add(
                            FindingCode.W530, Location.file(file), team, scale.id(), "it has no review by this scale"));
        }
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return FidelityReport.of(released, language);
    }
}
