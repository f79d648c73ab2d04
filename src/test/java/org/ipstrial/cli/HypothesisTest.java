package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code --alternative} and {@code --margin}, through the program. */
class HypothesisTest {

    private static final List<String> COUNTS =
            List.of("compare", "--counts", "IPS=36/154", "--counts", "SAU=12/77", "--control", "SAU");

    /**
     * SAS prints the Farrington-Manning test of non-inferiority beside the Miettinen-Nurminen interval: p = 0.0248 at a
     * margin of -0.036, and a lower 95% limit of -0.0361 that does not exclude it. Here each method has its own test:
     * Mee's, which is that of Farrington and Manning, rejects and its limit excludes the margin; Miettinen and Nurminen's
     * does neither.
     */
    @Test
    void aMarginIsTestedByTheInversionOfTheIntervalBesideIt() {
        String[] options = {"--margin", "-0.036", "--alternative", "greater", "--level", "0.975"};

        assertThat(number("risk-difference", "mee", "p.value", options)).isCloseTo(0.0248, within(5e-5));
        assertThat(number("risk-difference", "mee", "statistic", options)).isCloseTo(1.9632, within(5e-5));
        assertThat(number("risk-difference", "mee", "conf.low", options)).isGreaterThan(-0.036);
        assertThat(number("risk-difference", "miettinen-nurminen", "p.value", options))
                .isGreaterThan(0.025);
        assertThat(number("risk-difference", "miettinen-nurminen", "conf.low", options))
                .isCloseTo(-0.0361, within(5e-5))
                .isLessThan(-0.036);
    }

    @Test
    void aOneSidedIntervalHasTheEndOfTheScaleOnTheOtherSide() {
        String[] options = {"--alternative", "less"};

        assertThat(number("risk-difference", "newcombe", "conf.low", options)).isEqualTo(-1);
        assertThat(number("risk-ratio", "koopman", "conf.low", options)).isZero();
        assertThat(number("odds-ratio", "conditional-exact", "conf.low", options))
                .isZero();
        assertThat(csv("--alternative", "greater", "--method", "woolf"))
                .contains("odds-ratio,woolf,conf.high,,ratio,,unbounded");
    }

    @Test
    void aOneSidedLimitIsThatOfTheTwoSidedIntervalWithTwiceTheTail() {
        assertThat(number("risk-difference", "exact-score", "conf.high", "--alternative", "less", "--level", "0.975"))
                .isEqualTo(number("risk-difference", "exact-score", "conf.high", "--level", "0.95"));
    }

    @Test
    void theTestsBecomeOneSidedToo() {
        double both = number("test", "chi-squared", "p.value");
        assertThat(number("test", "chi-squared", "p.value", "--alternative", "greater"))
                .isCloseTo(both / 2, within(1e-15));
        assertThat(number("test", "fisher-exact", "p.value", "--alternative", "greater"))
                .isCloseTo(0.226248493943 / 2, within(1e-12));
    }

    @Test
    void aMarginGoesToTheMeasureThatTheMethodNamesElseToTheRiskDifference() {
        String ratio = csv("--margin", "0.8", "--method", "risk-ratio:koopman");
        assertThat(ratio).contains("risk-ratio,koopman,p.value,0.0293413597738265,p");
        assertThat(ratio).contains("risk-difference,miettinen-nurminen,p.value,0.169739112729866,p");
        assertThat(csv("--margin", "0")).contains("risk-difference,miettinen-nurminen,p.value,0.169739112729866,p");
    }

    @Test
    void withoutThemNoEffectHasAPValue() {
        assertThat(csv("--method", "all")).doesNotContain("wald,p.value", "miettinen-nurminen,p.value");
    }

    @Test
    void refusesAMarginOutsideItsScale() {
        String wanted = "wanted a risk difference strictly between -1 and 1, such as -0.05 for 5 percentage points";
        for (String margin : List.of("x", "NaN", "1e999")) {
            refused(
                    "--margin " + margin
                            + " is out of range; wanted a number on the scale of the measure, such as -0.05;"
                            + " give another number [E013]",
                    "--margin",
                    margin);
        }
        for (String margin : List.of("5", "1", "-1")) {
            refused(
                    "--margin " + margin + " is out of range; " + wanted + "; give another number [E013]",
                    "--margin",
                    margin);
        }
        for (String margin : List.of("0", "-0.8")) {
            refused(
                    "--margin " + margin + " is out of range; wanted a ratio above 0, such as 0.8; give another number"
                            + " [E013]",
                    "--margin",
                    margin,
                    "--method",
                    "odds-ratio:woolf");
        }
        refused(
                "--margin 0.8 has no one scale; name the methods of one measure as MEASURE:NAME, here risk-ratio or"
                        + " odds-ratio; see  ipstrial --help [E001]",
                "--margin",
                "0.8",
                "--method",
                "risk-ratio:koopman,odds-ratio:woolf");
    }

    @Test
    void refusesASideThatDoesNotExistAndALevelThatHasNone() {
        refused(
                "--alternative larger is not known; wanted one of two-sided, greater, less; see  ipstrial --help [E001]",
                "--alternative",
                "larger");
        refused(
                "--alternative less with --level 0.4; a one-sided interval needs a level above 0.5; see  ipstrial --help"
                        + " [E001]",
                "--alternative",
                "less",
                "--level",
                "0.4");
    }

