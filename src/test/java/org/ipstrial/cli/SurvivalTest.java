package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ipstrial survival} on 90 invented people, against R 4.2.2 (survival 3.5-3, cmprsk 2.2-11) where it says so. */
class SurvivalTest {

    private static final String DATA = "src/test/resources/survival/first-job.csv";
    private static final String FEW = "id,arm,t,job\na,IPS,10,1\nb,IPS,12,0\nc,SAU,8,0\nd,SAU,30,0\ne,SAU,4,0\n";

    @TempDir
    Path folder;

    /** coxph, survdiff, with strata(site) where stratified. */
    @ParameterizedTest
    @CsvSource({
        "IPS, SAU, '', hazard-ratio, cox-efron, estimate, 3.891436838",
        "IPS, SAU, '', hazard-ratio, cox-efron, conf.low, 1.811043356",
        "IPS, SAU, '', hazard-ratio, cox-efron, conf.high, 8.361633423",
        "IPS, SAU, stratified-by=site, hazard-ratio, cox-efron, estimate, 3.460307855",
        "IPS, SAU, stratified-by=site, test, log-rank, statistic, 10.79890168",
        "'', '', '', test, log-rank, statistic, 20.0304965",
        "SAU, '', of=follow-up, median-time, kaplan-meier, estimate, 573",
    })
    void agreesWithR(
            String group,
            String reference,
            String term,
            String measure,
            String method,
            String statistic,
            double value) {
        double got = number(survival("job", "--stratify", "site"), group, reference, term, measure, method, statistic);

        assertThat(got).isCloseTo(value, within(1e-9 * Math.max(1, value)));
    }

    /** cuminc over all arms, plain and with strata. */
    @ParameterizedTest
    @CsvSource({
        "cause=death, 2.038619868",
        "cause=work, 17.946098356",
        "cause=death;stratified-by=site, 2.229378894",
        "cause=work;stratified-by=site, 16.028054274",
    })
    void graysTestAgreesWithR(String term, double value) {
        double got = number(
                survival("ended", "--cause", "reason", "--stratify", "site"),
                "",
                "",
                term,
                "test",
                "gray",
                "statistic");

        assertThat(got).isCloseTo(value, within(1e-9 * Math.max(1, value)));
    }

    /** One minus Kaplan-Meier is not shown as a share where ends compete. */
    @Test
    void competingEndsHaveIncidencesInThePlaceOfTheCurve() {
        Run run = survival("ended", "--cause", "reason", "--at", "365");

        assertThat(number(run, "SAU", "", "cause=work", "cumulative-incidence", "aalen-johansen", "estimate"))
                .isCloseTo(1 / 6.0, within(1e-12));
        assertThat(run.out()).doesNotContain(",survival,kaplan-meier,").contains(",at-risk,kaplan-meier,");
    }

