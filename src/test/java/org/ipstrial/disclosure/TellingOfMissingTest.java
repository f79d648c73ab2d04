package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;

/** What is there, or has so many rows, because so many are missing. */
class TellingOfMissingTest {

    private static final ResultKey CONTRAST =
            Rows.key("compare", "employed", "").ofContrast("A", "B");

    private static final Result PATTERN = Rows.count(
            Rows.key("missing", "", "A").withTerm(Names.missingPattern(List.of("hours"))), Statistic.RANDOMISED, 12);

    private static TellingOfMissing of(Result... results) {
        return new TellingOfMissing(Rows.table("compare", List.of(results), List.of()));
    }

    @Test
    void whoTheMissingAreIsLeftOut() {
        Result who = Rows.number(Rows.key("missing", "age", "").withTerm(Names.missingOf("employed")));

        assertThat(of(who).isTelling(who, false)).isTrue();
        assertThat(of(who).isTelling(Rows.number(CONTRAST), false)).isFalse();
    }

    @Test
    void boundsByTrimmingAreLeftOut() {
        Result bound = Rows.number(CONTRAST.of(Measure.TRIMMING_BOUND, "lee"));

        assertThat(of(bound).isTelling(bound, false)).isTrue();
    }

    @Test
    void aTippingPointIsLeftOutWithItsContrast() {
        for (Measure tipping : List.of(Measure.TIPPING_POINT, Measure.TIPPING_SHIFT)) {
            Result point = Rows.number(CONTRAST.of(tipping, ""));

            assertThat(of(point).isTelling(point, true)).isTrue();
            assertThat(of(point).isTelling(point, false)).isFalse();
        }
        Result difference = Rows.number(CONTRAST.of(Measure.RISK_DIFFERENCE, "wald"));
        assertThat(of(difference).isTelling(difference, true))
                .as("what is hidden is printed as such")
                .isFalse();
    }

    @Test
    void patternsAreLeftOutWhereSeveralAnalysesTellThem() {
        Result second = Rows.count(PATTERN.key().ofAnalysis("second"), Statistic.RANDOMISED, 11);

        assertThat(of(PATTERN).isTelling(PATTERN, false)).isFalse();
        assertThat(of(PATTERN, second).isTelling(PATTERN, false)).isTrue();
        assertThat(of(PATTERN, second).isTelling(Rows.number(Rows.key("missing", "", "A")), false))
                .as("a count of everybody")
                .isFalse();
        assertThat(of(PATTERN, second).isTelling(Rows.number(PATTERN.key().of("hours")), false))
                .as("of an outcome")
                .isFalse();
        assertThat(of(PATTERN, second).isTelling(Rows.number(PATTERN.key().of(Measure.PROPORTION, "")), false))
                .as("no count")
                .isFalse();
    }

    @Test
    void gridsOfHiddenContrastsAndTracesAreNotShown() {
        Result hidden = Rows.number(CONTRAST.of(Measure.RISK_DIFFERENCE, "wald"));
        Result shown = Rows.number(CONTRAST.ofContrast("C", "B").of(Measure.RISK_DIFFERENCE, "wald"));
        Series grid = Rows.people(Names.tipping(hidden.key()), 1);
        Series other = Rows.people(Names.tipping(shown.key()), 1);
        Series trace = Rows.people(Names.trace(Rows.key("compare", "hours", "A"), "hours"), 1);
        List<Series> series = List.of(grid, grid.of("first", "x"), other, trace, Rows.people("survival;arm=A", 1));

        assertThat(of(hidden, shown).shown(series, result -> result.equals(hidden)))
                .extracting(Series::name)
                .containsExactly(other.name(), "survival;arm=A");
    }

    @Test
    void anArmThatIsHiddenHasNoGrid() {
        Result arm = Rows.number(Rows.key("compare", "employed", "A"));
        Series grid = Rows.people(Names.tipping(arm.key()), 1);

        assertThat(of(arm).shown(List.of(grid), result -> true)).containsExactly(grid);
    }

    /** A whole table under a threshold: the point of tipping goes with its contrast, and its grid does. */
    @Test
    void aTableLosesThemWithASmallArm() {
        Result small = Rows.counts(Rows.key("compare", "employed", "A"), 20, 0, 2);
        Result large = Rows.counts(Rows.key("compare", "employed", "B"), 20, 0, 10);
        Result point = Rows.number(CONTRAST.of(Measure.TIPPING_POINT, ""));
        Series grid = Rows.people(Names.tipping(point.key()), 1);

        ResultTable released = new CellPolicy(5)
                .release(Rows.table("compare", List.of(small, large, point), List.of(grid)))
                .table();

        assertThat(released.results()).extracting(Result::key).containsExactly(small.key(), large.key());
        assertThat(released.series()).isEmpty();
        assertThat(new CellPolicy(2)
                        .release(Rows.table("compare", List.of(small, large, point), List.of(grid)))
                        .table()
                        .series())
                .hasSize(1);
    }
}
