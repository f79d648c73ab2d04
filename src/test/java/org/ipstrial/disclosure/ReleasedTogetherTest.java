package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;

/** Tables that leave the program together are looked at as one. */
class ReleasedTogetherTest {

    private static final ResultKey FIRST = Rows.key("first", "employed", "A");
    private static final Result ALL = Rows.counts(FIRST, 40, 0, 20);
    /** Of the same people, but for two. */
    private static final Result SOME = Rows.counts(FIRST.ofAnalysis("second"), 38, 0, 18);

    private static final Series CURVE = Rows.people("analysis=first;outcome=employed;curve", 9);
    private static final Series TRACE = Rows.people("trace;outcome=hours;group=A;variable=hours", 9);

    private static List<ReleasedTable> released(int threshold) {
        ResultTable whole = Rows.table("plan", List.of(ALL, SOME), List.of(CURVE, TRACE));
        ResultTable first = Rows.table("compare", List.of(ALL), List.of(CURVE, TRACE));
        ResultTable second = Rows.table("rates", List.of(SOME), List.of());
        return new CellPolicy(threshold).release(whole, List.of(first, second), Nesting.NONE);
    }

    @Test
    void aPartHidesWhatTheOthersWouldTellOfIt() {
        List<ReleasedTable> tables = released(5);

        assertThat(tables).hasSize(3);
        assertThat(tables.get(0).table().results())
                .extracting(result -> result.value(Statistic.EVENTS).isPresent())
                .containsExactly(true, false);
        assertThat(tables.get(1).table().results())
                .isEqualTo(tables.get(0).table().results().subList(0, 1));
        assertThat(tables.get(2).table().results())
                .isEqualTo(tables.get(0).table().results().subList(1, 2));
        // Alone, the second would be shown.
        assertThat(new CellPolicy(5)
                        .release(Rows.table("rates", List.of(SOME), List.of()))
                        .hidden())
                .isEmpty();
    }

    @Test
    void aPartKeepsItsCommandItsSettingsAndTheSeriesThatAreShown() {
        List<ReleasedTable> tables = released(5);

        assertThat(tables).extracting(table -> table.table().command()).containsExactly("plan", "compare", "rates");
        assertThat(tables)
                .allSatisfy(table -> assertThat(table.table().settings()).containsEntry("min-cell", 5L));
        assertThat(tables.get(1).table().series()).containsExactly(CURVE);
        assertThat(tables.get(2).table().series()).isEmpty();
        // What is hidden, and why, is told once: of the whole.
        assertThat(tables.get(0).hidden()).hasSize(1);
        assertThat(tables.get(1).hidden()).isEmpty();
    }

    @Test
    void withoutAThresholdThePartsAreAsTheyWere() {
        List<ReleasedTable> tables = released(0);

        assertThat(tables.get(1).table().results()).containsExactly(ALL);
        assertThat(tables.get(1).table().series()).containsExactly(CURVE, TRACE);
        assertThat(tables)
                .allSatisfy(table -> assertThat(table.table().settings()).doesNotContainKey("min-cell"));
    }
}
