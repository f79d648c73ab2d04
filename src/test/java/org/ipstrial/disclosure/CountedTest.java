package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.junit.jupiter.api.Test;

class CountedTest {

    private static final ResultKey KEY = Rows.key("rates", "employed", "A");

    private static Result counts(ResultKey key, Map<Statistic, Integer> numbers) {
        Map<Statistic, Cell> cells = new java.util.EnumMap<>(Statistic.class);
        numbers.forEach((statistic, number) -> cells.put(statistic, Cell.count(number)));
        return new Result(key, cells, "");
    }

    @Test
    void everybodyIsMissingOrHasTheEventOrHasNot() {
        Counted counted = Counted.of(List.of(Rows.counts(KEY, 8, 2, 3)));

        assertThat(counted).isEqualTo(new Counted(10, List.of(2L, 3L, 5L), 3));
        assertThat(counted.missing()).isEqualTo(2);
        assertThat(counted.assessed()).isEqualTo(8);
    }

    @Test
    void withoutThoseRandomisedTheRowsAreThoseAssessedAndMissing() {
        assertThat(Counted.of(List.of(counts(KEY, Map.of(Statistic.ASSESSED, 8, Statistic.MISSING, 2)))))
                .isEqualTo(new Counted(10, List.of(2L), 0));
    }

    @Test
    void levelsAreCountedOnce() {
        Result whole = counts(KEY, Map.of(Statistic.RANDOMISED, 10, Statistic.ASSESSED, 9));
        Result level = counts(KEY.withTerm("level=a"), Map.of(Statistic.EVENTS, 4, Statistic.RANDOMISED, 9));
        Result other = counts(KEY.withTerm("level=b"), Map.of(Statistic.RANDOMISED, 5));

        assertThat(Counted.of(List.of(whole, level, other))).isEqualTo(new Counted(10, List.of(1L, 4L, 5L), 0));
    }

    @Test
    void ofAnAmountNobodyOrSomebodyHasNothing() {
        Result whole = counts(KEY, Map.of(Statistic.RANDOMISED, 10, Statistic.ASSESSED, 9));
        Result summary = counts(KEY.of(Measure.SUMMARY, ""), Map.of(Statistic.ZEROS, 4));

        assertThat(Counted.of(List.of(summary, whole))).isEqualTo(new Counted(10, List.of(1L, 4L, 5L), 5));
    }

    @Test
    void ofWorkersOnlyWhoIsMissingIsCounted() {
        Result workers =
                counts(KEY.withAnalysisSet("workers-only"), Map.of(Statistic.ASSESSED, 6, Statistic.MISSING, 2));

        assertThat(Counted.of(List.of(workers))).isEqualTo(new Counted(0, List.of(2L, 6L), 0));
        assertThat(Counted.of(List.of(counts(KEY.withAnalysisSet("workers-only"), Map.of(Statistic.ASSESSED, 6)))))
                .isEqualTo(new Counted(0, List.of(), 0));
    }

    @Test
    void anArmOfAStratum() {
        assertThat(Counted.ofStratum(Rows.counts(KEY, 8, 2, 3))).isEqualTo(new Counted(10, List.of(2L, 3L, 5L), 3));
        assertThat(Counted.ofStratum(counts(KEY, Map.of(Statistic.ASSESSED, 8, Statistic.ZEROS, 3))))
                .isEqualTo(new Counted(8, List.of(0L, 3L, 5L), 5));
        assertThat(Counted.ofStratum(counts(KEY, Map.of(Statistic.ASSESSED, 8))))
                .as("neither is counted")
                .isEqualTo(new Counted(8, List.of(0L), 0));
    }

    @Test
    void oneMayContainAnotherUnlessANumberIsLarger() {
        Counted ten = new Counted(10, List.of(2L, 3L, 5L), 3);

        assertThat(ten.mayContain(ten)).isTrue();
        assertThat(ten.mayContain(new Counted(10, List.of(1L, 4L, 5L), 4))).isFalse();
        assertThat(ten.mayContain(new Counted(11, List.of(2L, 3L, 5L), 3))).isFalse();
        assertThat(ten.mayContain(new Counted(0, List.of(), 0))).isTrue();
        assertThat(new Counted(10, List.of(0L), 0).mayContain(new Counted(9, List.of(0L, 9L), 9)))
                .as("what only the other counts says nothing")
                .isTrue();
    }

    @Test
    void whatIsLeftIsLeftInEveryNumber() {
        Counted ten = new Counted(10, List.of(2L, 3L, 5L), 3);

        assertThat(ten.minus(List.of(new Counted(4, List.of(1L, 1L, 2L), 1), new Counted(2, List.of(0L), 1))))
                .isEqualTo(new Counted(4, List.of(1L, 2L, 3L), 1));
        assertThat(ten.minus(List.of())).isEqualTo(ten);
    }

    @Test
    void oneToOneBelowTheThresholdAreFew() {
        assertThat(List.of(Counted.isSmall(0, 5), Counted.isSmall(1, 5), Counted.isSmall(4, 5), Counted.isSmall(5, 5)))
                .containsExactly(false, true, true, false);
        assertThat(new Counted(10, List.of(0L, 5L, 5L), 5).small(5)).isFalse();
        assertThat(new Counted(10, List.of(0L, 5L, 5L), 5).small(6))
                .as("a part")
                .isTrue();
        assertThat(new Counted(4, List.of(), 0).small(5)).as("rows").isTrue();
        assertThat(new Counted(0, List.of(), 0).missing()).isZero();
        // Ten of whom seven are missing: three are assessed.
        assertThat(new Counted(10, List.of(7L), 0).small(5)).isTrue();
        assertThat(new Counted(10, List.of(7L), 0).small(3)).isFalse();
    }
}