    @Test
    void refusesThemWhereNothingIsCompared() {
        assertThat(Run.of("rates", SUPPORTED_WORK.toString(), "--outcome", "employed_1978", "--alternative", "less"))
                .isEqualTo(new Run(2, "", """
                        ipstrial: --alternative less is for a comparison; this command tests nothing; leave it out; see  \
                        ipstrial --help [E001]
                        """));
    }

    /** R 4.2.2: t.test(x, y, alternative = "greater", mu = 500). */
    @Test
    void aMarginOfAnAmountIsOfTheMeanDifferenceInItsUnit() {
        String csv = amounts("earnings_1978", "--margin", "500", "--alternative", "greater", "--unit", "currency");

        assertThat(csv).contains("mean-difference,welch,p.value,0.0273", "mean-difference,welch,df,307.1");
        assertThat(csv)
                .contains(
                        "mean-difference,welch,conf.high,,currency,,unbounded",
                        "mean-difference,bootstrap-bca,p.value,,p,,interval-only",
                        "mean-difference,bootstrap-bca,conf.high,,currency,,unbounded",
                        "ratio-of-means,bootstrap-bca,conf.high,,ratio,,unbounded",
                        "probabilistic-index,brunner-munzel,conf.high,1,proportion,,");
        assertThat(amounts("earnings_1978", "--alternative", "less"))
                .contains(
                        "mean-difference,welch,conf.low,,,,unbounded",
                        "ratio-of-means,bootstrap-bca,conf.low,0,ratio,,",
                        "probabilistic-index,brunner-munzel,conf.low,0,proportion,,");
    }

    @Test
    void aBootstrapIntervalThatIsNamedHasNoPValueAndIsDoneAllTheSame() {
        Run run = Run.of(List.of(
                "compare",
                SUPPORTED_WORK.toString(),
                "--outcome",
                "earnings_1978",
                "--control",
                "control",
                "--method",
                "mean-difference:bootstrap-percentile",
                "--margin",
                "0"));

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "Margin 0: no p-value, because this interval inverts no test; its limits tell (Mean difference,");
    }

    @Test
    void refusesAMarginThatWouldMeanTwoThingsOrNothing() {
        refusedOfData(
                "--margin 0.1 has no one scale; it would be of risk-difference for employed_1978, mean-difference for"
                        + " earnings_1978; compare these apart, or name the methods of one measure as MEASURE:NAME; see"
                        + "  ipstrial --help [E001]",
                "employed_1978,earnings_1978",
                "--margin",
                "0.1");
        refusedOfData(
                "--margin 0.8 is of risk-ratio, and earnings_1978 is an amount; name a method of a measure of it, such as"
                        + " mean-difference:welch; see  ipstrial --help [E001]",
                "earnings_1978",
                "--margin",
                "0.8",
                "--method",
                "risk-ratio:koopman");
        refusedOfData(
                "--margin -500 is out of range; wanted a risk difference strictly between -1 and 1, such as -0.05 for 5"
                        + " percentage points; give another number [E013]",
                "employed_1978",
                "--margin",
                "-500");
        refusedOfData(
                "--margin 1.5 is out of range; wanted a probability strictly between 0 and 1, such as 0.45; give another"
                        + " number [E013]",
                "earnings_1978",
                "--margin",
                "1.5",
                "--method",
                "probabilistic-index:brunner-munzel");
        refusedOfData(
                "--margin 1e101 is out of range; wanted a number within 1e100 of 0, such as -2; give another number [E013]",
                "earnings_1978",
                "--margin",
                "1e101");
    }

    /** The margin is then of that measure alone, and the others are tested for no difference, as they are of one outcome. */
    @Test
    void aNamedMarginIsClearAlsoWhereOutcomesAreOfTwoKinds() {
        String csv = amounts("employed_1978,earnings_1978", "--margin", "0.8", "--method", "ratio-of-means:delta-log");

        assertThat(csv)
                .contains("ratio-of-means,delta-log,p.value,", "risk-difference,miettinen-nurminen,p.value,0.0128")
                .doesNotContain("Margin");
    }

    private static String amounts(String outcomes, String... options) {
        Run run = Run.of(ofData(outcomes, options));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static void refusedOfData(String message, String outcomes, String... options) {
        assertThat(Run.of(ofData(outcomes, options))).isEqualTo(new Run(2, "", "ipstrial: " + message + "\n"));
    }

    private static List<String> ofData(String outcomes, String... options) {
        List<String> args = new ArrayList<>(List.of("compare", SUPPORTED_WORK.toString(), "--control", "control"));
        args.addAll(List.of("--outcome", outcomes, "--format", "csv"));
        args.addAll(List.of(options));
        return args;
    }

    private static void refused(String message, String... options) {
        List<String> args = new ArrayList<>(COUNTS);
        args.addAll(List.of(options));
        assertThat(Run.of(args)).isEqualTo(new Run(2, "", "ipstrial: " + message + "\n"));
    }

    private static double number(String measure, String method, String statistic, String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("--method", measure + ":" + method));
        String row = measure + "," + method + "," + statistic + ",";
        return csv(args.toArray(String[]::new))
                .lines()
                .filter(line -> line.contains(row))
                .map(line -> Double.parseDouble(
                        line.substring(line.indexOf(row) + row.length()).split(",")[0]))
                .findFirst()
                .orElseThrow();
    }

    private static String csv(String... options) {
        List<String> args = new ArrayList<>(COUNTS);
        args.addAll(List.of("--format", "csv"));
        args.addAll(List.of(options));
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        return run.out();
    }
}
