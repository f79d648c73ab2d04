package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code reconcile}: published reports, one claim by options, explanations, exit codes and refusals. */
class ReconcileTest {

    private static final Path PUBLISHED = Path.of("sample-data/published/claims.csv");

    /** Every published case, from its paper as the README of the sample data names it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Burns 2007|effect|consistent",
                "Burns 2007|interval|consistent",
                "Davis 2012|effect|consistent",
                "Christensen 2019|percentage|consistent-only-if:other-n",
                "Latimer 2006|percentage|inconsistent:no-count-of-n",
                "Wong 2008|effect|consistent-only-if:other-n",
                "Wong 2008|interval|consistent-only-if:digits-cut-off",
                "Howard 2010|effect|inconsistent:not-of-these-percentages",
                "Howard 2010|symmetry|consistent",
                "Bond 2007|split|consistent",
                "Bejerholm 2015|effect|consistent:within-rounding-of-percentages",
                "Jackel 2025|percentage|inconsistent:count-is-not-percentage",
                "Jackel 2025|total|inconsistent:parts-do-not-add-up"
            })
    void publishedReports(String report, String check, String note) {
        List<String> verdicts = verdicts(csv(PUBLISHED.toString()), "report=" + report, check);
        assertThat(verdicts).isNotEmpty().containsOnly(note);
    }

    @Test
    void everySolutionIsListed() {
        String out = csv(PUBLISHED.toString()).out();
        for (String fit : List.of(
                "n=187,fitting-counts,percentage,min,112",
                "n=187,fitting-counts,percentage,max,112",
                "n=171,fitting-counts,percentage,min,101",
                "n=170,fitting-counts,percentage,min,79",
                "n=74,fitting-counts,percentage,min,13",
                "n=74\",fitting-counts,common-n,min,45")) {
            assertThat(out).contains(fit);
        }
        assertThat(out.lines().filter(line -> line.contains("Wong") && line.contains(",fitting-counts,effect,events,")))
                .hasSize(1)
                .allMatch(line -> line.contains("counts=32/46 v 13/45"));
        assertThat(out.lines().filter(line -> line.contains("Bond") && line.contains(",split,min,")))
                .hasSize(8);
    }

    @Test
    void theOrderOfTheRowsChangesNothing() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(PUBLISHED));
        Collections.reverse(lines.subList(1, lines.size()));
        byte[] reversed = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Run run = Run.withInput(new ByteArrayInputStream(reversed), "reconcile", "-", "--format", "csv");
        assertThat(run).isEqualTo(csv(PUBLISHED.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--percent 18% --n 75|1|inconsistent:no-count-of-n",
                "--percent 17% --n 75|0|consistent",
                "--percent 18% --n 100|0|not-testable:n-too-large",
                "--percent 18.0% --n 100|0|consistent",
                "--percent 46.1 --events 112 --n 243|0|consistent",
                "--percent 59.9 --events 112 --n 243|1|inconsistent:count-is-not-percentage",
                "--percent 59.9 --events 112 --randomised 243|0|consistent-only-if:other-n",
                "--percent 59.9 --events 112 --randomised 180|1|inconsistent:no-n-up-to-randomised",
                "--percent 12.5|0|not-testable:no-n",
                "--percent 13 --n 8|0|consistent",
                "--percent 12 --n 8|0|consistent",
                "--percent 59,9 --n 187 --decimal ,|0|consistent"
            })
    void oneClaim(String options, int exit, String note) {
        Run run = Run.of(("reconcile " + options + " --format csv").split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(verdicts(run, "as-given", "percentage")).containsExactly(note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--measure risk-ratio --estimate 1.98|effect|consistent",
                "--measure risk-ratio --estimate 0.51|effect|consistent-only-if:arms-changed-round",
                "--measure risk-ratio --estimate 1.97|effect|consistent-only-if:digits-cut-off",
                "--measure risk-ratio --estimate 1.50|effect|inconsistent:not-of-these-counts",
                "--measure risk-ratio --estimate 1.98 --conf-low 1.48 --conf-high 2.65|interval|consistent",
                "--measure risk-ratio --estimate 1.98 --conf-low 1.20 --conf-high 3.27|interval"
                        + "|consistent-only-if:other-method",
                "--measure risk-ratio --estimate 1.98 --conf-low 2.10 --conf-high 2.65|limits"
                        + "|inconsistent:estimate-outside-limits",
                "--measure odds-ratio --estimate 3.15 --conf-low 1.96 --conf-high 5.04|interval|consistent",
                "--measure number-needed-to-treat --estimate 3.71 --conf-low 2.67 --conf-high 6.09|interval|consistent",
                "--measure risk-difference --estimate 0.269 --conf-low 0.164 --conf-high 0.374|interval|consistent",
                "--measure odds-ratio --estimate 3.15 --p <0.001|p-value|consistent",
                "--measure odds-ratio --estimate 3.15 --p 0.04|p-value|consistent-only-if:other-test",
                "--measure hazard-ratio --estimate 1.79 --conf-low 1.14 --conf-high 2.81 --p 0.011|p-value"
                        + "|consistent:p-of-interval",
                "--measure hazard-ratio --estimate 1.79 --conf-low 1.14 --conf-high 2.81 --p 0.014|p-value"
                        + "|consistent-only-if:p-not-of-interval",
                "--measure hazard-ratio --estimate 1.76 --conf-low 1.11 --conf-high 2.81 --p 0.036|p-value"
                        + "|consistent-only-if:p-not-of-interval",
                "--measure hazard-ratio --estimate 1.76 --conf-low 1.15 --conf-high 2.67 --p 0.005|p-value"
                        + "|consistent-only-if:p-not-of-interval",
                "--measure hazard-ratio --estimate 1.53 --conf-low 1.02 --conf-high 2.31 --p 0.018|p-value"
                        + "|consistent-only-if:p-not-of-interval",
                "--measure hazard-ratio --estimate 1.35 --conf-low 0.95 --conf-high 1.93|symmetry|consistent"
            })
    void oneEffect(String options, String check, String note) {
        Run run = Run.of(
                ("reconcile --counts IPS=85/156 --counts control=43/156 " + options + " --format csv").split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(note.startsWith("inconsistent") ? 1 : 0);
        assertThat(verdicts(run, "as-given", check)).containsExactly(note);
    }

    /** What explains a number that does not fit: another whole, rounded counts, a standard error called deviation. */
    @Test
    void explanations() {
        Run rows = claims("report,arm,n,events,percent\nA,IPS,40,30,60%\nA,control,50,20,40%\n");
        assertThat(rows.exit()).isZero();
        assertThat(verdicts(rows, "IPS", "percentage")).containsExactly("consistent-only-if:share-of-all-events");
        assertThat(verdicts(rows, "control", "percentage")).containsExactly("consistent");

        Run rounded = claims("report,arm,n,events,percent\nA,IPS,40,15,36%\nA,control,55,20,37%\n");
        assertThat(rounded.exit()).isZero();
        assertThat(verdicts(rounded, "report=A", "disclosure-rounding"))
                .containsExactly("consistent:counts-may-be-rounded");
        assertThat(verdicts(rounded, "IPS", "percentage")).containsExactly("consistent-only-if:counts-rounded");

        // SD 10 in two arms of 50: Student's interval of a difference of 2 is -1.97 to 5.97; 1.4142 is its standard
        // error.
        String means = "report,arm,n,mean,sd,measure,estimate,conf_low,conf_high\nA,control,50,18.00,%1$s,,,,\n"
                + "A,IPS,50,20.00,%1$s,mean-difference,2.00,-1.97,5.97\n";
        assertThat(verdicts(claims(String.format(means, "10.00")), "IPS", "interval"))
                .containsExactly("consistent");
        assertThat(verdicts(claims(String.format(means, "1.414")), "IPS", "interval"))
                .containsExactly("consistent-only-if:spread-is-standard-error");

        Run flow = claims("report,arm,randomised,n,events\nA,IPS,40,41,3\nA,control,40,38,39\n");
        assertThat(flow.exit()).isEqualTo(1);
        assertThat(verdicts(flow, "IPS", "flow")).containsExactly("inconsistent:more-analysed-than-randomised");
        assertThat(verdicts(flow, "control", "flow")).containsExactly("inconsistent:more-events-than-people");
    }

