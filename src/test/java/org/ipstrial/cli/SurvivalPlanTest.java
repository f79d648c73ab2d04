package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** Times to an event of a plan through the real program; the numbers of the eight made-up people are by hand. */
class SurvivalPlanTest {

    private static final String PARTICIPANTS = """
            id,arm,randomised_on,t,ended,why
            a1,IPS,2014-01-01,31,1,work
            a2,IPS,2014-01-01,90,0,0
            a3,IPS,2014-01-01,100,1,death
            a4,IPS,2014-01-01,181,0,
            b1,SAU,2014-01-01,180,1,work
            b2,SAU,2014-01-01,181,0,0
            b3,SAU,2014-01-01,120,0,0
            b4,SAU,2014-01-01,181,0,0
            """;
    private static final String SPELLS = """
            id,activity,start,end
            a1,work,2014-02-01,2014-02-28
            a1,study,2014-01-11,2014-01-20
            a4,work,2014-07-02,
            b1,work,2014-06-30,2014-07-30
            """;
    private static final String FOLLOW_UP = """
            id,last_seen,reason
            a1,2014-12-31,completed
            a2,2014-04-01,withdrew
            a3,2014-04-11,died
            a4,2014-12-31,completed
            b1,2014-12-31,completed
            b2,2014-12-31,completed
            b3,2014-05-31,pension
            b4,2014-12-31,completed
            """;
    private static final String PLAN = """
            trial: A made-up trial
            participants:
              file: participants.csv
              randomised_on: randomised_on
              arm: {control: SAU}
            horizon: 6 months
            data_cut: 2014-12-31
            spells: {file: spells.csv, overlap: sum}
            follow_up: {file: follow-up.csv, after: {died: not-observed, pension: not-observed}}
            outcomes:
              job: {derive: time-to-first, of: work, label: Time to the first job}
              kept: {time: t, event: ended, cause: why, unit: days, label: As the file has it}
              hours: {derive: days, of: work}
            analyses:
              - {id: first, survival: [job, kept], at: [60, 150], tau: 150}
              - {id: amount, hours: hours}
            """;

    @TempDir
    private Path folder;

