package org.ipstrial.ard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final ResultKey KEY = new ResultKey(
            "compare", "all-rows", "none-missing", "employed", "", "IPS", "SAU", "", "", Measure.TEST, "chi-squared");

    @Test
    void refusesADoubledKey() {
        Result result = new Result(KEY, Map.of(Statistic.P_VALUE, Cell.of(0.5, Unit.P)), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResultTable(
                        "compare", List.of(), Map.of(), Map.of(), List.of(result, result), List.of(), List.of()))
                .withMessage("doubled key: " + KEY);
    }

    @Test
    void refusesANumberThatIsNoneAndAGapThatNothingExplains() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cell.of(Double.NaN, Unit.P))
                .withMessage("value must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell(OptionalDouble.empty(), Unit.P, ""))
                .withMessage("an empty value needs a note");
    }

    @Test
    void refusesAResultWithoutNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result(KEY, Map.of(), ""))
                .withMessage("a result needs at least one number: " + KEY);
    }

    @Test
    void refusesSeriesWithColumnsOfDifferentLengths() {
        Map<String, double[]> columns = new java.util.LinkedHashMap<>();
        columns.put("time", new double[2]);
        columns.put("survival", new double[3]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series("curve", columns))
                .withMessage("the columns of series curve must have one length, got [2, 3]");
    }

    @Test
    void keepsTheStatisticsInTheOrderOfTheVocabulary() {
        Result result = new Result(
                KEY,
                Map.of(
                        Statistic.P_VALUE, Cell.of(0.01, Unit.P),
                        Statistic.DF, Cell.of(1, Unit.NONE),
                        Statistic.STATISTIC, Cell.of(6.6, Unit.NONE)),
                "");
        assertThat(result.cells().keySet()).containsExactly(Statistic.STATISTIC, Statistic.DF, Statistic.P_VALUE);
    }

    @Test
    void escapesWhatWouldBreakAPairAndShowsItWithoutBackslashes() {
        String pair = Names.pair("a=b;c", "x\\y");
        assertThat(pair).isEqualTo("a\\=b\\;c=x\\\\y");
        assertThat(Names.shown(pair, UnaryOperator.identity())).isEqualTo("a=b;c: x\\y");
        assertThat(Names.shown("diagnosis=bipolar;site=A", UnaryOperator.identity()))
                .isEqualTo("diagnosis: bipolar, site: A");
    }
}
