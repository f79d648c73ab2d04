package org.ipstrial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.programme.EligibilityRule;
import org.ipstrial.analysis.programme.Screened;
import org.ipstrial.analysis.programme.SeverityBands;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.dataexport.PersonRows;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.programme.PeopleImport;
import org.ipstrial.dataimport.programme.ScreeningImport;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.ipstrial.dataset.programme.Screenings;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import org.ipstrial.report.ScreeningReport;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial screening}. */
final class ScreeningCommand extends ResultCommand {

    private static final List<String> BANDS =
            SeverityBands.OF_MDI.stream().map(SeverityBands::id).toList();

    private static final CliOption MDI_BANDS = CliOption.one(
            "--mdi-bands",
            "SET",
            "From which totals the MDI is mild, moderate and severe: " + String.join(" or ", BANDS)
                    + ". Both are in use, and 20, 25 and 30 change class between them, so that there is no default.");
    private static final CliOption PEOPLE = CliOption.one(
            "--people",
            "FILE",
            "Age and in_work_or_education (yes or no) of the people by id, for the rule of eligibility; without it the rule"
                    + " goes by the scores alone.");
    private static final CliOption MIN_AGE = CliOption.one("--min-age", "YEARS", "The youngest who may take part")
            .orElse("15");
    private static final CliOption MAX_AGE =
            CliOption.one("--max-age", "YEARS", "The oldest who may take part").orElse("24");
    private static final CliOption CLASSES = CliOption.one(
            "--classes",
            "FILE",
            "Write everybody's classes, with their ids, to this file, which only its owner may read. Nothing else tells of"
                    + " single persons.");
    private static final int OLDEST = 120;

    @Override
    public String description() {
        return "Who screens in? GAD-7 and MDI: how many are in each band, by the algorithms of the MDI, and by a rule of"
                + " eligibility. Counts only; these questionnaires screen, they do not diagnose.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial screening sample-data/programme/screening.csv --mdi-bands 21-26-31 --people"
                        + " sample-data/programme/people.csv",
                "ipstrial screening screening.csv --mdi-bands 20-25-30 --classes classes.csv");
    }

    @Override
    public Positional positional() {
        return new Positional(
                "FILE",
                "Answers CSV, one row an answer ('-' is standard input): id, date, scale (GAD-7 or MDI), item (1 to 7 of"
                        + " GAD-7; 1 to 7, 8a, 8b, 9, 10a, 10b of MDI), score (empty where there is no answer).");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        List.of(MDI_BANDS, PEOPLE, MIN_AGE, MAX_AGE, CLASSES, ProgrammeOptions.DATE_FORMAT),
                        ReadingOptions.ALL,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult parsed, Console console, ProgressBar progress, Findings findings) {
        ReadOptions reading = new ReadingOptions(parsed).options();
        OutputOptions output = new OutputOptions(parsed);
        Set<FindingCode> allowed = output.allowed();
        String name = ProgrammeOptions.required(parsed, "FILE, the answers,");
        Optional<DataSource> other = ProgrammeOptions.source(PEOPLE, parsed);
        EligibilityRule rule = rule(parsed);
        Optional<SeverityBands> chosen = MDI_BANDS.oneOf(parsed, BANDS).flatMap(SeverityBands::ofMdi);
        Optional<Path> classes = classes(parsed, output);
        ScreeningImport.ImportedScreenings read = ScreeningImport.read(
                DataOptions.source(name, console), reading, ProgrammeOptions.dates(parsed), allowed);
        findings.addAll(read.warnings());
        List<InputFile> inputs = new ArrayList<>();
        inputs.add(ProgrammeOptions.input(name, read.sha256(), read.rows()));
        Map<String, Screenings.Person> people = Map.of();
        if (other.isPresent()) {
            PeopleImport.ImportedPeople imported = PeopleImport.read(other.get(), reading, allowed);
            findings.addAll(imported.warnings());
            inputs.add(ProgrammeOptions.input(PEOPLE.value(parsed).orElseThrow(), imported.sha256(), imported.rows()));
            people = imported.people();
        }
        Screenings screenings = new Screenings(read.screenings(), people);
        boolean mdi = screenings.scales().contains(ScreeningScale.MDI);
        if (mdi && chosen.isEmpty()) {
            throw OptionChecks.wrong(
                    "--mdi-bands is not given, and the file holds MDI",
                    "wanted " + String.join(" or ", BANDS) + ", between which totals of 20, 25 and 30 change class");
        }
        Optional<SeverityBands> bands = chosen.filter(any -> mdi);
        for (ScreeningScale scale : screenings.scales()) {
            long passedOver = screenings.passedOver(scale);
            if (passedOver > 0) {
                findings.add(FindingCode.W531, Location.file(name), passedOver, scale.id());
            }
        }
        if (output.verbose()) {
            console.line(TrialData.read(inputs.get(0), name));
        }
        ResultTable table = Screened.of(screenings, bands, rule, Long.parseLong(EstimationOptions.DEFAULT_SEED));
        classes.ifPresent(file -> AtomicFile.writeForOwner(
                file, PersonRows.text(Screened.header(), Screened.rows(screenings, bands, rule))));
        return new Analysed(table.from(inputs, Map.of(), TrialData.remarks(findings)), false, Nesting.NONE);
    }

    private static EligibilityRule rule(ParseResult parsed) {
        int youngest = MIN_AGE.number(parsed, 0, OLDEST).orElseThrow().intValue();
        int oldest = MAX_AGE.number(parsed, 0, OLDEST).orElseThrow().intValue();
        if (youngest > oldest) {
            throw OptionChecks.wrong(
                    MIN_AGE.name() + " " + youngest + " is above " + MAX_AGE.name() + " " + oldest,
                    "wanted the youngest, then the oldest");
        }
        for (CliOption age : List.of(MIN_AGE, MAX_AGE)) {
            if (age.given(parsed) && !PEOPLE.given(parsed)) {
                throw OptionChecks.wrong(
                        age.name() + " is given without " + PEOPLE.name(), "wanted the file that holds the ages");
            }
        }
        return new EligibilityRule(PEOPLE.given(parsed), youngest, oldest);
    }

    /** The file of everybody's classes: never the screen, never in the place of another file of this run. */
    private static Optional<Path> classes(ParseResult parsed, OutputOptions output) {
        Optional<Path> file = CLASSES.value(parsed).map(Path::of);
        file.ifPresent(path -> {
            if (path.toString().equals("-")
                    || (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path))) {
                throw OptionChecks.wrong(
                        CLASSES.name() + " " + path + " is no file",
                        "everybody's classes are never shown; name a file");
            }
            List<Path> others = new ArrayList<>();
            new DataOptions(parsed).file().ifPresent(others::add);
            PEOPLE.value(parsed).map(Path::of).ifPresent(others::add);
            output.output().ifPresent(others::add);
            if (others.stream().anyMatch(one -> OutputOptions.sameFile(one, path))) {
                throw RefusedException.of(FindingCode.E010, Location.COMMAND_LINE, path);
            }
            AtomicFile.check(path);
        });
        return file;
    }

    @Override
    public Report report(ReleasedTable released, Language language) {
        return ScreeningReport.of(released, language);
    }
}
