package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.junit.jupiter.api.Test;

/** How a programme is run: consultants, first contacts and jobs, each hidden where it rests on few people. */
class SmallProgrammeTest {

    private static final int THRESHOLD = 5;

    private static ResultKey of(String outcome, String group) {
        return Rows.key("caseload", outcome, group);
    }

    /** People in all, people now and the most at once. */
    private static Result consultant(String name, int people, int now, int most) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(people));
        cells.put(Statistic.ESTIMATE, Cell.count(now));
        cells.put(Statistic.MAX, Cell.count(most));
        return new Result(of("caseload", name).of(Measure.CASELOAD, ""), cells, "");
    }

    private static Result job(String outcome, int assessed, int missing, int events) {
        return Rows.counts(of(outcome, ""), assessed, missing, events);
    }

    private static SmallProgramme programme(Result... results) {
        return new SmallProgramme(List.of(results), List.of(), THRESHOLD);
    }

    @Test
    void aConsultantOfFewTakesEverybodyTogetherAndNoOther() {
        Result all = Rows.number(of("caseload-of-all", "").of(Measure.CASELOAD, ""));
        Result share = Rows.number(of("caseload", "EMP-2").of(Measure.PROPORTION, ""));
        for (Result few :
                List.of(consultant("EMP-1", 4, 0, 0), consultant("EMP-1", 9, 4, 9), consultant("EMP-1", 9, 0, 4))) {
            SmallProgramme programme = programme(few, consultant("EMP-2", 9, 5, 5), all);

            assertThat(programme.hides(few)).isTrue();
            assertThat(programme.hides(all)).isTrue();
            assertThat(programme.hides(share)).isFalse();
        }
    }

    @Test
    void fiveAreNotFewAndNobodyIsNot() {
        Result all = Rows.number(of("caseload-of-all", "").of(Measure.CASELOAD, ""));
        Result consultant = consultant("EMP-1", 5, 0, 5);
        SmallProgramme programme = programme(consultant, all);

        assertThat(programme.hides(consultant)).isFalse();
        assertThat(programme.hides(all)).isFalse();
    }

    @Test
    void anOutcomeIsHiddenForAnyOfItsCounts() {
        for (int[] small : new int[][] {{4, 0, 0}, {40, 4, 20}, {40, 0, 4}, {40, 0, 36}}) {
            Result job = job("job-match", small[0], small[1], small[2]);
            SmallProgramme programme = programme(job, job("in-work", 40, 0, 20));

            assertThat(programme.hides(job)).as("%d of %d", small[2], small[0]).isTrue();
            assertThat(programme.hides(Rows.number(of("job-match", "").of(Measure.PROPORTION, "wilson"))))
                    .isTrue();
            assertThat(programme.hides(job("in-work", 40, 0, 20))).isFalse();
        }
        assertThat(programme(job("job-match", 40, 5, 35)).hides(job("job-match", 40, 5, 35)))
                .isFalse();
    }

    /** A count that stands beside no number of those assessed has no rest. */
    @Test
    void eventsAloneAndPeopleAloneAreHeldToThemselves() {
        Result events = Rows.count(of("dropped", ""), Statistic.EVENTS, 6);
        Result people = Rows.count(of("kept", ""), Statistic.ASSESSED, 6);
        SmallProgramme programme = programme(events, people);

        assertThat(programme.hides(events)).isFalse();
        assertThat(programme.hides(people)).isFalse();
    }

    /** What is not counted is no number of people, however small. */
    @Test
    void shareAndMeanAreNoCounts() {
        Result mean = new Result(
                of("days", "").of(Measure.MEAN_DIFFERENCE, ""), Map.of(Statistic.ESTIMATE, Cell.of(3, Unit.DAYS)), "");

        assertThat(programme(mean).hides(mean)).isFalse();
    }

    /** Forty jobs of whom 38 are somebody's first: two had a second one. */
    @Test
    void allJobsAreHiddenWhereTheyDifferByAFewFromTheFirst() {
        Result first = job("first-job-match", 38, 0, 20);
        for (Result all : List.of(job("job-match", 40, 0, 20), job("job-match", 48, 0, 22))) {
            SmallProgramme programme = programme(first, all);

            assertThat(programme.hides(all)).isTrue();
            assertThat(programme.hides(first)).isFalse();
        }
        for (Result all : List.of(job("job-match", 38, 0, 20), job("job-match", 48, 0, 25))) {
            assertThat(programme(first, all).hides(all)).isFalse();
        }
        assertThat(programme(job("job-match", 38, 9, 20), job("first-job-match", 38, 7, 20))
                        .hides(job("job-match", 38, 9, 20)))
                .as("two more are missing")
                .isTrue();
    }

    @Test
    void jobsOfOneKindAreHeldAgainstNothing() {
        Result all = job("job-match", 40, 0, 20);
        Result first = job("first-job-match", 40, 0, 20);

        assertThat(programme(all).hides(all)).isFalse();
        assertThat(programme(first).hides(first)).isFalse();
    }

    /** Only the count of everybody is held against the other: the count of a level is of some of them. */
    @Test
    void levelsOfJobsAreNotHeldAgainstAllOfTheOthers() {
        Result all = job("job-match", 40, 0, 20);
        Result level = Rows.counts(of("first-job-match", "").withTerm("level=good"), 38, 0, 20);

        assertThat(programme(all, level).hides(all)).isFalse();
    }

    @Test
    void anOutcomeOfWhomFewLeftInAPartOfTheTimeIsHidden() {
        Result days = Rows.number(of("days-to-first-contact", "").of(Measure.SURVIVAL, "kaplan-meier"));
        List<Series> few = List.of(
                Rows.people("caseload;left;outcome=days-to-first-contact", 9, 4),
                Rows.people("caseload;left;outcome=days-to-first-job", 9, 9));
        SmallProgramme programme = new SmallProgramme(List.of(days), few, THRESHOLD);

        assertThat(programme.hides(days)).isTrue();
        assertThat(programme.hides(Rows.number(of("days-to-first-job", "").of(Measure.SURVIVAL, ""))))
                .isFalse();
    }

    @Test
    void onlyThoseWhoLeftAreLookedAtInSeries() {
        Result days = Rows.number(of("days", "").of(Measure.SURVIVAL, ""));
        List<Series> series = List.of(Rows.people("caseload;survival;outcome=days", 3, 2));

        assertThat(new SmallProgramme(List.of(days), series, THRESHOLD).hides(days))
                .isFalse();
    }

    @Test
    void noSeriesOfAProgrammeIsShown() {
        List<Series> series = List.of(Rows.people("caseload;EMP-1", 9), Rows.people("survival;arm=A", 9));

        assertThat(SmallProgramme.released(series)).extracting(Series::name).containsExactly("survival;arm=A");
    }

    @Test
    void whatIsNotOfAProgrammeIsLeftAlone() {
        List<Result> results = new ArrayList<>();
        results.add(Rows.counts(Rows.key("rates", "job-match", ""), 40, 2, 20));
        SmallProgramme programme = new SmallProgramme(results, List.of(), THRESHOLD);

        assertThat(programme.hides(results.get(0))).isFalse();
        assertThat(programme(consultant("EMP-1", 2, 2, 2)).hides(Rows.number(Rows.key("rates", "caseload", "EMP-1"))))
                .isFalse();
    }
}
