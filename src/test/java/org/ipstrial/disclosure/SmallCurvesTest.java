package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.junit.jupiter.api.Test;

/** Times of events: an arm is shown where nobody few left in any interval, and in no other case. */
class SmallCurvesTest {

    private static final int THRESHOLD = 5;
    private static final ResultKey ALL = Rows.key("survival", "days", "").of(Measure.TEST, "log-rank");

    private static SmallCurves of(List<Series> series) {
        return of("survival", series, List.of(arm("A"), arm("B"), Rows.number(ALL)));
    }

    private static SmallCurves of(String command, List<Series> series, List<Result> results) {
        return new SmallCurves(Rows.table(command, results, series), THRESHOLD);
    }

    private static Result arm(String arm) {
        return Rows.number(Rows.key("survival", "days", arm).of(Measure.RMST, ""));
    }

    private static Result contrast(String group, String reference) {
        return Rows.number(
                Rows.key("survival", "days", "").ofContrast(group, reference).of(Measure.HAZARD_RATIO, "cox-efron"));
    }

    private static Series left(String arm, double... people) {
        return Rows.people("left;arm=" + arm, people);
    }

    @Test
    void armsOfWhomNobodyFewLeftAreShown() {
        SmallCurves curves = of(List.of(left("A", 5, 0, 6), left("B", 0, 40)));

        assertThat(List.of(arm("A"), arm("B"), contrast("A", "B"), Rows.number(ALL)))
                .noneMatch(curves::hides);
    }

    /** Four left at the second time: the arm goes, what is compared with it, and what is about all arms. */
    @Test
    void anArmOfWhomFewLeftTakesItsContrastsAndWhatIsAboutAllArms() {
        SmallCurves curves = of(List.of(left("A", 5, 4, 6), left("B", 9, 40), left("C", 9, 40)));

        assertThat(List.of(arm("A"), contrast("A", "B"), contrast("B", "A"), Rows.number(ALL)))
                .allMatch(curves::hides);
        assertThat(List.of(arm("B"), contrast("B", "C"), contrast("C", "B"))).noneMatch(curves::hides);
    }

    @Test
    void anArmOfWhomItIsNotKnownWhoLeftIsHidden() {
        SmallCurves curves = of(List.of(left("B", 9)));

        assertThat(curves.hides(arm("A"))).isTrue();
        assertThat(curves.hides(arm("B"))).isFalse();
        assertThat(curves.hides(Rows.number(ALL))).isTrue();
    }

    @Test
    void theTimesAreNotPeople() {
        // The times are 1, 2 and 3.
        assertThat(of(List.of(left("A", 9, 9, 9))).hides(arm("A"))).isFalse();
    }

    @Test
    void curvesOfHiddenArmsGoAndTheOthersStay() {
        List<Series> series = List.of(
                left("A", 9, 3),
                left("B", 9, 9),
                Rows.people("survival;arm=A", 0.9, 0.8),
                Rows.people("survival;arm=B", 0.9, 0.8),
                Rows.people("survival;arm=B;cause=left", 0.9, 0.8),
                Rows.people("survival;arm=B2", 0.9, 0.8),
                Rows.people("hazard-trend;group=A;reference=B;arm=B", 0.9, 0.8));

        assertThat(of(series).released(series))
                .extracting(Series::name)
                .containsExactly("left;arm=B", "survival;arm=B", "survival;arm=B;cause=left");
    }

    /** One analysis among several has its name and its outcome before those of its series. */
    @Test
    void seriesOfOneAnalysisAmongSeveralAreFound() {
        SmallCurves curves = of(List.of(
                left("A", 9).of("primary", "days"),
                left("B", 9).of("ever-left", "days"),
                left("C", 9).of("secondary", "left")));

        assertThat(List.of(arm("A"), arm("B"), arm("C"))).noneMatch(curves::hides);
    }

    @Test
    void anAnalysisWhoseNameEndsAsTheSeriesBeginsIsNoSuchSeries() {
        assertThat(of(List.of(Rows.people("copyleft;arm=A", 9))).hides(arm("A")))
                .isTrue();
    }

    @Test
    void otherCommandsHaveNoCurves() {
        List<Series> series = List.of(
                left("A", 1), Rows.people(Names.hazardTrend(contrast("A", "B").key()), 1));
        SmallCurves curves = of("rates", series, List.of(arm("A")));

        assertThat(curves.hides(arm("A"))).isFalse();
        assertThat(curves.released(series)).isEqualTo(series);
    }

    @Test
    void aTableOfNothingButArmsThatAreShownShowsWhatIsAboutAll() {
        assertThat(of("survival", List.of(), List.of(Rows.number(ALL))).hides(Rows.number(ALL)))
                .isFalse();
    }
}