    @Test
    void theOrderOfTheRowsChangesNothingButTheHash() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(DATA)));
        List<String> rows = lines.subList(1, lines.size());
        Collections.shuffle(rows, new Random(4));
        Path other = Files.write(folder.resolve("first-job.csv"), lines);
        String[] options = {"--at", "180", "--tau", "300", "--stratify", "site", "--method", "all"};

        assertThat(run(other.toString(), "job", options).out())
                .isEqualTo(survival("job", options).out());
    }

    @Test
    void tellsEverythingThatIsWrongWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), """
                id,arm,gone,job,why
                a,IPS,10,1,work
                b,IPS,-5,0,
                c,IPS,,1,work
                d,SAU,30,,
                e,SAU,20,0,death
                f,SAU,25,1,
                g,SAU,90,0,0
                """);
        Run run = Run.of(
                "survival", file.toString(), "--time", "gone", "--event", "job", "--cause", "why", "--control", "SAU");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        String name = file.toString();
        assertThat(run.err().lines().filter(line -> line.contains("[E28")))
                .containsExactly(
                        name
                                + ":3: gone (3): '-5' is a time before the start; wanted a time of zero or more; correct it"
                                + " [E283]",
                        name + ":4: gone (3): the time is missing; wanted time and event of everybody, since nobody is"
                                + " left out; write in when this person was last seen and no event, or time 0 if that"
                                + " was never [E280]",
                        name + ":5: job (4): the event is missing; wanted time and event of everybody, since nobody is"
                                + " left out; write in when this person was last seen and no event, or time 0 if that"
                                + " was never [E280]",
                        name + ":6: why (5): the cause 'death' stands beside no event; wanted no cause, or 0, where the"
                                + " time is censored; correct one of the two [E281]",
                        name + ":7: why (5): the event has no cause; wanted the cause of every event; write it in, or"
                                + " leave --cause out [E282]");
    }

    @Test
    void refusesEventsThatAreNotYesOrNoAndTimesThatAreNoDecimals() throws IOException {
        Run events = few(FEW.replace("30,0", "30,2"));
        assertThat(events.exit()).isEqualTo(3);
        assertThat(events.err()).contains("[E243]");
        Run times = few(FEW.replace("30,0", "30.0123456789,0"));
        assertThat(times.exit()).isEqualTo(3);
        assertThat(times.err()).contains("[E284]");
    }

    /** Somebody who had the event on the day of randomisation is one of those with the event. */
    @Test
    void anEventOnDayNothingIsKept() throws IOException {
        Run run = few(FEW.replace("a,IPS,10,1", "a,IPS,0,1"), "--at", "0");

        assertThat(run.exit()).isZero();
        assertThat(run.value("job", "0", "IPS", "kaplan-meier", "estimate", "proportion"))
                .isEqualTo("0.5");
        assertThat(run.value("job", "0", "IPS", "at-risk", "kaplan-meier", "estimate"))
                .isEqualTo("2");
        assertThat(run.value("job", "IPS", "count", "events")).isEqualTo("1");
    }

    @Test
    void whereEverybodyIsCensoredThereAreCurvesAndNoTests() throws IOException {
        Run run = few(FEW.replace("10,1", "10,0"), "--at", "8", "--tau", "10");

        assertThat(run.exit()).isZero();
        assertThat(run.value("job", "8", "IPS", "kaplan-meier", "estimate", "proportion"))
                .isEqualTo("1");
        assertThat(run.value("job", "10", "IPS", "rmst", "estimate")).isEqualTo("10");
        assertThat(run.out())
                .contains("hazard-ratio,cox-efron,estimate,,ratio,,no-events")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void timesInThePlaceOfEventsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), FEW);
        Run run = Run.of("survival", file.toString(), "--time", "job", "--event", "t", "--control", "SAU");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("no value is one of 1, yes, ja, true", "[E242]");
    }

    /** A default row is a note and 0; a method that was named, or a time, is 6. */
    @Test
    void whatWasNamedAndCannotBeEstimatedIsSix() throws IOException {
        assertThat(few(FEW).exit()).isZero();
        assertThat(few(FEW).out())
                .contains("hazard-ratio,cox-efron,estimate,,ratio,,no-events-in-reference")
                .doesNotContain("NaN", "Infinity");
        assertThat(few(FEW, "--method", "cox-efron").exit()).isEqualTo(6);
        assertThat(few(FEW, "--at", "31").exit()).isEqualTo(6);
        assertThat(few(FEW, "--at", "12").exit()).isZero();
    }

    @Test
    void tauStaysWithinTheFollowUpOfEveryArm() throws IOException {
        assertThat(few(FEW, "--tau", "31"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "ipstrial: --tau 31 is out of range; wanted at most 12, the last time of IPS; give another number"
                                + " [E013]\n"));
        assertThat(few(FEW, "--tau", "12").exit()).isZero();
        assertThat(few(FEW, "--tau", "0").err()).contains("a time above 0 in the unit of the data");
        assertThat(few(FEW, "--at", "x").err())
                .isEqualTo(
                        "ipstrial: --at x is out of range; wanted a time of 0 or more in the unit of the data, such as"
                                + " 365; give another number [E013]\n");
    }

    @Test
    void refusesWhatItCannotDoYet() {
        assertThat(survival("job", "--min-cell", "5", "--at", "365", "--stratify", "site")
                        .err())
                .isEqualTo(
                        "ipstrial: --min-cell of survival with --by, --stratify, --adjust, --cluster or --entry is not supported yet; everybody as"
                                + " one is; leave it out [E002]\n");
        assertThat(run("trial.yaml", "job").err())
                .isEqualTo(
                        "ipstrial: --time is given with a plan; wanted it of a CSV only; the plan says which outcomes are"
                                + " times; see  ipstrial --help [E001]\n");
        assertThat(survival("job", "--outcome", "job").err()).contains("--outcome is given with no plan");
        assertThat(survival("job", "--alternative", "greater").err()).contains("[E002]");
        assertThat(survival("job", "--margin", "2").err()).contains("[E002]");
    }

    @Test
    void refusesColumnsThatAreMissingOrTakenTwice() {
        assertThat(Run.of("survival", DATA, "--event", "job").err())
                .isEqualTo("ipstrial: --time, the column of times, is not given; it is required; see  ipstrial --help"
                        + " [E001]\n");
        assertThat(Run.of("survival", DATA, "--time", "days").err()).contains("--event, the column of events");
        assertThat(run(DATA, "days").err())
                .contains("one column is given as two of --time, --event, --cause and --entry");
        assertThat(survival("job", "--stratify", "id").err()).contains("[E018]");
        assertThat(Run.of("survival", DATA, "--time", "days", "--event", "job").err())
                .contains("no control arm is named");
    }

    /** The tests of times are listed, and no other command takes them. */
    @Test
    void itsMethodsAreItsOwn() {
        assertThat(Run.of("methods", "log-rank").out()).contains("Mantel N (1966)");
        assertThat(Run.of("methods", "rmst").out()).startsWith("rmst\n");
        String[] compare = {
            "compare",
            "sample-data/supported-work/participants.csv",
            "--outcome",
            "employed_1978",
            "--control",
            "control"
        };
        for (String name : List.of("log-rank", "test:log-rank", "hazard-ratio:cox-efron")) {
            Run run = Run.of(Stream.concat(Arrays.stream(compare), Stream.of("--method", name))
                    .toArray(String[]::new));
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("is no method of this command").doesNotContain("cox-breslow");
        }
        assertThat(survival("job", "--method", "welch").err()).contains("is no method of this command");
    }

    private static Run survival(String event, String... options) {
        return run(DATA, event, options);
    }

    private static Run run(String file, String event, String... options) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "survival",
                                file,
                                "--time",
                                "days",
                                "--event",
                                event,
                                "--control",
                                "SAU",
                                "--format",
                                "csv"),
                        Arrays.stream(options))
                .toArray(String[]::new));
    }

    private Run few(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), text);
        return Run.of(Stream.concat(
                        Stream.of(
                                "survival",
                                file.toString(),
                                "--time",
                                "t",
                                "--event",
                                "job",
                                "--control",
                                "SAU",
                                "--format",
                                "csv"),
                        Arrays.stream(options))
                .toArray(String[]::new));
    }

    private static double number(
            Run run, String group, String reference, String term, String measure, String method, String statistic) {
        assertThat(run.err()).isEmpty();
        String wanted = String.join(",", group, reference, "", term, measure, method, statistic) + ",";
        return run.out()
                .lines()
                .filter(line -> line.contains("," + wanted))
                .map(line -> line.substring(line.indexOf("," + wanted) + wanted.length() + 1))
                .mapToDouble(rest -> Double.parseDouble(rest.split(",")[0]))
                .findFirst()
                .orElseThrow();
    }
}
