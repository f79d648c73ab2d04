package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code meta --with-own}: the trial of a plan among the studies of a table. */
class MetaOwnTest {

    private static final String COUNTS = "study,treatment_events,treatment_n,control_events,control_n\n"
            + "A,12,30,6,31\nB,22,50,15,48\nC,9,20,8,22\n";
    private static final String MEANS =
            "study,treatment_mean,treatment_sd,treatment_n,control_mean,control_sd,control_n\n"
                    + "A,12,6,30,6,4,31\nB,22,9,50,15,8,48\n";
    private static final String PLAN = "trial: Ours\nparticipants: {file: data.csv, arm: {control: SAU}}\n"
            + "outcomes: {work: {column: work, kind: binary}, pay: {column: pay, kind: amount}}\n";
    private static final String TWO_ARMS = "id,arm,work,pay\nP1,IPS,1,10\nP2,IPS,1,20\nP3,IPS,1,30\nP4,IPS,0,\n"
            + "P5,IPS,,\nP6,SAU,1,5\nP7,SAU,0,7\nP8,SAU,0,12\nP9,SAU,0,\n";

    @TempDir
    private Path folder;

    private Path table;
    private Path plan;

    @BeforeEach
    void files() throws IOException {
        table = folder.resolve("studies.csv");
        plan = folder.resolve("trial.yaml");
        Files.writeString(table, COUNTS);
        Files.writeString(plan, PLAN);
        Files.writeString(folder.resolve("data.csv"), TWO_ARMS);
    }

    private Run meta(String options) {
        List<String> arguments = new ArrayList<>(List.of("meta", table.toString()));
        arguments.addAll(List.of(options.replace("PLAN", plan.toString()).split(" ")));
        return Run.of(arguments);
    }

