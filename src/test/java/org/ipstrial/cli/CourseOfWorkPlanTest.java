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

/** Work week by week and the tenure of the first job through the real program; the numbers of six people are by hand. */
class CourseOfWorkPlanTest {

    private static final String PARTICIPANTS = """
            id,arm,randomised_on,site
            a1,IPS,2014-01-06,n
            a2,IPS,2014-01-06,s
            a3,IPS,2014-01-06,n
            b1,SAU,2014-01-06,n
            b2,SAU,2014-01-06,s
            b3,SAU,2014-01-06,n
            """;
    private static final String SPELLS = """
            id,activity,start,end
            a1,work,2014-01-08,2014-01-20
            a1,work,2014-01-23,2014-01-24
            a2,work,2014-01-13,
            a3,study,2014-01-13,2014-01-14
            b1,work,2014-01-27,2014-02-02
            """;
    // a2 dies in week 3, b2 is lost in week 2, b3 before week 1 was over.
    private static final String FOLLOW_UP = """
            id,last_seen,reason
            a1,2014-12-31,completed
            a2,2014-01-22,died
            a3,2014-12-31,completed
            b1,2014-12-31,completed
            b2,2014-01-20,lost
            b3,2014-01-09,withdrew
            """;
    private static final String WEEKS = """
            id,week,code
            a1,2014-W02,1
            a1,2014-W03,1
            a2,2014-W03,2
            b1,2014-W05,1
            b2,2014-W02,9
            """;
    private static final String PLAN = """
            trial: Six people
            participants: {file: participants.csv, id: id, randomised_on: randomised_on, arm: {column: arm, control: SAU}}
            horizon: 4 weeks
            data_cut: 2014-12-31
            spells: {file: spells.csv, overlap: sum, activities: {work: work, study: study}}
            weeks: {file: weeks.csv, codes: {"1": work, "2": none, "9": not-observed}, without_row: none}
            follow_up: {file: follow-up.csv, after: {died: no-activity, pension: no-activity, emigrated: not-observed}}
            outcomes:
              course: {derive: weekly, of: [work], label: At work}
              registered: {derive: weekly, from: weeks, of: work, label: At work by the register}
              tenure: {derive: first-tenure, of: work, gap: 2, label: Tenure}
              job: {derive: time-to-first, of: work, label: First job}
            analyses:
              - {id: work, survival: [course, registered], at: [1, 3]}
              - {id: kept, survival: tenure, at: [5]}
            """;

    @TempDir
    private Path folder;

    private Path plan;

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.writeString(folder.resolve("participants.csv"), PARTICIPANTS);
        Files.writeString(folder.resolve("spells.csv"), SPELLS);
        Files.writeString(folder.resolve("weeks.csv"), WEEKS);
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

