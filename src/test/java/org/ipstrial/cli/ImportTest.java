package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical copy of an import: nothing lost, nothing guessed, nothing else replaced. */
class ImportTest {

    private static final Path SAMPLE = Path.of("sample-data/ips-three-arm");

    /** Reads a copy of the sample trial: no column and no form is named; codes give nothing but the levels' order. */
    private static final String PLAN_OF_THE_COPY = """
            trial: The copy
            participants:
              file: participants.csv
              randomised_on: randomised_on
              arm: {control: SAU, order: [IPS, IPS with enhancement, SAU]}
              columns:
                site: {}
                diagnosis: {codes: {schizophrenia spectrum: schizophrenia spectrum, bipolar disorder: bipolar disorder,
                            depression: depression}}
                benefit: {codes: {sygedagpenge: sygedagpenge, kontanthjælp: kontanthjælp,
                          ressourceforløb: ressourceforløb, førtidspension: førtidspension,
                          selvforsørgende: selvforsørgende}}
                sex: {}
                worked_before: {codes: {"yes": "yes", "no": "no"}}
              amounts: {age: {unit: years}}
            """;

    @TempDir
    private Path folder;

    private Run copy(Path plan, Path to, String... more) {
        List<String> args = Stream.concat(
                        Stream.of("import", plan.toString(), "-o", to.toString(), "-q"), Stream.of(more))
                .toList();
        return Run.of(args);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** The rows without the inputs' names and hashes, which differ. */
    private static String numbers(String command, Path plan) {
        Run run = Run.of(command, plan.toString(), "--format", "csv", "-q");
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void theCopyOfTheSampleGivesTheSameNumbersAsTheSample() throws IOException {
        Path copy = folder.resolve("copy");
        Run run = copy(SAMPLE.resolve("trial.yaml"), copy);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        String plan = Files.readString(SAMPLE.resolve("trial.yaml"));
        String rest = plan.substring(plan.indexOf("horizon:"), plan.indexOf("# What the made-up trial is like."));
        Path planOfTheCopy = Files.writeString(
                copy.resolve("trial.yaml"), PLAN_OF_THE_COPY + rest.replaceAll("(?m)^  label:.*\n", ""));

        for (String command : List.of("rates", "hours", "compare", "baseline", "flow")) {
            assertThat(numbers(command, planOfTheCopy))
                    .as(command)
                    .isEqualTo(numbers(command, SAMPLE.resolve("trial.yaml")));
        }
    }

    @Test
    void theOutcomesOfTheCopyAreThoseOfThePlan() {
        Path copy = folder.resolve("copy");
        copy(SAMPLE.resolve("trial.yaml"), copy);
        String outcomes = copy.resolve("outcomes.csv").toString();

        for (String outcome : List.of("employed", "employed_or_educated/education")) {
            Run ofTheCopy = Run.of("rates", outcomes, "--outcome", outcome, "--by", "diagnosis", "--format", "csv");
            Run ofThePlan = Run.of(
                    "rates",
                    SAMPLE.resolve("trial.yaml").toString(),
                    "--by",
                    "diagnosis",
                    "--format",
                    "csv",
                    "-q",
                    "--outcome",
                    outcome.replaceAll("/.*", ""));
            List<String> counts = values(ofTheCopy, outcome);
            assertThat(counts).isNotEmpty().isEqualTo(values(ofThePlan, outcome));
        }
        Run amounts = Run.of("hours", outcomes, "--outcome", "hours", "--format", "csv");
        assertThat(values(amounts, "hours"))
                .isNotEmpty()
                .isEqualTo(values(
                        Run.of(
                                "hours",
                                SAMPLE.resolve("trial.yaml").toString(),
                                "--outcome",
                                "hours",
                                "--format",
                                "csv",
                                "-q"),
                        "hours"));
    }

    /** The numbers of an outcome by group, stratum, measure and statistic; the unit is not known to the copy. */
    private static List<String> values(Run run, String outcome) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out()
                .lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[3].equals(outcome))
                .map(cells -> String.join(",", cells[5], cells[7], cells[9], cells[11], cells[12]))
                .sorted()
                .toList();
    }

    @Test
    void aDanishExcelExportGivesTheSameCopy() throws IOException {
        copy(SAMPLE.resolve("trial.yaml"), folder.resolve("one"));
        copy(SAMPLE.resolve("excel-dk/trial.yaml"), folder.resolve("other"));
        Map<String, String> one = files(folder.resolve("one"));
        Map<String, String> other = files(folder.resolve("other"));

        assertThat(other.keySet()).isEqualTo(one.keySet()).hasSize(7);
        for (String file : List.of("participants.csv", "outcomes.csv", "spells.csv", "follow-up.csv")) {
            assertThat(other.get(file)).as(file).isEqualTo(one.get(file));
        }
    }

