package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
