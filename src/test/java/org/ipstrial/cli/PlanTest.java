package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan in the place of a CSV and its options: the same numbers, the plan's names, and every override on record. */
class PlanTest {

    private static final Path TRIAL = SUPPORTED_WORK.resolveSibling("trial.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Outcomes named as their columns, so that random numbers, which go by names, are the same ones too. */
    private static final String PLAN = """
            trial: Supported work
            participants:
              file: participants.csv
              arm: {control: control, order: [supported work, control]}
            outcomes:
              employed_1978: {kind: binary}
              earnings_1978: {kind: amount, unit: currency}
            """;

    @TempDir
    private Path folder;

    private String plan(String text) throws IOException {
        if (!Files.exists(folder.resolve("participants.csv"))) {
            Files.copy(SUPPORTED_WORK, folder.resolve("participants.csv"));
        }
        return Files.writeString(folder.resolve("trial.yaml"), text).toString();
    }

    private static List<String> numbers(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out()
                .lines()
                .map(line -> line.replaceFirst("^[^,]*,(all-rows|all-randomised)", "$1")
                        .replaceFirst("^[^,]*,workers-only", "workers-only"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "rates", "hours"})
    void givesTheNumbersThatTheOptionsGive(String command) throws IOException {
        String outcomes = command.equals("compare")
                ? "employed_1978,earnings_1978"
                : command.equals("rates") ? "employed_1978" : "earnings_1978";
        List<String> options = new ArrayList<>(List.of(
                command,
                SUPPORTED_WORK.toString(),
                "--outcome",
                outcomes,
                "--control",
                "control",
                "--unit",
                "currency",
                "--resamples",
                "500",
                "--format",
                "csv"));
        List<String> byOptions = numbers(Run.of(options)).stream()
                .map(line -> line.replace("all-rows", "all-randomised"))
                .toList();
        String plan = plan(PLAN + "resamples: 500\n");

        assertThat(numbers(Run.of(command, plan, "--format", "csv"))).isEqualTo(byOptions);
        assertThat(numbers(Run.of(command, plan, "--outcome", outcomes, "--format", "csv")))
                .isEqualTo(byOptions);
    }

    @Test
    void analysesWithMethodsLevelsAndStrataGiveTheNumbersThatTheOptionsGive() throws IOException {
        String plan = plan(PLAN + """
                analyses:
                  - id: one
                    compare: employed_1978
                    methods: {risk-difference: [newcombe, wald], odds-ratio: woolf}
                    by: [degree]
                    where: {ethnicity: [black, hispanic]}
                    contrasts: all
                    multiplicity: holm
                    level: 0.9
                """);
        Run byOptions = Run.of(
                "compare",
                SUPPORTED_WORK.toString(),
                "--outcome",
                "employed_1978",
                "--control",
                "control",
                "--method",
                "risk-difference:newcombe,risk-difference:wald,odds-ratio:woolf",
                "--by",
                "degree",
                "--where",
                "ethnicity=black|hispanic",
                "--contrasts",
                "all",
                "--multiplicity",
                "holm",
                "--level",
                "0.9",
                "--format",
                "csv");
        Run byPlan = Run.of("compare", plan, "--format", "csv");

        assertThat(numbers(byPlan))
                .isEqualTo(numbers(byOptions).stream()
                        .map(line -> line.replace("all-rows", "all-randomised"))
                        .toList());
        assertThat(byPlan.out().lines().skip(1)).allMatch(line -> line.startsWith("one,all-randomised,"));
    }

    @Test
    void sidesAndMarginsOfAnalysesGiveTheNumbersThatTheOptionsGive() throws IOException {
        String plan = plan(PLAN + """
                analyses:
                  - id: work
                    compare: employed_1978
                    alternative: greater
                    margin: -0.05
                    level: 0.975
                  - id: money
                    compare: earnings_1978
                    methods: {mean-difference: welch}
                    alternative: less
                    margin: 3000
                """);
        Run byPlan = Run.of("compare", plan, "--format", "csv");
        Run text = Run.of("compare", plan);
        Run json = Run.of("compare", plan, "--format", "json");

        assertThat(byPlan.err()).isEmpty();
        assertThat(tested(byPlan, "employed_1978"))
                .isNotEmpty()
                .isEqualTo(tested(ofOptions("employed_1978", "greater", "-0.05", "0.975"), "employed_1978"));
        assertThat(tested(byPlan, "earnings_1978"))
                .isNotEmpty()
                .isEqualTo(tested(
                        ofOptions("earnings_1978", "less", "3000", "0.95", "--method", "mean-difference:welch"),
                        "earnings_1978"));
        assertThat(text.out())
                .contains("Non-inferiority margin -5 percentage points: p", "Margin 3000: p", "Less than 0.5: p");
        assertThat(json.out())
                .contains(
                        "\"analysis.work.margin\": -0.05",
                        "\"analysis.money.margin-measure\": \"mean-difference\"",
                        "compare employed_1978; level 0.975; alternative greater; margin -0.05");
    }

    @Test
    void aMarginOnTheCommandLineIsForAllAnalysesOrRefused() throws IOException {
        String plan = plan(PLAN + """
                analyses:
                  - {id: work, compare: employed_1978}
                  - {id: money, compare: earnings_1978}
                """);

        assertThat(Run.of("compare", plan, "--margin", "0.1").err())
                .isEqualTo("ipstrial: --margin 0.1 has no one scale; it would be of risk-difference for employed_1978,"
                        + " mean-difference in currency for earnings_1978; compare these apart, or name the methods of one measure"
                        + " as MEASURE:NAME; see  ipstrial --help [E001]\n");
        Run one = Run.of("compare", plan, "--outcome", "earnings_1978", "--margin", "0.1");
        assertThat(one.err()).isEmpty();
        assertThat(one.out()).contains("Margin 0.1: p");
    }

    /** Whether a margin speaks of non-inferiority depends on which way is better, which outcomes of a plan can differ in. */
    @Test
    void marginsGoByWhatIsBetterOfEachOutcome() throws IOException {
        String plan = plan(PLAN.replace("unit: currency", "unit: currency, better: lower") + """
                analyses:
                  - {id: work, compare: employed_1978, alternative: greater, margin: -0.05}
                  - {id: money, compare: earnings_1978, alternative: less, margin: 500}
                """);

        assertThat(Run.of("compare", plan).out())
                .contains("Non-inferiority margin -5 percentage points: p", "Non-inferiority margin 500: p");
    }

    private static Run ofOptions(String outcome, String side, String margin, String level, String... more) {
        List<String> args = new ArrayList<>(List.of("compare", SUPPORTED_WORK.toString(), "--outcome", outcome));
        args.addAll(List.of("--control", "control", "--alternative", side, "--margin", margin, "--level", level));
        args.addAll(List.of("--unit", "currency", "--format", "csv"));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    /** The rows of an outcome from the measure on, those of resampling apart, whose streams go by the analysis. */
    private static List<String> tested(Run run, String outcome) {
        return run.out()
                .lines()
                .filter(line -> line.contains("," + outcome + ",") && !line.contains("bootstrap"))
                .map(line -> line.substring(line.indexOf("," + outcome + ",")))
                .toList();
    }

    @Test
    void namesOfThePlanStandInTheResults() {
        Run run = Run.of("compare", TRIAL.toString(), "--format", "csv");
        assertThat(run.out().lines().skip(1).map(line -> line.split(",")[0]).distinct())
                .containsExactly("primary", "earnings");
        assertThat(run.out()).contains("primary,all-randomised,none-missing,employed,1978,supported work,control,");
        Run asked = Run.of("compare", TRIAL.toString(), "--outcome", "employed", "--format", "csv");
        assertThat(asked.out().lines().skip(1)).allMatch(line -> line.startsWith("compare,all-randomised,"));
    }

    @Test
    void planAndDataAreTheInputs() throws IOException {
        JsonNode results = JSON.readTree(
                Run.of("rates", TRIAL.toString(), "--format", "json").out());
        assertThat(results.get("inputs")).hasSize(2);
        assertThat(results.get("inputs").get(0).get("file").asText()).isEqualTo("trial.yaml");
        assertThat(results.get("inputs").get(1).get("rows").asInt()).isEqualTo(445);
        assertThat(results.get("settings").has("overrides")).isFalse();
    }

    @Test
    void whatTheUserGivesOtherThanThePlanIsOnRecord() throws IOException {
        Run json = Run.of(
                "compare",
                TRIAL.toString(),
                "--control",
                "supported work",
                "--seed",
                "20120101",
                "--better",
                "lower",
                "--threads",
                "2",
                "--outcome",
                "employed",
                "--format",
                "json");
        assertThat(JSON.readTree(json.out()).get("settings").get("overrides").asText())
                .isEqualTo("--control supported work (plan: control); --better lower (the plan does not say)");
        Run text = Run.of("rates", TRIAL.toString(), "--by", "ethnicity", "--where", "married=yes");
        assertThat(text.err()).isEmpty();
        assertThat(text.out())
                .contains("Ethnicity: black")
                .doesNotContain("Finished high school")
                .endsWith(
                        "Not as planned: --by ethnicity (plan: degree); --where married=yes (the plan does not say).\n\n"
                                + "Plan: not locked.\n");
    }

    @Test
    void thePageSpeaksInLabelsAndOfThoseRandomised() {
        Run run = Run.of("rates", TRIAL.toString());
        assertThat(run.out())
                .startsWith("Employed in 1978\n")
                .contains("randomised  assessed", "Employed in 1978, Finished high school: yes")
                .doesNotContain("employed_1978", " rows ");
    }

    @Test
    void anUnknownOutcomeAndACommandWithoutOutcomesAreRefused() throws IOException {
        assertThat(Run.of("compare", TRIAL.toString(), "--outcome", "employd")).isEqualTo(new Run(2, "", """
                        ipstrial: --outcome employd is no outcome of the plan; wanted one of employed, earnings; did you \
                        mean employed? [E024]
                        """));
        String plan = plan(PLAN.replace("  earnings_1978: {kind: amount, unit: currency}\n", ""));
        assertThat(Run.of("hours", plan)).isEqualTo(new Run(2, "", """
                ipstrial: the plan has no outcome that hours takes (employed_1978); wanted at least one; use 'ipstrial \
                rates' instead [E025]
                """));
        assertThat(Run.of("rates", TRIAL.toString(), "--outcome", "earnings").err())
                .contains("[E015]");
        assertThat(Run.of("compare", TRIAL.toString(), "--control", "contrl").err())
                .contains("[E004]");
        assertThat(Run.of("compare", TRIAL.toString(), "--level", "95").err()).contains("[E005]");
    }

    @Test
    void kindsThatOnlyTheDataTellChooseTheOutcomesOfACommand() throws IOException {
        String plan = plan(PLAN.replace("{kind: binary}", "{}").replace("{kind: amount, unit: currency}", "{}"));
        assertThat(Run.of("rates", plan).out()).contains("employed_1978").doesNotContain("earnings_1978");
        assertThat(Run.of("hours", plan).out()).contains("earnings_1978").doesNotContain("employed_1978");
    }

    @Test
    void aPlanTakesNoCountsAndACsvIsNoPlan() {
        assertThat(Run.of("compare", TRIAL.toString(), "--counts", "a=1/2", "--counts", "b=1/2")
                        .err())
                .contains("[E016]");
        Run run = Run.of("plan", "check", SUPPORTED_WORK.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is no plan; the name of a plan ends in .yaml");
    }

    @Test
    void idsAreNeverShownWhateverTheUserCallsThem() throws IOException {
        for (String[] more :
                new String[][] {{"--by", "id"}, {"--where", "id=NSW001"}, {"--arm", "id"}, {"--id", "employed_1978"}}) {
            Run run = Run.of("rates", TRIAL.toString(), more[0], more[1]);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("[E018]");
        }
        Run described = Run.of("plan", "check", plan(PLAN.replace("  arm:", "  columns: {who: {column: id}}\n  arm:")));
        assertThat(described.exit()).isEqualTo(4);
        assertThat(described.err()).contains("[E428]");
    }

    @Test
    void smallCellsAreHiddenInOneAnalysisOfAnOutcomeAndInSeveral() throws IOException {
        Run one = Run.of("rates", TRIAL.toString(), "--min-cell", "80");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.out()).contains("hidden");
        String plan = plan(PLAN + """
                analyses:
                  - {id: all, rates: employed_1978}
                  - {id: some, rates: employed_1978, where: {degree: "yes"}}
                """);
        Run several = Run.of("rates", plan, "--min-cell", "5", "--format", "csv");
        assertThat(several.exit()).as(several.err()).isZero();
        assertThat(several.out()).doesNotContain("suppressed");
        // 54 of the 185 have a degree, so that 131 have none: either is too few, and the smaller is hidden.
        Run few = Run.of("rates", plan, "--min-cell", "100", "--format", "csv");
        assertThat(few.out().lines().filter(line -> line.startsWith("some,") && line.contains("events")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(",suppressed"));
        assertThat(Run.of("plan", "check", plan, "--min-cell", "5").exit()).isZero();
    }

    @Test
    void anIdMayBeAnyTextWhateverTheSettingsAreCalled() throws IOException {
        String plan = plan(PLAN + """
                analyses:
                  - {id: a, rates: employed_1978, level: 0.9}
                  - {id: a.level, rates: employed_1978, level: 0.8}
                  - {id: a.does, rates: employed_1978}
                  - {id: a.does.level, rates: employed_1978}
                """);
        Run run = Run.of("rates", plan);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).containsSubsequence("level 90%", "level 80%", "level 95%", "level 95%");
        assertThat(Run.of("plan", "check", plan).out()).contains("a.does.level  rates employed_1978\n");
    }

    @Test
    void theOutputIsNeitherPlanNorData() throws IOException {
        String plan = plan(PLAN);
        assertThat(Run.of("rates", plan, "-o", plan).err()).contains("[E010]");
        assertThat(Run.of(
                                "rates",
                                plan,
                                "-o",
                                folder.resolve("participants.csv").toString())
                        .err())
                .contains("[E010]");
        assertThat(Files.readString(folder.resolve("trial.yaml"))).isEqualTo(PLAN);
    }

    @Test
    void aMethodThatThePlanNamesAndThatGivesNoNumberIsToldByTheExitCode() throws IOException {
        plan(PLAN);
        Files.writeString(folder.resolve("participants.csv"), """
                id,arm,employed_1978,earnings_1978
                1,supported work,yes,1
                2,supported work,no,2
                3,control,no,3
                4,control,no,4
                """);
        String named = PLAN + "analyses: [{id: a, compare: employed_1978, methods: {risk-ratio: katz}}]\n";
        assertThat(Run.of("compare", plan(named)).exit()).isEqualTo(6);
        assertThat(Run.of("compare", plan(PLAN), "--outcome", "employed_1978").exit())
                .isZero();
    }

    @Test
    void codesBecomeLabelsInTheOrderOfThePlan() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), """
                id;gruppe;diagnose;ydelse;timer
                Z9QK1;1;F20.0;kontanthjælp;37,5
                Z9QK2;2;F29.9;sygedagpenge;0
                Z9QK3;1;F31.4;kontanthjælp;999
                Z9QK4;2;F25;sygedagpenge;12,5
                """);
        String plan = Files.writeString(folder.resolve("trial.yaml"), """
                trial: Dansk
                participants:
                  file: participants.csv
                  arm: {column: gruppe, control: SAU, labels: {"1": IPS, "2": SAU}, order: [SAU, IPS]}
                  columns:
                    diagnosis: {column: diagnose, label: Diagnosis, codes: {F20-F29: schizophrenia, F31: bipolar}}
                    benefit: {column: ydelse, codes: {kontanthjælp: kontanthjælp, sygedagpenge: sygedagpenge}}
                  reading: {delimiter: ";", decimal: ",", missing: [999]}
                outcomes:
                  hours: {column: timer, kind: amount, unit: hours, label: Timer}
                analyses:
                  - {id: all, hours: hours, by: [diagnosis, benefit]}
                """).toString();
        Run run = Run.of("hours", plan, "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.value("hours", "SAU", "count", "randomised", "all-randomised", "diagnosis=schizophrenia"))
                .isEqualTo("2");
        assertThat(run.value("hours", "IPS", "summary", "mean", "all-randomised", "diagnosis=schizophrenia"))
                .isEqualTo("37.5");
        assertThat(run.value("hours", "IPS", "count", "missing", "all-randomised", "diagnosis=bipolar"))
                .isEqualTo("1");
        assertThat(run.out()).contains("benefit=kontanthjælp").doesNotContain("Z9QK", "F20");
        assertThat(run.out().indexOf(",SAU,")).isLessThan(run.out().indexOf(",IPS,"));
        assertThat(Run.of("hours", plan).out()).contains("Timer, Diagnosis: schizophrenia");
    }

    @Test
    void theOrderOfRowsAndTheNumberOfThreadsChangeNothing() throws IOException {
        String plan = plan(Files.readString(TRIAL));
        Run before = Run.of("compare", plan, "--format", "csv", "--threads", "1");
        List<String> rows = new ArrayList<>(Files.readAllLines(SUPPORTED_WORK));
        Collections.reverse(rows.subList(1, rows.size()));
        Files.writeString(folder.resolve("participants.csv"), String.join("\n", rows) + "\n");
        Run after = Run.of("compare", plan, "--format", "csv", "--threads", "3");

        assertThat(after).isEqualTo(before);
        assertThat(after.exit()).isZero();
    }

    @Test
    void aPlanThatInitMakesPassesCheckOnceTheControlIsNamed() throws IOException {
        Files.copy(SUPPORTED_WORK, folder.resolve("participants.csv"));
        Path plan = folder.resolve("trial.yaml");
        Run init = Run.of("plan", "init", folder.resolve("participants.csv").toString(), "-o", plan.toString());
        assertThat(init).isEqualTo(new Run(0, "", ""));

        Run refused = Run.of("plan", "check", plan.toString());
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err())
                .isEqualTo(plan + ":11: participants.arm.control (13): 'control' is missing; wanted the label of the"
                        + " reference arm, which is never guessed: one of control, supported work; write it in"
                        + " [E409]\n");

        Files.writeString(plan, Files.readString(plan).replace("    control:\n", "    control: control\n"));
        Run sound = Run.of("plan", "check", plan.toString());
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(Run.of("compare", plan.toString(), "--outcome", "employed_1978")
                        .out())
                .contains("75.7% vs 64.6%");
    }

