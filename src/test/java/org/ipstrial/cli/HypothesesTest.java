package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hypotheses of a plan through the program. */
class HypothesesTest {

    private static final Path FIXTURE = Path.of("src/test/resources/hypotheses");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheData() throws IOException {
        Files.copy(FIXTURE.resolve("participants.csv"), folder.resolve("participants.csv"));
    }

    private String plan(String... changes) throws IOException {
        String text = Files.readString(FIXTURE.resolve("trial.yaml"));
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Path plan = folder.resolve("trial.yaml");
        Files.writeString(plan, text);
        return plan.toString();
    }

    private static String page(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out().substring(run.out().indexOf("Hypotheses of the plan"));
    }

    @Test
    void aFixedSequenceStopsAtTheFirstThatIsNotRejected() throws IOException {
        String page = page(Run.of("compare", plan()));

        assertThat(page)
                .contains("rejected      p is at most 0.05, and all before it were rejected")
                .contains("4  IPS with enhancement vs IPS: hours (primary, welch)  0.47      0.47        not rejected"
                        + "  p is above 0.05")
                .contains("5  IPS vs SAU: employed (secondary, chi-squared-n-1)    0.002     0.47        not tested"
                        + "    hypothesis 4 was not rejected");
    }

    @Test
    void theyAreRowsWithTheVerdictAsANote() throws IOException {
        String csv = Run.of("compare", plan(), "--format", "csv").out();

        assertThat(csv.lines().filter(line -> line.contains("hypothesis="))).hasSize(10);
        assertThat(csv)
                .contains(",,,,hypothesis=1,test,welch-anova+fixed-sequence,p.adjusted,")
                .contains("IPS,SAU,,hypothesis=5,test,chi-squared-n-1+fixed-sequence,p.adjusted,0.473313088829459,p,"
                        + ",not-tested");
        String json = Run.of("compare", plan(), "--format", "json").out();
        assertThat(json)
                .contains("\"hypotheses.procedure\": \"fixed-sequence\"", "\"hypotheses.alpha\": 0.05")
                .contains("\"hypotheses.2\": \"IPS vs SAU: hours (primary, welch)\"");
    }

