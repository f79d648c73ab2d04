package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.analysis.programme.SeverityBands;
import org.ipstrial.dataset.programme.ScreeningScale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan on how the programme is run: the rule of who may take part, the files, a stated share, and the report. */
class ProgrammePlanTest {

    private static final String PLAN = """
            trial: A trial
            participants: {file: participants.csv, arm: {control: SAU}}
            outcomes:
              worked: {kind: binary}
            """;

    private static final String PROGRAMME = """
            programme:
              fidelity: {file: fidelity.csv}
              screening:
                file: screening.csv
                people: people.csv
                mdi_bands: 21-26-31
                eligibility: {min_age: 15, max_age: 24}
              caseload: {file: caseload.csv, contacts: contacts.csv, jobs: jobs.csv, until: 2014-12-31, within: 28}
            """;

    @TempDir
    private Path folder;

    private Path plan;

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of(
                "fidelity.csv",
                "rates.csv",
                "screening.csv",
                "people.csv",
                "caseload.csv",
                "contacts.csv",
                "jobs.csv")) {
            Files.copy(Path.of("sample-data/programme").resolve(name), folder.resolve(name));
        }
        StringBuilder text = new StringBuilder("id,arm,worked\n");
        for (int person = 0; person < 60; person++) {
            text.append("Z9QK").append(100 + person).append(person % 2 == 0 ? ",IPS," : ",SAU,");
            text.append(person % 5 < 2 ? "1\n" : "0\n");
        }
        Files.writeString(folder.resolve("participants.csv"), text);
        plan(PLAN + PROGRAMME);
    }

    private void plan(String text) throws IOException {
        plan = Files.writeString(folder.resolve("trial.yaml"), text);
    }

    private Run run(String command, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = command;
        args[1] = plan.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.of(args);
    }

    /** What the plan says is what the options say: the same numbers by either. */
    @Test
    void thePlanAndTheOptionsSayTheSame() {
        String planned = run("caseload", "--format", "csv").out();
        String given = Run.of(
                        "caseload",
                        folder.resolve("caseload.csv").toString(),
                        "--contacts",
                        folder.resolve("contacts.csv").toString(),
                        "--jobs",
                        folder.resolve("jobs.csv").toString(),
                        "--until",
                        "2014-12-31",
                        "--within",
                        "28",
                        "--format",
                        "csv")
                .out();
        assertThat(planned).isEqualTo(given).contains("first-employer-contact,28,");
        Run screening = run("screening", "--format", "csv");
        assertThat(screening.err()).isEmpty();
        assertThat(screening.out())
                .isEqualTo(Run.of(
                                "screening",
                                folder.resolve("screening.csv").toString(),
                                "--people",
                                folder.resolve("people.csv").toString(),
                                "--mdi-bands",
                                "21-26-31",
                                "--format",
                                "csv")
                        .out());
        assertThat(run("fidelity").out())
                .isEqualTo(Run.of("fidelity", folder.resolve("fidelity.csv").toString())
                        .out());
        String json = run("caseload", "--within", "14", "--format", "json").out();
        assertThat(json)
                .contains(
                        "\"overrides\": \"--within 14 (plan: 28)\"",
                        "\"file\": \"trial.yaml\"",
                        "\"lock\": \"not locked\"");
    }

    @Test
    void theReportTakesThemInAndTheCheckCoversTheirFiles() throws IOException {
        Path out = folder.resolve("report");
        assertThat(run("report", "-o", out.toString())).isEqualTo(new Run(0, "", ""));
        String page = Files.readString(out.resolve("report.md"));
        assertThat(page)
                .contains(
                        "Fidelity to the model",
                        "Who screens in",
                        "How the programme is run",
                        "caseload.csv",
                        "jobs.csv")
                .doesNotContain("P2001");
        assertThat(Files.readString(out.resolve("results.json"))).contains("\"first-employer-contact\"");
        try (Stream<Path> figures = Files.list(out.resolve("figures"))) {
            assertThat(figures.map(file -> file.getFileName().toString()))
                    .contains(
                            "fidelity-trajectories.svg",
                            "fidelity-trajectories.csv",
                            "caseload-trajectories.svg",
                            "caseload-curves.svg",
                            "caseload-curves.csv");
        }
        assertThat(run("report", "--check", out.toString()).exit()).isZero();
        Path jobs = folder.resolve("jobs.csv");
        Files.writeString(jobs, Files.readString(jobs).replaceFirst(",yes,", ",no,"));
        Run moved = run("report", "--check", out.toString());
        assertThat(moved.exit()).isEqualTo(1);
        assertThat(moved.out()).contains("job-match");
        // Small cells are hidden in it as on the command's own page.
        Path hidden = folder.resolve("hidden");
        assertThat(run("report", "-o", hidden.toString(), "--min-cell", "5").exit())
                .isZero();
        assertThat(Files.readString(hidden.resolve("results.json"))).doesNotContain("caseload;");
    }

    @Test
    void theLockCoversTheirFilesAndTheStatusFollows() throws IOException {
        assertThat(run("plan", "x").exit()).isEqualTo(2);
        assertThat(Run.of("plan", "lock", plan.toString()).exit()).isZero();
        assertThat(run("caseload", "--format", "csv").out().lines().skip(1))
                .allMatch(line -> line.contains(",planned,"));
        assertThat(run("caseload", "--within", "14", "--format", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .allMatch(line -> line.contains(",post-hoc,"));
        plan(PLAN + PROGRAMME.replace("within: 28", "within: 30"));
        assertThat(run("caseload", "--format", "csv").out().lines().skip(1))
                .allMatch(line -> line.contains(",amended,"));
        assertThat(Files.readString(folder.resolve("trial.yaml.lock"))).contains("jobs.csv", "fidelity.csv");
    }

    private static String answers(ScreeningScale scale, int total) {
        StringBuilder rows = new StringBuilder();
        int rest = total;
        for (String question : scale.questions()) {
            // One half of a pair is enough.
            int score = question.endsWith("b") ? 0 : Math.min(scale.most(), rest);
            rest -= score;
            rows.append("secret1,2014-05-01,")
                    .append(scale.id())
                    .append(',')
                    .append(question)
                    .append(',')
                    .append(score)
                    .append('\n');
        }
        assertThat(rest).isZero();
        return rows.toString();
    }

    private String verdict(String rule, String rows, String person) throws IOException {
        Files.writeString(folder.resolve("screening.csv"), "id,date,scale,item,score\n" + rows);
        Files.writeString(folder.resolve("people.csv"), "id,age,in_work_or_education\n" + person + "\n");
        plan(PLAN
                + "programme: {screening: {file: screening.csv, people: people.csv, mdi_bands: 21-26-31, eligibility: "
                + rule + "}}\n");
        Path classes = folder.resolve("classes.csv");
        Run run = run("screening", "--classes", classes.toString(), "--format", "csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("secret1");
        String row = Files.readAllLines(classes).get(1);
        return row.substring(row.lastIndexOf(',') + 1);
    }

    /** Every band edge of both questionnaires, and 14, 15, 24 and 25 years, by the rule in the plan. */
    @ParameterizedTest
    @CsvSource({
        "4,20,15,no,below",
        "5,20,15,no,eligible",
        "9,0,15,no,eligible",
        "10,0,15,no,eligible",
        "14,0,15,no,eligible",
        "15,0,15,no,refer-on",
        "21,0,15,no,refer-on",
        "0,20,20,no,below",
        "0,21,20,no,eligible",
        "0,25,20,no,eligible",
        "0,26,20,no,eligible",
        "0,30,20,no,eligible",
        "0,31,20,no,refer-on",
        "0,50,20,no,refer-on",
        "5,31,20,no,refer-on",
        "15,31,99,yes,refer-on",
        "10,0,14,no,outside-age",
        "10,0,15,no,eligible",
        "10,0,24,no,eligible",
        "10,0,25,no,outside-age",
        "10,0,24,yes,in-work-or-education",
        "10,0,25,yes,outside-age",
        "4,20,25,yes,below",
        "10,0,,no,undetermined",
        "10,0,20,,undetermined",
        "4,0,,,below",
        "15,0,,,refer-on"
    })
    void theRuleAtEveryEdge(int gad, int mdi, String age, String occupied, String verdict) throws IOException {
        String rows = answers(ScreeningScale.GAD_7, gad) + answers(ScreeningScale.MDI, mdi);
        String person = "secret1," + (age == null ? "" : age) + "," + (occupied == null ? "" : occupied);
        assertThat(verdict("{min_age: 15, max_age: 24, in_work_or_education: excluded}", rows, person))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{bands: [moderate], refer_on: severe}|9|20|no|below",
                "{bands: [moderate], refer_on: severe}|10|20|no|eligible",
                "{bands: [mild], refer_on: [moderate, severe]}|10|20|no|refer-on",
                "{bands: [mild, moderate, severe], refer_on: nobody}|15|20|no|eligible",
                "{min_age: 18, max_age: 29, in_work_or_education: included}|10|29|yes|eligible",
                "{min_age: 18, max_age: 29, in_work_or_education: included}|10|17|no|outside-age"
            })
    void otherRules(String rule, int gad, int age, String occupied, String verdict) throws IOException {
        assertThat(verdict(rule, answers(ScreeningScale.GAD_7, gad), "secret1," + age + "," + occupied))
                .isEqualTo(verdict);
    }

    @Test
    void thePageSaysWhichRule() throws IOException {
        plan(PLAN + "programme: {screening: {file: screening.csv, people: people.csv, mdi_bands: 20-25-30,"
                + " eligibility: {bands: moderate, in_work_or_education: included}}}\n");
        assertThat(run("screening").out().replaceAll("\\s+", " "))
                .contains(
                        "Bands of the rule, by either questionnaire: moderate. Referred on by either whatever else holds:"
                                + " severe. Ages 15 to 24; work and education make no difference.",
                        "in the bands: may take part")
                .doesNotContain("neither mild nor moderate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{caseload: {file: caseload.csv}}|until",
                "{caseload: {file: caseload.csv, until: 31-12-2014}}|31-12-2014 is out of range; wanted a day such as 2014-12-31",
                "{caseload: {file: caseload.csv, until: 2014-12-31, within: 30}}|'within' is about contacts",
                "{caseload: {file: ../caseload.csv, until: 2014-12-31}}|leads out of the folder",
                "{screening: {file: screening.csv, mdi_bands: 20}}|mdi_bands",
                "{screening: {file: screening.csv, eligibility: {min_age: 15}}}|the rule is about ages or occupations",
                "{screening: {file: screening.csv, people: people.csv, eligibility: {min_age: 30}}}|the youngest is older",
                "{screening: {file: screening.csv, eligibility: {bands: [mild], refer_on: severe}}}|the band 'moderate' has no one answer",
                "{screening: {file: screening.csv, eligibility: {bands: [mild, severe]}}}|has no one answer",
                "{screening: {file: screening.csv, eligibility: {refer_on: [nobody, severe]}}}|nobody and somebody",
                "{fidelty: {file: fidelity.csv}}|the nearest that is known is 'fidelity'"
            })
    void refusesAProgrammeThatIsNotSound(String programme, String message) throws IOException {
        plan(PLAN + "programme: " + programme + "\n");
        Run run = Run.of("plan", "check", plan.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aPlanThatSaysNothingOfTheCommand() throws IOException {
        plan(PLAN);
        for (String command : List.of("fidelity", "screening", "caseload")) {
            Run run = run(command);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains("the plan has no programme." + command + " for this command")
                    .contains("[E551]");
        }
    }

    @Test
    void noOutputStandsInThePlaceOfAFileOfThePlan() throws IOException {
        String before = Files.readString(folder.resolve("jobs.csv"));
        assertThat(run("caseload", "-o", folder.resolve("jobs.csv").toString()).exit())
                .isEqualTo(2);
        assertThat(run("screening", "--classes", folder.resolve("people.csv").toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("jobs.csv"))).isEqualTo(before);
    }

    /** The words of the plan are those of the analysis. */
    @Test
    void theWordsStandTwiceAndAreTheSame() throws IOException {
        for (SeverityBands bands : SeverityBands.OF_MDI) {
            plan(PLAN + "programme: {screening: {file: screening.csv, people: people.csv, mdi_bands: " + bands.id()
                    + "}}\n");
            assertThat(run("screening", "--format", "json").out()).contains("\"mdi-bands\": \"" + bands.id() + "\"");
        }
    }

    @Test
    void aStatedShareInAnAnalysis() throws IOException {
        plan(PLAN + """
                analyses:
                  - {id: expected, rates: worked, target: 0.6, alternative: less, methods: {target-test: binomial-exact}}
                """);
        Run run = run("rates", "--format", "csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "expected,all-randomised,none-missing,worked,,IPS,,,target=0.6,target-test,binomial-exact,p.value,")
                .doesNotContain("target-test,score");
        String option = Run.of(
                        "rates",
                        folder.resolve("participants.csv").toString(),
                        "--outcome",
                        "worked",
                        "--target",
                        "0.6",
                        "--alternative",
                        "less",
                        "--format",
                        "csv")
                .out();
        assertThat(value(run.out())).isEqualTo(value(option));
        assertThat(run("rates", "--target", "0.5", "--format", "json").out())
                .contains("--target 0.5 (plan: 0.6)", "target=0.5");
        assertThat(run("report", "-o", folder.resolve("report").toString()).exit())
                .isZero();
    }

    private static String value(String csv) {
        return csv.lines()
                .filter(line -> line.contains(",IPS,") && line.contains("binomial-exact,p.value,"))
                .map(line -> line.substring(line.indexOf("p.value,")))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{id: a, rates: worked, target: 60}|60 is out of range; wanted a share strictly between 0 and 1",
                "{id: a, rates: worked, target: 0}|0 is out of range",
                "{id: a, rates: worked, target: 1}|1 is out of range",
                "{id: a, compare: worked, target: 0.6}|'target' does not go with compare",
                "{id: a, rates: worked, alternative: less}|'alternative' does not go with rates",
                "{id: a, rates: worked, methods: {target-test: score}}|target-test:score tests a stated share"
            })
    void refusesAStatedShareThatMeansNothing(String analysis, String message) throws IOException {
        plan(PLAN + "analyses:\n  - " + analysis + "\n");
        Run run = Run.of("plan", "check", plan.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains(message);
    }
}
