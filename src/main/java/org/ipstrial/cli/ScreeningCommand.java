package org.ipstrial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.analysis.programme.EligibilityRule;
import org.ipstrial.analysis.programme.Screened;
import org.ipstrial.analysis.programme.Severity;
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
                            + ". Both are in use, and 20, 25 and 30 change class between them, so that there is no default.")
            .among(BANDS);
    private static final CliOption PEOPLE = CliOption.one(
            "--people",
            "FILE",
            "Age and in_work_or_education (yes or no) of the people by id, for the rule of eligibility; without it the rule"
                    + " goes by the scores alone.");
    private static final CliOption MIN_AGE = CliOption.one("--min-age", "YEARS", "The youngest who may take part")
            .orElse("15");
    private static final CliOption MAX_AGE =
            CliOption.one("--max-age", "YEARS", "The oldest who may take part").orElse("24");
    private static final CliOption BANDS_OF_RULE = CliOption.list(
                    "--bands",
                    "BAND",
                    "The bands of either questionnaire that may take part: of mild, moderate, severe (default: mild,moderate).")
            .among(List.of("mild", "moderate", "severe"));
    private static final CliOption REFER_ON = CliOption.list(
                    "--refer-on",
                    "BAND",
                    "The bands above those, which are referred on whatever else holds: of mild, moderate, severe; or nobody"
                            + " (default: severe).")
            .among(List.of("mild", "moderate", "severe", "nobody"));
    private static final CliOption OCCUPIED = CliOption.one(
                    "--in-work-or-education", "WHAT", "Whether people in work or education are excluded or included")
            .orElse("excluded")
            .among(List.of("excluded", "included"));
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
                        + " GAD-7; 1 to 7, 8a, 8b, 9, 10a, 10b of MDI), score (empty where there is no answer). Or a plan (.yaml) that"
                        + " names the files and the rule under programme.screening.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.of(
                        List.of(
                                MDI_BANDS,
                                PEOPLE,
                                MIN_AGE,
                                MAX_AGE,
                                BANDS_OF_RULE,
                                REFER_ON,
                                OCCUPIED,
                                CLASSES,
                                ProgrammeOptions.DATE_FORMAT),
                        ReadingOptions.ALL,
                        OutputOptions.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Analysed results(ParseResult given, Console console, ProgressBar progress, Findings findings) {
        ProgrammeRun run = ProgrammeRun.of(this, Screened.NAME, given);
        ParseResult parsed = run.options();
        ReadOptions reading = new ReadingOptions(parsed).options();
        OutputOptions output = new OutputOptions(given);
        Set<FindingCode> allowed = output.allowed();
        String name = run.file("FILE, the answers,");
        Optional<DataSource> other = ProgrammeOptions.source(PEOPLE, parsed);
        EligibilityRule rule = rule(parsed);
        Optional<SeverityBands> chosen = MDI_BANDS.oneOf(parsed).flatMap(SeverityBands::ofMdi);
        Optional<Path> classes = classes(given, run, output);
        ScreeningImport.ImportedScreenings read = ScreeningImport.read(
                DataOptions.source(name, console), reading, ProgrammeOptions.dates(parsed), allowed);
        findings.addAll(read.warnings());
        List<InputFile> inputs = new ArrayList<>(run.inputs());
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
            console.line(TrialData.read(inputs.get(run.inputs().size()), name));
        }
        ResultTable table = Screened.of(screenings, bands, rule, Long.parseLong(EstimationOptions.DEFAULT_SEED));
        classes.ifPresent(file -> AtomicFile.writeForOwner(
                file, PersonRows.text(Screened.header(), Screened.rows(screenings, bands, rule))));
        return run.analysed(table, inputs, findings);
    }

    private static EligibilityRule rule(ParseResult parsed) {
        int youngest = MIN_AGE.number(parsed, 0, OLDEST).orElseThrow().intValue();
        int oldest = MAX_AGE.number(parsed, 0, OLDEST).orElseThrow().intValue();
        if (youngest > oldest) {
            throw OptionChecks.wrong(
                    MIN_AGE.name() + " " + youngest + " is above " + MAX_AGE.name() + " " + oldest,
                    "wanted the youngest, then the oldest");
        }
        for (CliOption age : List.of(MIN_AGE, MAX_AGE, OCCUPIED)) {
            if (age.given(parsed) && !PEOPLE.given(parsed)) {
                throw OptionChecks.wrong(
                        age.name() + " is given without " + PEOPLE.name(), "wanted the file that holds the ages");
            }
        }
        Set<Severity> wanted = bands(BANDS_OF_RULE, parsed, EligibilityRule.WANTED);
        Set<Severity> referred = bands(REFER_ON, parsed, EligibilityRule.REFERRED);
        boolean occupied = OCCUPIED.oneOf(parsed).orElseThrow().equals("included");
        try {
            return new EligibilityRule(PEOPLE.given(parsed), youngest, oldest, wanted, referred, occupied);
        } catch (IllegalArgumentException e) {
            throw OptionChecks.wrong(
                    BANDS_OF_RULE.name() + " and " + REFER_ON.name() + " do not go together",
                    "wanted every band from the lowest of the first up in one of the two, those of the second above the"
                            + " others");
        }
    }

    private static Set<Severity> bands(CliOption option, ParseResult parsed, Set<Severity> usual) {
        List<String> words = option.values(parsed);
        if (words.isEmpty()) {
            return usual;
        }
        Set<Severity> bands = EnumSet.noneOf(Severity.class);
        if (option == REFER_ON && words.equals(List.of("nobody"))) {
            return bands;
        }
        for (String word : option.allOf(parsed)) {
            bands.add(Severity.named(word)
                    .orElseThrow(() ->
                            OptionChecks.wrong(option.name() + " names nobody and somebody", "wanted one of the two")));
        }
        return bands;
    }

    /** The file of everybody's classes: never the screen, never in the place of another file of this run. */
    private static Optional<Path> classes(ParseResult parsed, ProgrammeRun run, OutputOptions output) {
        Optional<Path> file = CLASSES.value(parsed).map(Path::of);
        file.ifPresent(path -> {
            if (path.toString().equals("-")
                    || (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path))) {
                throw OptionChecks.wrong(
                        CLASSES.name() + " " + path + " is no file",
                        "everybody's classes are never shown; name a file");
            }
            List<Path> others = new ArrayList<>(run.files());
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
