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
        for (String margin : List.of("5", "1", "-1", "x", "NaN", "1e999")) {
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
    void refusesThemWhereNothingIsComparedAndForAmounts() {
        String file = SUPPORTED_WORK.toString();
        assertThat(Run.of("rates", file, "--outcome", "employed_1978", "--alternative", "less"))
                .isEqualTo(new Run(2, "", """
                        ipstrial: --alternative less is for a comparison; this command tests nothing; leave it out; see  \
                        ipstrial --help [E001]
                        """));
        assertThat(Run.of("compare", file, "--outcome", "earnings_1978", "--control", "control", "--margin", "0.1"))
                .isEqualTo(new Run(2, "", """
                        ipstrial: --margin for an amount is not supported yet; a two-sided test of no difference is; \
                        leave it out [E002]
                        """));
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