    private static List<String> rows(Run run, String start) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> line.startsWith("meta,as-given,,,," + start))
                .toList();
    }

    private static List<String> effects(Run run, String term) {
        return rows(run, "pooled,,," + term + ",").stream()
                .filter(line -> line.contains("-ratio,") || line.contains("mean-difference,"))
                .map(line -> line.replace("," + term + ",", ",,"))
                .toList();
    }

    /** The same numbers by another road: the trial written into the table by hand, and the table alone. */
    @ParameterizedTest
    @ValueSource(strings = {"risk-ratio", "odds-ratio", "risk-difference"})
    void countsAreThoseOfATableWithTheTrialInIt(String measure) throws IOException {
        String options = " --method reml+hartung-knapp,mantel-haenszel --format csv";
        Run own = meta("--measure " + measure + options + " --with-own PLAN");
        Run alone = meta("--measure " + measure + options);
        Files.writeString(table, COUNTS + "Ours,3,4,1,4\n");
        Run written = meta("--measure " + measure + options);
        assertThat(rows(own, "Ours,")).isNotEmpty().isEqualTo(rows(written, "Ours,"));
        assertThat(rows(own, "pooled,,,,")).isNotEmpty().isEqualTo(rows(written, "pooled,,,,"));
        assertThat(own(own, "with", measure)).isNotEmpty().isEqualTo(own(written, "", measure));
        assertThat(own(own, "without", measure)).isNotEmpty().isEqualTo(own(alone, "", measure));
    }

    /** Pooled effects by both methods, and the point of the variance between studies. */
    private static List<String> own(Run run, String which, String measure) {
        String term = which.isEmpty() ? "" : "own=" + which;
        return rows(run, "pooled,,," + term + ",").stream()
                .map(line -> line.substring(("meta,as-given,,,,pooled,,," + term + ",").length()))
                .filter(line -> line.startsWith(measure + ",") || line.startsWith("tau-squared,reml+hartung-knapp,est"))
                .sorted()
                .toList();
    }

    @Test
    void meansAndSpreadsAreThoseOfPeopleWhoseAmountIsKnown() throws IOException {
        Files.writeString(table, MEANS);
        String options = "--measure mean-difference --method dersimonian-laird --format csv";
        Run own = meta(options + " --with-own PLAN --own-outcome pay");
        // IPS 10, 20, 30; SAU 5, 7, 12: variances 100 and 13.
        Files.writeString(table, MEANS + "Ours,20,10,3,8,3.605551275463989,3\n");
        Run written = meta(options);
        assertThat(rows(own, "Ours,")).isNotEmpty().isEqualTo(rows(written, "Ours,"));
        assertThat(effects(own, "own=with")).hasSize(7).isEqualTo(effects(written, ""));
    }

    @Test
    void thePageSaysWhichTrialAndWhoIsLeftOut() {
        Run run = meta("--measure risk-ratio --with-own PLAN");
        assertThat(run.exit()).isZero();
        assertThat(String.join(" ", run.out().lines().toList()))
                .contains(
                        "Ours is one of them, read by its plan: work, IPS against SAU, those whose outcome is known (one"
                                + " person left out). With it the pooled effect is ")
                .contains("With and without Ours");
        assertThat(meta("--measure risk-ratio --with-own PLAN --format json").out())
                .contains(
                        "\"own\": \"Ours\"",
                        "\"own.missing\": \"complete-cases\"",
                        "\"own.left-out\": 1",
                        "\"file\": \"trial.yaml\"",
                        "\"file\": \"data.csv\"");
    }

    @Test
    void whatWasReadIsTold() {
        assertThat(meta("--measure risk-ratio --with-own PLAN -v").err())
                .contains("ipstrial: read 3 rows from ")
                .contains("ipstrial: read 9 rows from data.csv, SHA-256 ");
    }

    @Test
    void severalArmsAreNeverGuessed() throws IOException {
        Files.writeString(folder.resolve("data.csv"), TWO_ARMS + "P10,IPSE,1,\nP11,IPSE,0,\n");
        Run run = meta("--measure risk-ratio --with-own PLAN");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        plan + ": the plan's data have 2 arms besides the control arm; wanted one arm to set against"
                                + " the control arm 'SAU', which is not guessed; give --own-arm with one of IPS, IPSE [E516]\n");
        assertThat(rows(
                        meta("--measure risk-ratio --with-own PLAN --own-arm IPSE --format csv"),
                        "Ours,,,arm=treatment"))
                .anyMatch(line -> line.endsWith("assessed,2,count,,"));
        assertThat(meta("--measure risk-ratio --with-own PLAN --own-arm SAU").err())
                .contains("'SAU' is no arm of the plan's data besides the control arm")
                .endsWith("[E516]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--measure risk-ratio --with-own PLAN --own-outcome pay|3|the outcome 'pay' is an amount, and --measure"
                        + " risk-ratio is of yes or no; wanted an outcome of that kind; give --own-outcome with another of"
                        + " work, pay, or another --measure [E517]",
                "--measure risk-ratio --with-own PLAN --own-outcome wrk|2|did you mean work?",
                "--measure risk-ratio --own-arm IPS|2|--own-arm is given without --with-own",
                "--measure risk-ratio --with-own PLAN --cumulative|2|--cumulative is given with --with-own",
                "--measure risk-ratio --with-own PLAN --subgroup kind|2|--subgroup is given with --with-own",
                "--measure estimate --scale ratio --with-own PLAN|2|--measure estimate is given with --with-own"
            })
    void whatAPlanCannotGiveIsRefused(String options, int exit, String message) {
        Run run = meta(options);
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    @Test
    void aNameTwiceIsRefused() throws IOException {
        Files.writeString(plan, PLAN.replace("Ours", "A"));
        assertThat(meta("--measure risk-ratio --with-own PLAN").err())
                .isEqualTo(
                        plan + ": the trial of the plan is called 'A', as a study of the table is; wanted each person"
                                + " once, and a name of its own for each study; take the row out if it is the same trial, or rename"
                                + " the trial in the plan [E515]\n");
        Files.writeString(plan, PLAN.replace("Ours", "pooled"));
        assertThat(meta("--measure risk-ratio --with-own PLAN").err())
                .contains("as the pooled rows of results are")
                .endsWith("[E515]\n");
    }

    @Test
    void anArmOfWhichNothingIsKnownIsRefused() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "id,arm,work,pay\nP1,IPS,,\nP2,IPS,,4\nP3,SAU,1,3\nP4,SAU,0,4\n");
        assertThat(meta("--measure risk-ratio --with-own PLAN").err())
                .contains("the outcome 'work' is known of 0 people of the arm 'IPS'; wanted 1 at least")
                .endsWith("[E518]\n");
        Files.writeString(table, MEANS);
        assertThat(meta("--measure mean-difference --with-own PLAN --own-outcome pay")
                        .err())
                .contains("the outcome 'pay' is known of 1 people of the arm 'IPS'; wanted 2 at least")
                .endsWith("[E518]\n");
    }

    @Test
    void resultsNeverReplaceThePlanOrItsData() throws IOException {
        for (String file : List.of("trial.yaml", "data.csv")) {
            String before = Files.readString(folder.resolve(file));
            Run run = meta("--measure risk-ratio --with-own PLAN -o " + folder.resolve(file));
            assertThat(run.err()).contains("[E010]");
            assertThat(Files.readString(folder.resolve(file))).isEqualTo(before);
        }
    }
}