    private Path plan;

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), PARTICIPANTS);
        Files.writeString(folder.resolve("spells.csv"), SPELLS);
        Files.writeString(folder.resolve("follow-up.csv"), FOLLOW_UP);
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
    }

    private Run survival(String... more) {
        List<String> args = new ArrayList<>(List.of("survival", plan.toString(), "-q"));
        args.addAll(List.of(more));
        return Run.of(args);
    }

    private void rewrite(String old, String other) throws IOException {
        assertThat(PLAN).contains(old);
        Files.writeString(plan, PLAN.replace(old, other));
    }

    /** IPS: of 4 one works on day 31, one is censored on day 90, one of the 2 left dies on day 100. */
    @ParameterizedTest
    @CsvSource({
        "job, IPS, cause=event, 60, 0.25",
        "job, IPS, cause=event, 150, 0.25",
        "job, IPS, cause=death, 60, 0",
        "job, IPS, cause=death, 150, 0.375",
        "job, SAU, cause=event, 150, 0",
        "kept, IPS, cause=work, 150, 0.25",
        "kept, IPS, cause=death, 150, 0.375",
    })
    void incidencesAreThoseByHand(String outcome, String arm, String cause, String time, double share) {
        Run run = survival("--format", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Double.parseDouble(run.value(outcome, arm, cause, time, "cumulative-incidence", "estimate")))
                .isCloseTo(share, within(1e-12));
    }

    /** Days 31 to 150 with a quarter at work: 119 times a quarter; the sentence says what that is, and what not. */
    @Test
    void theGainIsWordedAsWhatItIs() {
        Run run = survival("--outcome", "job", "--tau", "150");

        assertThat(Double.parseDouble(survival("--format", "csv")
                        .value("job", "IPS", "SAU", "cause=event", "rmtl-difference", "estimate")))
                .isCloseTo(29.75, within(1e-12));
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "Of the 150 days since randomisation, IPS had on average 29.8 days more after the event than SAU (95% CI -20.7 to 80.2; negative is less),"
                                + " counting 0 for whoever had no event by then.")
                .contains("It is not time spent in what began with it: after a first job it counts on when the job has"
                        + " ended.");
    }

    @Test
    void withNoCompetingEndThePlainCurveIsShown() throws IOException {
        Files.writeString(folder.resolve("follow-up.csv"), FOLLOW_UP.replace("died", "lost"));

        Run run = survival("--format", "csv", "--outcome", "job", "--at", "60");

        assertThat(run.value("job", "IPS", "60", "kaplan-meier", "proportion", "estimate"))
                .isEqualTo("0.75");
        assertThat(run.value("job", "test", "log-rank", "p.value", "IPS", "SAU"))
                .isNotEmpty();
        assertThat(run.out()).doesNotContain("cumulative-incidence").doesNotContain("cause=");
    }

    /** After a pension that leaves nothing to come nobody waits for a job any more. */
    @Test
    void aPensionCompetesWhereThePlanSaysThatNothingComesAfterIt() throws IOException {
        assertThat(survival("--format", "csv", "--outcome", "job").out()).doesNotContain("cause=pension");

        rewrite("pension: not-observed", "pension: no-activity");
        Run run = survival("--format", "csv", "--outcome", "job");

        assertThat(run.value("job", "SAU", "cause=pension", "count", "events")).isEqualTo("1");
    }

    @Test
    void otherCommandsLeaveTimesAlone() {
        assertThat(Run.of("compare", plan.toString(), "--outcome", "job").err())
                .isEqualTo(
                        "ipstrial: outcome job is a time to an event; compare takes yes/no outcomes, amounts and ordered levels; use"
                                + " 'ipstrial survival', or say how to read the column with --kind [E015]\n");
        assertThat(survival("--outcome", "hours").err())
                .isEqualTo(
                        "ipstrial: outcome hours is an amount; survival takes times to an event and courses over weeks; use 'ipstrial"
                                + " compare', or say how to read the column with --kind [E015]\n");
        Run hours = Run.of("hours", plan.toString(), "-q", "--format", "csv");
        assertThat(hours.exit()).isZero();
        assertThat(hours.out()).doesNotContain(",job,");
    }

    @Test
    void flowPlanCheckAndImportTakeTimes() throws IOException {
        Run flow = Run.of("flow", plan.toString(), "-q", "--format", "csv");
        assertThat(flow.exit()).as(flow.err()).isZero();
        assertThat(Run.of("plan", "check", plan.toString(), "-q").out())
                .contains("time, time-to-first of work from spells, timepoint 6 months, unit days")
                .contains("time, event column ended, cause column why, column t, unit days")
                .contains("survival job,kept; at 60,150; tau 150");
        Run copied = Run.of(
                "import", plan.toString(), "-q", "-o", folder.resolve("copy").toString());
        assertThat(copied.exit()).as(copied.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("copy/outcomes.csv")))
                .startsWith(
                        "id,arm,randomised_on,kept,kept_event,kept_end,job,job_event,job_end,hours",
                        "a1,IPS,2014-01-01,31,1,work,31,1,event,28",
                        "a2,IPS,2014-01-01,90,0,,90,0,,",
                        "a3,IPS,2014-01-01,100,1,death,100,0,death,")
                .contains("a4,IPS,2014-01-01,181,0,,180,0,,0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{id: amount, hours: hours}|{id: amount, hours: hours, tau: 5}|'tau' does not go with hours",
                "tau: 150}|tau: 150, margin: 0.1}|'margin' does not go with survival",
                "tau: 150}|tau: 0}|[E413]",
                "at: [60, 150]|at: [60, -1]|[E413]",
                "survival: [job, kept]|survival: [job, hours]|'hours' is an amount; survival takes times to an event",
                "of: work, label|of: work, at_least: 3, label|'at_least' does not go with 'time-to-first'",
                "time: t, event: ended,|time: t,|[E409]",
            })
    void refusesWhatMeansNothing(String old, String other, String message) throws IOException {
        rewrite(old, other);
        Run run = survival();

        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aTimeOfAFileThatCannotBeIsToldWithItsLine() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), PARTICIPANTS.replace("90,0,0", "-90,0,work"));
        Run run = survival();

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "participants.csv:3: t (4): '-90' is a time before the start; wanted a time of zero or more; correct"
                                + " it [E283]")
                .contains("participants.csv:3: why (6): the cause 'work' stands beside no event");
    }

    @Test
    void timesThatAreNoDecimalsAreToldWithTheirFile() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), PARTICIPANTS.replace("31,1", "31.0123456789123,1"));

        assertThat(survival().err())
                .contains("participants.csv: the times are not decimal numbers")
                .contains("[E284]");
    }

    /** The same strata from the plan and from the command line give the same stratified test. */
    @Test
    void strataOfThePlanAndOfTheUserAreTheSame() throws IOException {
        Run given = survival("--format", "csv", "--outcome", "job", "--stratify", "ended");
        rewrite("tau: 150}", "tau: 150, stratify: [ended]}");
        Run planned = survival("--format", "csv");

        String[] test = {"job", "IPS", "SAU", "cause=event;stratified-by=ended", "gray", "statistic"};
        assertThat(given.exit()).as(given.err()).isZero();
        assertThat(planned.value(test)).isNotEmpty().isEqualTo(given.value(test));
    }

    @Test
    void theFigureStandsInThePage() {
        Run run = survival("--format", "html");

        assertThat(run.out())
                .contains("<figcaption>Time to the first job, 6 months: share with the event, by Aalen-Johansen with"
                        + " pointwise 95% limits; marks are censored people.</figcaption>")
                .contains("prefers-color-scheme: dark");
    }
}