    @Test
    void theDictionaryNamesEveryColumnOfEveryFile() throws IOException {
        copy(SAMPLE.resolve("excel-dk/trial.yaml"), folder.resolve("copy"));
        Map<String, String> files = files(folder.resolve("copy"));
        List<String> named = files.get("data-dictionary.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 3)[0] + " " + line.split(",", 3)[1])
                .toList();

        List<String> found = Stream.of("participants.csv", "outcomes.csv", "spells.csv", "follow-up.csv")
                .flatMap(file -> Stream.of(files.get(file)
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .split(","))
                        .map(column -> file + " " + column))
                .toList();
        assertThat(named).isEqualTo(found);
        assertThat(files.get("data-dictionary.csv"))
                .contains(
                        "participants.csv,diagnosis,label,,Diagnosis,schizophrenia spectrum; bipolar disorder; depression,"
                                + "0,deltagere.csv,diagnose,F20-F29=schizophrenia spectrum; F31=bipolar disorder;"
                                + " F32-F33=depression,\n")
                .contains(
                        "outcomes.csv,employed_26_weeks,yes/no,,\"Steady employment (26 weeks), 18 months\",,78,,,,\"weeks"
                                + " of competitive_employment, at least 26, within 18 months of randomisation, from spells\"\n");
    }

    @Test
    void theCheckReportStandsInTheFolderInTheFormThatIsAskedFor() throws IOException {
        copy(SAMPLE.resolve("trial.yaml"), folder.resolve("copy"));
        Run check = Run.of("import", SAMPLE.resolve("trial.yaml").toString(), "--check", "-q");
        assertThat(Files.readString(folder.resolve("copy/check.txt")))
                .isEqualTo(check.out())
                .contains("[W271]");

        Run json = copy(SAMPLE.resolve("trial.yaml"), folder.resolve("json"), "--format", "json");
        assertThat(json.exit()).isZero();
        assertThat(Files.readString(folder.resolve("json/check.json"))).contains("\"command\": \"import\"");
    }

    @Test
    void aCopyReplacesAnEarlierCopyAndNothingElse() throws IOException {
        Path copy = folder.resolve("copy");
        Path plan = SAMPLE.resolve("trial.yaml");
        copy(plan, copy);
        Map<String, String> first = files(copy);
        assertThat(copy(plan, copy).exit()).isZero();
        assertThat(files(copy)).isEqualTo(first);

        Files.writeString(copy.resolve("spells.csv"), "id,activity\n");
        Map<String, String> changed = files(copy);
        Run refused = copy(plan, copy);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("ipstrial: " + copy.resolve("spells.csv")
                        + " is there already and was not written by an earlier import as it stands; wanted a folder where"
                        + " nothing else is replaced; name another folder, or move the file away [E029]\n");
        assertThat(files(copy)).isEqualTo(changed);
    }

    @Test
    void theSourceIsNeverReplaced() throws IOException {
        Path source = folder.resolve("source");
        Files.createDirectories(source);
        for (String file : List.of("trial.yaml", "participants.csv", "spells.csv", "follow-up.csv")) {
            Files.copy(SAMPLE.resolve(file), source.resolve(file));
        }
        Map<String, String> before = files(source);

        assertThat(copy(source.resolve("trial.yaml"), source).exit()).isEqualTo(2);
        assertThat(files(source)).isEqualTo(before);
    }

    @Test
    void theCopyIsReadableToItsOwnerAlone() throws IOException {
        copy(SAMPLE.resolve("trial.yaml"), folder.resolve("copy"));
        for (String file : files(folder.resolve("copy")).keySet()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("copy").resolve(file)))
                    .as(file)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void dataThatAreRefusedLeaveNoFolder() throws IOException {
        Path source = trial("id,arm,randomised_on\nA,IPS,2014-01-06\nB,SAU,2014-13-06\n", "");
        Run run = copy(source, folder.resolve("copy"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void withoutCheckAndFolderItIsRefused() {
        Run run = Run.of("import", SAMPLE.resolve("trial.yaml").toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("ipstrial: neither --check nor --output FOLDER is given; --check only reports, and --output"
                        + " writes a copy;");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        Path source = trial(
                "id,arm,randomised_on,sex\nA,IPS,2014-01-06,f\nB,SAU,2014-01-06,m\n",
                "  columns: {arm: {column: sex}}\n");
        Run run = copy(source, folder.resolve("copy"));
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "two columns of participants.csv would be called arm; wanted each name once; name one of the two"
                                + " otherwise [E426]");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    /** A file that no outcome needs is read all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "B,competitive_employment,2014-02-30,,20\n",
                "C,competitive_employment,2014-02-03,,20\n",
                "B,competitive_employment,2014-02-03,,200\n"
            })
    void everyFileOfThePlanIsChecked(String spell) throws IOException {
        Path source = trial(
                "id,arm,randomised_on,employed\nA,IPS,2014-01-06,1\nB,SAU,2014-01-06,0\n",
                "",
                "data_cut: 2015-12-31\nspells:" + " {file: spells.csv}\noutcomes: {employed: {}}\n");
        Path spells = source.resolveSibling("spells.csv");
        String header = "id,activity,start,end,hours_per_week\nA,competitive_employment,2014-02-03,,20.5\n";
        Files.writeString(spells, header);
        Run sound = Run.of("import", source.toString(), "--check");
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(sound.out()).contains("spells.csv");

        Files.writeString(spells, header + spell);
        assertThat(Run.of("import", source.toString(), "--check").exit()).isEqualTo(3);
    }

    @Test
    void registerWeeksAreCopiedOneARow() throws IOException {
        String plan = """
                data_cut: 2015-12-31
                horizon: 12 months
                weeks:
                  file: %s
                  layout: %s
                  codes: {W: competitive_employment, "0": none, P: not-eligible}
                  without_row: not-observed
                outcomes: {worked: {derive: ever, of: competitive_employment}}
                """;
        String people = "id,arm,randomised_on\nB,IPS,2014-01-06\nA,SAU,2014-01-06\n";
        String copied = "id,week,code\nA,2014-W52,none\nA,2015-W01,not-eligible\nB,2014-W02,competitive_employment\n"
                + "B,2015-W01,none\nB,2015-W53,competitive_employment\n";
        Path source = trial(people, "", plan.formatted("weeks.csv", "long"));
        Files.writeString(
                source.resolveSibling("weeks.csv"),
                "id,week,code\nB,2015-W53,W\nB,2014-W02,W\nA,2015-W01,P\nA,2014-W52,0\nB,2015-W01,0\n");
        Run run = copy(source, folder.resolve("copy"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("copy/weeks.csv"))).isEqualTo(copied);

        source = trial(people, "", plan.formatted("weeks.csv", "wide"));
        Files.writeString(
                source.resolveSibling("weeks.csv"), "id,2014-W02,2014-W52,2015-W01,2015-W53\nB,W,,0,W\nA,,0,P,\n");
        assertThat(copy(source, folder.resolve("wide")).exit()).isZero();
        assertThat(Files.readString(folder.resolve("wide/weeks.csv"))).isEqualTo(copied);
    }

    /** A plan beside a participants file. */
    private Path trial(String participants, String section) throws IOException {
        return trial(
                participants,
                section,
                "horizon: 12 months\ndata_cut: 2015-12-31\nspells: {file: spells.csv}\noutcomes: {worked: {derive: ever, of:"
                        + " competitive_employment}}\n");
    }

    private Path trial(String participants, String section, String rest) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("participants.csv"), participants);
        Files.writeString(
                source.resolve("spells.csv"),
                "id,activity,start,end,hours_per_week\nA,competitive_employment,2014-02-03,,20.5\n");
        return Files.writeString(
                source.resolve("trial.yaml"),
                "trial: T\nparticipants:\n  file: participants.csv\n  randomised_on: randomised_on\n  arm: {control: SAU}\n"
                        + section + rest);
    }

    @Test
    void verboseTellsWhatWasWritten() throws IOException {
        Run run = Run.of(
                "import",
                trial("id,arm,randomised_on\nA,IPS,2014-01-06\nB,SAU,2014-01-06\n", "")
                        .toString(),
                "-o",
                folder.resolve("copy").toString(),
                "-v");
        assertThat(run.err()).contains("participants.csv: 2 rows\n").contains("spells.csv: 1 row");
        assertThat(Files.list(folder.resolve("copy"))
                        .map(path -> path.getFileName().toString())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo("check.txt data-dictionary.csv imported.txt outcomes.csv participants.csv spells.csv");
    }
}