    /** In the sample trial some die or get a pension before a first job: Gray's test is of the job. */
    @Test
    void whereEndsCompeteAHypothesisIsAboutTheOutcomesOwnEvent() throws IOException {
        Path sample = Path.of("sample-data/ips-three-arm");
        for (String name : List.of("participants.csv", "spells.csv", "follow-up.csv")) {
            Files.copy(sample.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        String text = Files.readString(sample.resolve("trial.yaml"));
        String family =
                "\nhypotheses: {procedure: holm, alpha: 0.05, of: [{analysis: first-job, contrast: IPS, test: TEST}]}\n";
        Path plan = folder.resolve("trial.yaml");

        Files.writeString(plan, text + family.replace("TEST", "gray"));
        Run gray = Run.of("survival", plan.toString(), "--format", "csv");
        List<String> tests = gray.out()
                .lines()
                .filter(line -> line.startsWith("first-job,")
                        && line.contains(",IPS,SAU,")
                        && line.contains(",p.value,")
                        && (line.contains(",cause=event,test,gray,") || line.contains(",hypothesis=1,test,gray+holm,")))
                .map(line -> line.replaceAll(".*,p.value,([^,]*),.*", "$1"))
                .toList();
        assertThat(tests).hasSize(2);
        assertThat(tests.get(1)).isEqualTo(tests.get(0));

        Files.writeString(plan, text + family.replace("TEST", "log-rank"));
        Run logRank = Run.of("survival", plan.toString());
        assertThat(logRank.exit()).isEqualTo(4);
        assertThat(logRank.err())
                .contains("gives no such p-value of these arms, but one of gray")
                .contains("[E433]");
    }

    @Test
    void otherProceduresGoOverOutcomesToo() throws IOException {
        Run holm = Run.of("compare", plan("fixed-sequence", "holm"), "--format", "csv");
        double p = Double.parseDouble(holm.value("hypothesis=5", "p.value"));

        // The fourth smallest of five: two times its p-value.
        assertThat(Double.parseDouble(holm.value("hypothesis=5", "p.adjusted"))).isCloseTo(2 * p, within(1e-16));
        assertThat(page(Run.of("compare", plan("fixed-sequence", "holm"))))
                .contains("Tested together at 0.05, adjusted by holm.", "adjusted p is at most 0.05", "not rejected")
                .doesNotContain("not tested");
    }

    @Test
    void everyFormatHasTheTable() throws IOException {
        for (String format : List.of("markdown", "html", "latex")) {
            assertThat(Run.of("compare", plan(), "--format", format).out())
                    .as(format)
                    .contains("Hypotheses of the plan", "hypothesis 4 was not rejected");
        }
    }

    /** Nobody is adjusted for over a part of the family without a word. */
    @Test
    void aRunOfSomeAnalysesSaysSo() throws IOException {
        String mixed = plan(
                "  hours: {kind: amount, unit: hours, label: Hours of work}\n",
                "  hours: {kind: amount, unit: hours, label: Hours of work}\n"
                        + "  relapse: {time: weeks, event: relapsed, unit: weeks, label: Relapse}\n",
                "hypotheses:\n",
                "  - id: late\n    survival: relapse\n    at: [26]\n    tau: 26\nhypotheses:\n",
                "    - {analysis: primary, contrast: IPS with enhancement, against: IPS, test: welch}\n",
                "    - {analysis: late, contrast: IPS, test: log-rank}\n");
        Run compare = Run.of("compare", mixed);

        assertThat(compare.exit()).isZero();
        assertThat(compare.err())
                .contains(
                        "the plan tests 5 hypotheses together (fixed-sequence), and hypothesis 4 of analysis late is not in"
                                + " this run; the first 3 of the sequence can be decided here, and no others; run the plan as it"
                                + " stands for all of them [W310]");
        assertThat(compare.out())
                .contains("not decided here  it was not tested as the plan says in this run")
                .contains("3  IPS with enhancement vs SAU: hours (primary, welch)  0.0004");
        Run survival = Run.of("survival", mixed);
        assertThat(survival.err()).contains("none is decided here, and no p-value is adjusted for them");
        Files.writeString(Path.of(mixed), Files.readString(Path.of(mixed)).replace("fixed-sequence", "hommel"));
        assertThat(Run.of("compare", mixed).err()).contains("none is decided here");
        assertThat(Run.of("compare", mixed, "--format", "csv").out()).doesNotContain("hypothesis=");
        assertThat(Run.of("rates", mixed).err()).isEmpty();
    }

    /** A report runs commands of which none does all the tests of the family; it decides the family once, over all of them. */
    @Test
    void aReportDecidesThemOnceOverAllOfItsCommands() throws IOException {
        String report = report(plan());
        String compare = page(Run.of("compare", plan()));
        assertThat(report.split("Hypotheses of the plan", -1)).hasSize(2);
        assertThat(compare.lines().filter(line -> line.matches("[1-5]  .*")))
                .hasSize(5)
                .allSatisfy(line -> assertThat(report).contains(line));

        String mixed = plan(
                "  hours: {kind: amount, unit: hours, label: Hours of work}\n",
                "  hours: {kind: amount, unit: hours, label: Hours of work}\n"
                        + "  relapse: {time: weeks, event: relapsed, unit: weeks, label: Relapse}\n",
                "hypotheses:\n",
                "  - id: late\n    survival: relapse\n    at: [26]\n    tau: 26\nhypotheses:\n",
                "    - {analysis: primary, contrast: IPS with enhancement, against: IPS, test: welch}\n",
                "    - {analysis: late, contrast: IPS, test: log-rank}\n",
                "fixed-sequence",
                "bonferroni");
        assertThat(report(mixed)).doesNotContain("not decided here");
        Path csv = folder.resolve("out/results.csv");
        for (int number = 1; number <= 5; number++) {
            double p = value(csv, number, "p.value");
            // Bonferroni's law: the number of hypotheses times p, and no more than 1.
            assertThat(value(csv, number, "p.adjusted")).isCloseTo(Math.min(1, 5 * p), within(1e-14));
        }
    }

    private String report(String plan) throws IOException {
        Run run = Run.of("report", plan, "-o", folder.resolve("out").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return Files.readString(folder.resolve("out/report.txt"));
    }

    private static double value(Path csv, int hypothesis, String statistic) throws IOException {
        List<String> rows = Files.readAllLines(csv).stream()
                .filter(line ->
                        line.contains(",hypothesis=" + hypothesis + ",") && line.contains("," + statistic + ","))
                .toList();
        assertThat(rows).hasSize(1);
        String row = rows.get(0);
        return Double.parseDouble(
                row.substring(row.indexOf(statistic) + statistic.length() + 1).split(",")[0]);
    }

    /** Small cells keep times out of a report, and with them the hypotheses about them. */
    @Test
    void aReportWithoutACommandSaysWhatItCannotDecide() throws IOException {
        String mixed = plan(
                "  hours: {kind: amount, unit: hours, label: Hours of work}\n",
                "  hours: {kind: amount, unit: hours, label: Hours of work}\n"
                        + "  relapse: {time: weeks, event: relapsed, unit: weeks, label: Relapse}\n",
                "hypotheses:\n",
                "  - id: late\n    survival: relapse\n    at: [26]\n    tau: 26\nhypotheses:\n",
                "    - {analysis: primary, contrast: IPS with enhancement, against: IPS, test: welch}\n",
                "    - {analysis: late, contrast: IPS, test: log-rank}\n");
        Run run = Run.of("report", mixed, "-o", folder.resolve("out").toString(), "--min-cell", "2");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("hypothesis 4 of analysis late is not in this run", "[W310]");
        assertThat(Files.readString(folder.resolve("out/report.txt")))
                .contains("4  IPS vs SAU: relapse (late, log-rank)")
                .contains("not decided here  it was not tested as the plan says in this run");
    }

    /** It calls comparisons into question, and does none of the tests of all arms, of strata or with covariates. */
    @Test
    void whatLooksAtTheMissingDecidesNone() throws IOException {
        Run run = Run.of("missing", plan());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("Hypotheses of the plan");
    }

    @Test
    void theyNameContrastsInTheLanguageOfTheReport() throws IOException {
        assertThat(Run.of("compare", plan(), "--language", "sv").out())
                .contains("2  IPS mot SAU: hours (primary, welch)")
                .contains("4  IPS with enhancement mot IPS: hours (primary, welch)");
    }

    @Test
    void optionsAndOutcomesOfTheUserLeaveThemUndecided() throws IOException {
        Run outcome = Run.of("compare", plan(), "--outcome", "employed");
        assertThat(outcome.err()).contains("and --outcome asks for another analysis than theirs; none is decided here");
        Run options = Run.of("compare", plan(), "--where", "site=A");
        assertThat(options.err()).contains("and options override the plan; none is decided here");
        assertThat(options.out()).contains("not decided here").doesNotContain("hypothesis 4 was not rejected");
    }

    /** A hypothesis of an amount that nobody's data can test counts as p = 1. */
    @Test
    void withoutAPValueNothingIsRejected() throws IOException {
        StringBuilder csv = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("participants.csv"))) {
            String[] cells = line.split(",", -1);
            cells[4] = cells[1].equals("IPS") ? "" : cells[4];
            csv.append(String.join(",", cells)).append('\n');
        }
        Files.writeString(folder.resolve("participants.csv"), csv.toString());
        Run run = Run.of("compare", plan("fixed-sequence", "bonferroni"), "--format", "csv");

        assertThat(run.out())
                .contains("hypothesis=2,test,welch+bonferroni,p.value,,p,,nobody-assessed-in-group")
                .contains("hypothesis=2,test,welch+bonferroni,p.adjusted,1,p,,not-rejected");
        assertThat(Run.of("compare", plan()).out())
                .contains("its test gave no p-value")
                .contains("hypothesis 1 was not rejected");
    }

    @Test
    void smallCellsHideAllOfThem() throws IOException {
        Run shown = Run.of("compare", plan(), "--min-cell", "2", "--format", "csv");
        assertThat(shown.value("hypothesis=2", "p.adjusted")).isNotEmpty();
        Run hidden = Run.of("compare", plan(), "--min-cell", "26", "--format", "csv");
        assertThat(hidden.out().lines().filter(line -> line.contains("hypothesis=")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",,p,,suppressed"));
        assertThat(Run.of("compare", plan(), "--min-cell", "26").out())
                .contains("hidden")
                .doesNotContain("rejected  ", "was not rejected", "not tested  ");
    }

    private String graph(String... changes) throws IOException {
        String text = Files.readString(FIXTURE.resolve("graph.yaml"));
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Path plan = folder.resolve("graph.yaml");
        Files.writeString(plan, text);
        return plan.toString();
    }

    @Test
    void aGraphHandsTheLevelOnAndSaysWhereItCameFrom() throws IOException {
        String page = page(Run.of("compare", graph()));

        assertThat(page)
                .contains("Tested together at 0.05 by a graph")
                .contains("4  work-enhanced  0            hours 2/3, between 1/3")
                .contains("5  between        0            nothing")
                .contains("rejected      p is at most 0.025: 0.025 of its own")
                .contains("rejected      p is at most 0.0375: 0.025 of its own and 0.0125 from hypothesis 1")
                .contains("rejected      p is at most 0.025: 0.0125 from hypothesis 1 and 0.0125 from hypothesis 2")
                .contains("not rejected  p is above 0.05: 0.05 from hypothesis 4");
    }

    @Test
    void aGraphSpeaksTheLanguageOfTheReport() throws IOException {
        Run run = Run.of("compare", graph(), "--language", "da");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("hours 2/3, between 1/3")
                .contains("enhanced 0,5, work 0,5")
                .contains("p er højst 0,0375: 0,025 fra begyndelsen og 0,0125 fra hypotese 1");
    }

    @Test
    void theLocalLevelsOfAGraphAreRows() throws IOException {
        Run run = Run.of("compare", graph(), "--format", "csv");

        assertThat(run.value("hypothesis=2", "local.level")).isEqualTo("0.0375");
        assertThat(run.value("hypothesis=2;from=plan", "local.level")).isEqualTo("0.025");
        assertThat(run.value("hypothesis=2;from=1", "local.level")).isEqualTo("0.0125");
        assertThat(run.out())
                .contains("hypothesis=5,test,welch+graphical,p.adjusted,0.473313088829459,p,,not-rejected")
                .doesNotContain("hypothesis=5;from=plan");
        assertThat(Run.of("compare", graph(), "--format", "json").out())
                .contains("\"hypotheses.4.id\": \"work-enhanced\"")
                .contains("\"hypotheses.4.weight\": \"0\"")
                .contains("\"hypotheses.4.hands-on\": \"hours 2/3, between 1/3\"");
    }

    /** At a level that the first does not pass nothing reaches the rest, though their own p-values are small. */
    @Test
    void whatNoLevelReachesIsNotTested() throws IOException {
        String page = page(Run.of("compare", graph("alpha: 0.05", "alpha: 0.0000001")));

        assertThat(page)
                .contains("not rejected  p is above 5e-8: 5e-8 of its own")
                .contains("not tested    no part of the level came to it");
    }

    /** Weights of a Holm graph give Holm's p-values, those of a chain the fixed sequence. */
    @Test
    void aGraphOfAChainIsTheFixedSequence() throws IOException {
        String chain = graph(
                "    hours: {enhanced: 1/2, work: 1/2}\n    enhanced: {hours: 1/2, work-enhanced: 1/2}\n"
                        + "    work: {enhanced: 1}\n    work-enhanced: {hours: 2/3, between: 1/3}\n",
                "    hours: {enhanced: 1}\n    enhanced: {between: 1}\n    between: {work: 1}\n"
                        + "    work: {work-enhanced: 1}\n",
                "id: hours, weight: 1/2",
                "id: hours, weight: 1",
                "id: enhanced, weight: 1/2",
                "id: enhanced, weight: 0");
        Run run = Run.of("compare", chain, "--format", "csv");

        assertThat(run.value("hypothesis=5", "p.adjusted")).isEqualTo("0.473313088829459");
        assertThat(run.out())
                .contains("hypothesis=3,test,chi-squared-n-1+graphical,p.adjusted,0.473313088829459,p,,not-tested");
        assertThat(run.value("hypothesis=3", "local.level")).isEqualTo("0");
    }

    @Test
    void smallCellsHideAWholeGraph() throws IOException {
        Run hidden = Run.of("compare", graph(), "--min-cell", "26", "--format", "csv");
        assertThat(hidden.out().lines().filter(line -> line.contains("hypothesis=")))
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.endsWith(",,p,,suppressed"));
        assertThat(Run.of("compare", graph(), "--min-cell", "26").out())
                .contains("hidden")
                .doesNotContain("is at most", "is above", "came to it");
    }

