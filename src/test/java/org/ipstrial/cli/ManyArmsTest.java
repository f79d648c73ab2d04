package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three arms or more through the program: the tests of all of them, and Dunnett's comparison with the control. */
class ManyArmsTest {

    private static final String PLAN = "src/test/resources/hypotheses/trial.yaml";
    private static final String DATA = "src/test/resources/hypotheses/participants.csv";
    private static final List<String> COUNTS = List.of(
            "compare",
            "--counts",
            "IPS=112/187",
            "--counts",
            "IPSE=101/171",
            "--counts",
            "SAU=79/170",
            "--control",
            "SAU");

    @TempDir
    private Path folder;

    private static Run run(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return Run.of(all);
    }

    private Run compare(String csv, String... more) throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, csv);
        return run(List.of("compare", file.toString(), "--control", "c", "--format", "csv", "--resamples", "50"), more);
    }

    /** R 4.2.2: chisq.test(cbind(c(112, 101, 79), c(75, 70, 91)), correct = FALSE) */
    @Test
    void ofCountsTheTestOfAllArmsIsADefaultRow() {
        Run csv = run(COUNTS, "--format", "csv");
        String[] overall = {"compare", "events", "chi-squared"};

        assertThat(csv.exit()).isZero();
        assertThat(Double.parseDouble(csv.value(overall[2], "statistic"))).isCloseTo(7.93769348048, within(1e-10));
        assertThat(csv.value(overall[2], "df")).isEqualTo("2");
        assertThat(Double.parseDouble(csv.value(overall[2], "p.value"))).isCloseTo(0.0188952116618, within(1e-12));
        assertThat(csv.out()).contains("compare,as-given,,events,,,,,,test,chi-squared,statistic,");
        assertThat(run(COUNTS).out())
                .contains(
                        "Over all three arms: Pearson's chi-squared test, without continuity correction: 7.94 on 2 df, p =\n0.019.",
                        "This test asks whether the arms differ at all; it does not say which.");
    }

    @Test
    void aSideIsOfNoAccountToThem() {
        assertThat(run(COUNTS, "--alternative", "greater", "--format", "csv").value("chi-squared", "p.value"))
                .isEqualTo(run(COUNTS, "--format", "csv").value("chi-squared", "p.value"));
        assertThat(run(COUNTS, "--alternative", "greater").out())
                .contains("7.94 on 2 df, p =\n0.019.")
                .contains("one-sided p = 0.006");
    }

    @Test
    void aNamePicksThemAndLeavesTheContrastsTheirTests() {
        Run anova = run(
                List.of("compare", DATA, "--control", "SAU", "--outcome", "hours", "--format", "csv"),
                "--method",
                "anova",
                "--resamples",
                "50");

        assertThat(anova.out()).contains(",,,,,test,anova,df2,177,", "test,welch,p.value", "test,mann-whitney,p.value");
        assertThat(anova.out()).doesNotContain("welch-anova", "kruskal-wallis");
    }

    @Test
    void ofTwoArmsThereAreNoneAndOneThatIsNamedIsRefused() {
        List<String> two = List.of("compare", "--counts", "a=4/9", "--counts", "c=5/9", "--control", "c");

        assertThat(run(two, "--format", "csv").out()).doesNotContain(",,,,,test,");
        Run named = run(two, "--method", "kruskal-wallis");
        assertThat(named.exit()).isEqualTo(2);
        assertThat(named.err())
                .isEqualTo("ipstrial: --method kruskal-wallis is of all arms, three or more, and there are 2 (a, c);"
                        + " wanted a test of two arms; leave it out [E310]\n");
        assertThat(run(two, "--method", "all").exit()).isZero();
    }

    @Test
    void withoutVarianceOrWithAnEmptyArmThereIsANoteAndNoFailure() throws IOException {
        Run constant = compare(
                "id,arm,x,y\n1,a,1,3\n2,a,1,3\n3,b,1,3\n4,b,1,3\n5,c,1,3\n6,c,1,3\n",
                "--outcome",
                "x,y",
                "--kind",
                "amount");
        assertThat(constant.exit()).isZero();
        assertThat(constant.out())
                .contains("test,welch-anova,p.value,,p,,no-variance", "test,kruskal-wallis,p.value,,p,,no-variance");

        Run empty = compare("id,arm,x,y\n1,a,1,\n2,a,2,\n3,b,1,1\n4,b,3,0\n5,c,1,1\n6,c,5,0\n", "--outcome", "y");
        assertThat(empty.exit()).isZero();
        assertThat(empty.out()).contains("test,chi-squared,p.value,,p,,nobody-assessed-in-an-arm");

        Run events = compare(
                "id,arm,x,y\n1,a,1,1\n2,a,2,1\n3,b,1,1\n4,b,3,1\n5,c,1,1\n6,c,5,1\n",
                "--outcome",
                "y",
                "--kind",
                "binary");
        assertThat(events.out()).contains("test,chi-squared,p.value,,p,,no-variance");
        assertThat(compare(
                                "id,arm,x,y\n1,a,1,1\n2,a,2,1\n3,b,1,1\n4,b,3,1\n5,c,1,1\n6,c,5,1\n",
                                "--outcome",
                                "y",
                                "--kind",
                                "binary",
                                "--method",
                                "chi-squared")
                        .exit())
                .isEqualTo(6);
    }

    @Test
    void theyAreRepeatedWithinLevels() {
        Run csv = run(
                List.of("compare", DATA, "--control", "SAU", "--outcome", "employed", "--by", "site"),
                "--format",
                "csv");
        assertThat(csv.out().lines().filter(line -> line.contains("test,chi-squared,p.value")))
                .hasSize(3)
                .anyMatch(line -> line.contains(",site=A,"));
        Run where = run(
                List.of("compare", DATA, "--control", "SAU", "--outcome", "employed", "--where", "arm=IPS|SAU"),
                "--format",
                "csv");
        assertThat(where.out()).doesNotContain("test,chi-squared,");
    }

    /** Four small arms: the statistic of all arms with one of them hidden would give that one's events away. */
    @Test
    void smallCellsHideThem() {
        Run shown = run(COUNTS, "--format", "csv", "--min-cell", "10");
        assertThat(shown.value("chi-squared", "p.value")).isNotEmpty();
        Run hidden = Run.of(
                "compare",
                "--counts",
                "A=3/40",
                "--counts",
                "B=30/60",
                "--counts",
                "C=25/55",
                "--control",
                "C",
                "--format",
                "csv",
                "--min-cell",
                "5",
                "--multiplicity",
                "holm");
        assertThat(hidden.exit()).isZero();
        assertThat(hidden.out())
                .contains(",,,,,test,chi-squared,p.value,,p,,suppressed", ",B,C,,,test,chi-squared-n-1,p.value,0.")
                .contains(",B,C,,,test,chi-squared-n-1+holm,p.adjusted,,p,,suppressed")
                .doesNotContain(",,,,,test,chi-squared,statistic", ",,,,,test,chi-squared,df");
    }

    @Test
    void dunnettAddsLimitsAndAdjustedPValues() {
        List<String> hours = List.of("compare", DATA, "--control", "SAU", "--outcome", "hours", "--resamples", "50");
        Run csv = run(hours, "--multiplicity", "dunnett", "--format", "csv");

        assertThat(csv.exit()).isZero();
        assertThat(csv.value("IPS", "test", "student+dunnett", "df")).isEqualTo("177");
        assertThat(csv.value("IPS", "test", "student+dunnett", "p.adjusted")).isNotEmpty();
        assertThat(csv.out()).doesNotContain("student+dunnett,p.value").contains("test,welch,p.value");
        double p = Double.parseDouble(csv.value("IPSE", "test", "student+dunnett", "p.adjusted"));
        double low = Double.parseDouble(csv.value("IPSE", "mean-difference", "student+dunnett", "conf.low"));
        assertThat(p < 0.05).isEqualTo(low > 0);
        Run page = run(hours, "--multiplicity", "dunnett");
        assertThat(page.out().replace('\n', ' '))
                .contains("Dunnett's t test, every arm against the control, one variance for all arms: ")
                .contains(" on 177 df, adjusted p")
                .contains(
                        "adjusted over the contrasts of an outcome, with one variance for all arms, are the p-values and"
                                + " limits of Dunnett's method and no others");
        Run named = run(hours, "--method", "student+dunnett", "--format", "csv");
        assertThat(named.out()).doesNotContain("bootstrap-bca,conf.low,1.0", "mean-difference,welch", "test,welch,");
        Run margin = run(hours, "--multiplicity", "dunnett", "--margin", "10", "--alternative", "greater");
        assertThat(margin.out().replace('\n', ' '))
                .contains("one-sided adjusted p")
                .contains("(Mean difference, student+dunnett)");
    }

    /** With two arms Dunnett's method is Student's. */
    @Test
    void withOneContrastDunnettIsStudents() {
        List<String> two = List.of(
                "compare", DATA, "--control", "SAU", "--outcome", "hours", "--where", "arm=IPS|SAU", "--format", "csv");
        Run dunnett = run(two, "--method", "student+dunnett,student");
        for (String statistic : List.of("estimate", "conf.low", "conf.high")) {
            assertThat(Double.parseDouble(dunnett.value("mean-difference", "student+dunnett", statistic)))
                    .isCloseTo(
                            Double.parseDouble(dunnett.value("mean-difference", "student", statistic)), within(1e-9));
        }
        assertThat(Double.parseDouble(dunnett.value("test", "student+dunnett", "p.adjusted")))
                .isCloseTo(Double.parseDouble(dunnett.value("test", "student", "p.value")), within(1e-13));
    }

    @Test
    void dunnettIsRefusedWhereItMeansNothing() {
        assertRefused(
                "ipstrial: dunnett does not go with a yes/no outcome; it compares the means of several arms with the one"
                        + " control; adjust with --multiplicity holm, which takes any test [E311]\n",
                run(COUNTS, "--multiplicity", "dunnett"));
        assertRefused(
                "ipstrial: dunnett does not go with every pair of arms; it compares the means of several arms with the one"
                        + " control; leave '--contrasts all' out, or adjust with --multiplicity holm [E311]\n",
                run(
                        List.of("compare", DATA, "--control", "SAU", "--outcome", "hours", "--contrasts", "all"),
                        "--method",
                        "student+dunnett"));
        assertRefused(
                "ipstrial: --multiplicity dunnett is for means of amounts, which 'ipstrial compare' compares; wanted an"
                        + " adjustment of p-values here, such as holm; see  ipstrial --help [E001]\n",
                Run.of(
                        "survival",
                        DATA,
                        "--control",
                        "SAU",
                        "--time",
                        "weeks",
                        "--event",
                        "relapsed",
                        "--multiplicity",
                        "dunnett"));
    }

    private static void assertRefused(String message, Run run) {
        assertThat(run.err()).isEqualTo(message);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void everyFormatHasThem() {
        for (String format : List.of("markdown", "html", "latex")) {
            assertThat(run(COUNTS, "--format", format).out()).as(format).contains("Over all three arms: ");
        }
        assertThat(run(COUNTS, "--format", "json").out())
                .contains(
                        "\"group\": \"\", \"reference\": \"\", \"stratum\": \"\", \"term\": \"\", \"measure\": \"test\","
                                + " \"method\": \"chi-squared\"");
        assertThat(Run.of("compare", PLAN).out()).contains("Over all three arms: Welch's F test");
    }
}