    @Test
    void initTellsNoIdAndNoValueButLevels() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), """
                id;arm;name;e-mail;cpr;site;note;"odd ""name"" x";hours;work
                Z9QK1;1;Ann Aa;ann@example.org;010190-1234;no;Z9QK wrote a letter of many words;a;37,5;ja
                Z9QK2;2;Bo Bb;bo@example.org;020290-1234;no;Z9QK;b;0;nej
                Z9QK3;1;Cy Cc;cy@example.org;030390-1234;1:30;Z9QK;b;12,25;ja
                Z9QK4;2;Di Dd;di@example.org;040490-1234;1:30;Z9QK;a;999;nej
                """);
        Path plan = folder.resolve("trial.yaml");
        Run init = Run.of(
                "plan",
                "init",
                data.toString(),
                "--delimiter",
                ";",
                "--decimal",
                ",",
                "--missing",
                "999",
                "--quote",
                "double",
                "-o",
                plan.toString());
        assertThat(init.exit()).as(init.err()).isZero();
        String text = Files.readString(plan);
        assertThat(text + init.err()).doesNotContain("Z9QK", "Ann", "example.org", "0190", "letter");
        assertThat(text).contains("      codes:\n        \"1:30\": \"1:30\"\n        \"no\": \"no\"\n");

        Files.writeString(plan, text.replace("    control:\n", "    control: \"2\"\n"));
        Run sound = Run.of("plan", "check", plan.toString());
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(sound.out() + sound.err()).doesNotContain("Z9QK", "Ann", "example.org", "0190");
    }

    @Test
    void initRefusesDataThatThePlanCouldNotName() throws IOException {
        Path below = Files.createDirectory(folder.resolve("plans"));
        Files.copy(SUPPORTED_WORK, folder.resolve("participants.csv"));
        Run run = Run.of(
                "plan",
                "init",
                folder.resolve("participants.csv").toString(),
                "-o",
                below.resolve("trial.yaml").toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("the data are not in the folder of --output");
        assertThat(below).isEmptyDirectory();
    }

    @Test
    void initDoesNotReadWhatImportRefuses() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "id,arm,work\nZ9QK1,a,1\nZ9QK1,b,0\n");
        Run run = Run.of("plan", "init", data.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[E213]").doesNotContain("Z9QK");
        assertThat(Run.of("plan", "init", TRIAL.resolveSibling("nothing.csv").toString())
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void strataOfTheRandomisationAndTheReportAreCarriedAlong() throws IOException {
        String plan = plan(PLAN.replace(
                        "  arm:", "  columns: {ethnicity: {}, married: {}}\n  strata: [ethnicity, married]\n  arm:")
                + "language: en\nreport: {formats: [html, json], folder: report}\n");

        Run check = Run.of("plan", "check", plan);
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("Randomised within the levels of: ethnicity, married.")
                .contains("Report: language en; formats html, json; folder report.");
        assertThat(Run.of("rates", plan, "--format", "json").out())
                .contains("\"randomised-within\": \"ethnicity,married\"");
    }
}