    @Test
    void planCheckShowsTheGraph() throws IOException {
        Run check = Run.of("plan", "check", graph());
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out())
                .contains("Hypotheses, tested together by graphical at 0.05:")
                .contains("2  enhanced       0.5          hours 0.5, work-enhanced 0.5");
    }

    /** Three thirds are all of it, and nothing more: shares are held exactly. */
    @Test
    void sharesAreExact() throws IOException {
        String thirds = graph(
                "id: hours, weight: 1/2", "id: hours, weight: 1/3",
                "id: enhanced, weight: 1/2", "id: enhanced, weight: 1/3",
                "id: work, weight: 0", "id: work, weight: 1/3");
        assertThat(Run.of("plan", "check", thirds).exit()).isZero();
        Run more = Run.of("plan", "check", graph("id: work, weight: 0", "id: work, weight: 0.000001"));
        assertThat(more.exit()).isEqualTo(4);
        assertThat(more.err())
                .contains("the weights of the hypotheses add up to 1.000001; wanted at most 1, since alpha is spent but"
                        + " once; lower some [E381]");
    }

    @Test
    void planCheckListsThem() throws IOException {
        Run check = Run.of("plan", "check", plan());
        assertThat(check.exit()).isZero();
        assertThat(check.out())
                .contains("Hypotheses, tested together by fixed-sequence at 0.05:")
                .contains("1  all arms: hours (primary, welch-anova)");
    }

    @Test
    void refusesATestThatTheAnalysisDoesNot() throws IOException {
        String message = refusal(plan("contrast: IPS, test: welch}", "contrast: IPS, test: student}"));
        assertThat(message)
                .contains(
                        "trial.yaml:20: hypotheses.of[2] ",
                        "the hypothesis IPS vs SAU: hours (primary, student) has no"
                                + " result: analysis 'primary' does mann-whitney, welch; wanted one that the analysis gives;"
                                + " correct the hypothesis, or what the analysis does [E433]");
        assertThat(refusal(plan("    contrasts: all\n", "")))
                .contains("analysis 'primary' compares with the control only, unless it says 'contrasts: all'");
        assertThat(refusal(plan(
                        "contrast: IPS with enhancement, against: IPS,",
                        "contrast: IPS, against: IPS with enhancement,")))
                .contains("results compare IPS with enhancement with IPS, not the other way round");
        assertThat(refusal(plan("over: all-arms, test: welch-anova", "over: all-arms, test: welch")))
                .contains("analysis 'primary' does kruskal-wallis, welch-anova");
    }

    private static String refusal(String plan) {
        Run check = Run.of("plan", "check", plan);
        assertThat(check.exit()).isEqualTo(4);
        Run compare = Run.of("compare", plan);
        assertThat(compare.exit()).isEqualTo(4);
        assertThat(compare.out()).isEmpty();
        assertThat(compare.err()).isEqualTo(check.err());
        return check.err();
    }
}