    /** IPS: a1 1111 with the gap, so 1 1 1 0 by days; a2 0 1 1 0 with the death; a3 0000. SAU: b1 0001, b2 00.., b3 .... */
    @ParameterizedTest
    @CsvSource({
        "course, 1, IPS, 3, 1",
        "course, 3, IPS, 3, 2",
        "course, 1, SAU, 2, 0",
        "course, 3, SAU, 1, 0",
        // by register weeks b2 is not observed in the first; a2 dies after the Monday of the third
        "registered, 1, IPS, 3, 1",
        "registered, 3, IPS, 3, 0",
        "registered, 1, SAU, 2, 0",
        "registered, 3, SAU, 2, 0",
    })
    void sharesAreOfThoseObserved(String outcome, String week, String arm, int observed, int active) {
        Run run = survival("--format", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        String row = "," + outcome + "," + week + "," + arm + ",,,,count,,";
        assertThat(run.out()).contains(row + "assessed," + observed + ",").contains(row + "events," + active + ",");
    }

    /** IPS 1/3 + 2/3 + 2/3 + 0; SAU 0 + 0 + 0 + 1. */
    @Test
    void meanWeeksAreTheSharesAddedUp() {
        Run run = survival("--format", "csv");

        assertThat(Double.parseDouble(run.value("course", "IPS", "4", "mean-weeks", "estimate")))
                .isCloseTo(5 / 3.0, within(1e-14));
        assertThat(Double.parseDouble(run.value("course", "SAU", "4", "mean-weeks", "estimate")))
                .isCloseTo(1, within(1e-14));
        assertThat(Double.parseDouble(run.value("course", "IPS", "SAU", "mean-weeks-difference", "estimate")))
                .isCloseTo(2 / 3.0, within(1e-14));
    }

    /** a1 worked from day 2 to day 14 and, after two days without, to day 18: 17 days; a2 10 days to a death; b1 7. */
    @Test
    void tenuresAreOfThoseWhoGotAJobAndNothingIsTested() {
        Run run = survival("--format", "csv", "--outcome", "tenure", "--at", "5,10", "--contrasts", "all");

        // The one job of SAU still ran on the last day, the seventh: nobody knows of the tenth.
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        assertThat(run.out())
                .contains("all-randomised,none-missing,tenure,,IPS,,,,count,,randomised,3,")
                .contains("workers-only,none-missing,tenure,,IPS,,,,count,,assessed,2,")
                .contains("workers-only,none-missing,tenure,,IPS,,,,count,,events,2,")
                .contains("workers-only,none-missing,tenure,,IPS,,,end=death,count,,events,1,")
                .contains("workers-only,none-missing,tenure,10,IPS,,,,survival,kaplan-meier,estimate,0.5,")
                .contains("workers-only,none-missing,tenure,5,SAU,,,,survival,kaplan-meier,estimate,1,")
                .doesNotContain(",test,")
                .doesNotContain("hazard-ratio")
                .doesNotContain("difference");
        assertThat(survival("--outcome", "tenure").out().replaceAll("\\s+", " "))
                .contains("Only those who got a job are here, and who gets one is itself an outcome")
                .contains("nothing is tested");
    }

    /** What an option names and cannot be had is 6; the half year and year that nobody asked for are notes. */
    @Test
    void whatWasNamedAndCannotBeEstimatedIsSix() {
        assertThat(survival("--outcome", "tenure").exit()).isZero();
        assertThat(survival("--outcome", "tenure").out()).contains("183 days");
        assertThat(survival("--outcome", "tenure", "--at", "400").exit()).isEqualTo(6);
        assertThat(survival("--outcome", "course", "--at", "4").exit()).isZero();
        assertThat(survival("--outcome", "course", "--method", "clopper-pearson", "--at", "4", "--format", "csv")
                        .out())
                .contains("proportion,clopper-pearson,conf.low")
                .doesNotContain("wilson");
    }

    @Test
    void theSeriesHoldsEveryWeek() {
        Run run = survival("--outcome", "course", "--format", "json");

        assertThat(run.out().replaceAll("\\s+", ""))
                .contains("weekly;method=wilson;arm=SAU\"")
                .contains("\"week\":[1,2,3,4]")
                .contains("\"observed\":[2,2,1,1]")
                .contains("\"active\":[0,0,0,1]");
    }

    @Test
    void levelsHaveTheirOwnAndAnEmptyArmIsSaid() throws IOException {
        Files.writeString(
                folder.resolve("participants.csv"), PARTICIPANTS.replace("b2,SAU,2014-01-06,s", "b2,SAU,2014-01-06,n"));
        rewrite("at: [1, 3]}", "at: [1, 3], by: [site]}");
        Run run = survival("--format", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("course,,SAU,,site=s,,count,,randomised,0,")
                .contains(
                        "course,4,IPS,SAU,site=s,,mean-weeks-difference,available-weeks,estimate,,weeks,,nobody-assessed-in-reference")
                .contains("course,4,IPS,,site=s,,mean-weeks,available-weeks,estimate,2,");
        assertThat(survival().exit()).isZero();
    }

    @Test
    void otherCommandsLeaveThemAloneAndTheCopyHoldsThem() throws IOException {
        for (String command : List.of("compare", "rates", "hours")) {
            assertThat(Run.of(command, plan.toString(), "--outcome", "course").err())
                    .contains("outcome course is a course over weeks", "use 'ipstrial survival'");
            assertThat(Run.of(command, plan.toString(), "--outcome", "tenure").err())
                    .contains("outcome tenure is a tenure of those who got a job, who are no randomised group");
        }
        assertThat(Run.of("subgroups", plan.toString(), "--outcome", "job", "--by", "site")
                        .err())
                .contains("outcome job is a time to an event", "[E015]");
        assertThat(Run.of("plan", "check", plan.toString(), "-q").out())
                .contains("weekly of work from spells")
                .contains("first-tenure of work from spells");
        Run copied = Run.of(
                "import", plan.toString(), "-q", "-o", folder.resolve("copy").toString());
        assertThat(copied.exit()).as(copied.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("copy/outcomes.csv")))
                .startsWith(
                        "id,arm,randomised_on,course,registered,tenure,tenure_event,tenure_end,job,job_event",
                        "a1,IPS,2014-01-06,3,2,17,1,event,2,1",
                        "a2,IPS,2014-01-06,2,0,10,0,death,7,1",
                        "a3,IPS,2014-01-06,0,0,,,,27,0")
                .contains("b2,SAU,2014-01-06,,,,,,14,0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "at: [1, 3]|at: [1, 5]|--at 5 is no week of course; wanted whole numbers from 1 to 4",
                "at: [1, 3]|at: [1.5]|--at 1.5 is no week of course",
                "at: [1, 3]|at: [0]|--at 0 is no week of course",
                "at: [1, 3]|tau: 3|--tau 3 does not go with course, which is told week by week",
                "horizon: 4 weeks|horizon: 6 days|a window of 6 days holds 0 whole weeks; wanted 1 to 2000",
                "gap: 2|gap: 400|[E413]",
                "gap: 2|gap: 1.5|[E413]",
                "weekly, of: [work]|weekly, gap: 3, of: [work]|'gap' does not go with 'weekly'",
                "tenure, at: [5]}|tenure, methods: {test: log-rank}}|a method of test is named for tenure, whose arms hold",
                "tenure, at: [5]}|tenure, methods: {hazard-ratio: cox-efron}}|[E353]",
                "gap: 2|at_least: 2|'at_least' does not go with 'first-tenure'",
                "first-tenure, of|first-tenure, from: weeks, of|'first-tenure' does not go with an outcome from weeks",
            })
    void refusesWhatMeansNothing(String old, String other, String message) throws IOException {
        rewrite(old, other);

        Run run = survival();

        assertThat(run.exit()).isBetween(2, 4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }
}