    /** GRIM in the R package scrutiny 0.6.1; amounts that need not be whole are not tested. */
    @ParameterizedTest
    @CsvSource({"5.19, 28, inconsistent:no-sum-of-n", "5.19, 32, consistent", "5.19, 100, not-testable:n-too-large"})
    void means(String mean, String n, String note) {
        Run run = Run.of("reconcile", "--mean", mean, "--n", n, "--items", "1", "--format", "csv");
        assertThat(verdicts(run, "as-given", "mean")).containsExactly(note);
        Run amounts = Run.of("reconcile", "--mean", mean, "--n", n, "--format", "csv");
        assertThat(verdicts(amounts, "as-given", "mean")).containsExactly("not-testable:not-whole-numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report,n,percent;A,75,abc|2: percent (3): 'abc' stands here; wanted a percentage from 0 to 100 as printed,"
                        + " such as 18 or 59.9%; correct the cell [E285]",
                "report,n,percent;A,75,101|2: percent (3): '101' stands here; wanted a percentage from 0 to 100 as printed,"
                        + " such as 18 or 59.9%; correct the cell [E285]",
                "report,n,percent;A,7.5,18|2: n (2): '7.5' stands here; wanted a whole number of people of at most nine"
                        + " digits; correct the cell [E285]",
                "report,n,percent;A,0,18|2: n (2): '0' stands here; wanted a number of at least 1; correct the cell [E285]",
                "report,arm,n;A,x,5;A,x,6|3: report (1): the same claim as on line 2;",
                "report,arm,n,measure,estimate;A,x,5,risk-ratio,2;A,y,5,,;A,z,5,,|2: report (1): the effect does not say"
                        + " which arm it is compared with;",
                "report,arm,n,measure,estimate;A,x,5,rr,2;A,y,5,,|2: measure (4): 'rr' is no measure of a claim; wanted one"
                        + " of risk-difference, ",
                "report,n;A,5;B,|3: report (1): the row claims nothing;",
                "reports,n;A,5|1: no column 'report', the nearest is 'reports';"
            })
    void refusesWithLineAndColumn(String file, String message) throws IOException {
        Path claims = Files.createTempFile("claims", ".csv");
        try {
            Files.writeString(claims, file.replace(';', '\n') + "\n");
            Run run = Run.of("reconcile", claims.toString());
            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith(claims + ":" + message);
        } finally {
            Files.delete(claims);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reconcile",
                "reconcile --percent x --n 75",
                "reconcile --percent 18 --n 0",
                "reconcile --mean 3 --sd -1 --n 5",
                "reconcile --estimate 2",
                "reconcile --measure risk-ratio --estimate 2 --counts a=1/2 --counts b=1/2 --counts c=1/2",
                "reconcile --measure rr --estimate 2",
                "reconcile sample-data/published/claims.csv --n 5",
                "reconcile --percent 18 --n 75 --level 95",
                "reconcile --percent 18 --n 75 --min-cell 5"
            })
    void aWrongCommandLineIsRefused(String line) {
        Run run = Run.of(line.split(" "));
        assertThat(run.exit()).as(run.out()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty();
    }

    private static Run csv(String file) {
        return Run.of("reconcile", file, "--format", "csv");
    }

    private static Run claims(String text) {
        return Run.withInput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "reconcile", "-", "--format", "csv");
    }

    /** The notes of the verdicts of a check, each once, of the rows that hold a word. */
    private static List<String> verdicts(Run run, String word, String check) {
        return run.out()
                .lines()
                .filter(line -> line.contains(word) && line.contains(",consistency," + check + ",fits,"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .distinct()
                .toList();
    }
}
