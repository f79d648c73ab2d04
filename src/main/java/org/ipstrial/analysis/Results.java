package org.ipstrial.analysis;

import java.util.EnumMap;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;

/** Turns what the statistics give into results: a number into a cell, a missing number into an empty cell and a note. */
public final class Results {

    private Results() {}

    /** An estimate with its limits. */
    public static Result of(ResultKey key, Estimate estimate, Unit unit, double level) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ESTIMATE, cell(estimate.estimate(), unit));
        estimate.standardError().ifPresent(error -> cells.put(Statistic.STD_ERROR, cell(error, unit)));
        cells.put(Statistic.CONF_LOW, cell(estimate.lower(), unit));
        cells.put(Statistic.CONF_HIGH, cell(estimate.upper(), unit));
        cells.put(Statistic.CONF_LEVEL, Cell.of(level, Unit.PROPORTION));
        return new Result(key, cells, "");
    }

    /** A test. */
    public static Result of(ResultKey key, TestResult test) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        test.statistic().ifPresent(statistic -> cells.put(Statistic.STATISTIC, Cell.of(statistic, Unit.NONE)));
        test.df()
                .ifPresent(
                        df -> cells.put(test.df2().isPresent() ? Statistic.DF1 : Statistic.DF, Cell.of(df, Unit.NONE)));
        test.df2().ifPresent(df -> cells.put(Statistic.DF2, Cell.of(df, Unit.NONE)));
        cells.put(Statistic.P_VALUE, cell(test.pValue(), Unit.P));
        return new Result(key, cells, "");
    }

    /** The same result with the statistic and the p-value of a test of it. */
    public static Result tested(Result result, TestResult test) {
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.putAll(of(result.key(), test).cells());
        return new Result(result.key(), cells, result.status());
    }

    /** A number, or an empty cell with the reason. */
    public static Cell cell(Quantity quantity, Unit unit) {
        if (quantity instanceof Quantity.NotEstimable none) {
            return Cell.empty(unit, none.reason().id());
        }
        return Cell.of(((Quantity.Estimated) quantity).value(), unit);
    }

    /** The same result with a note on its point estimate, where that has none. */
    static Result noted(Result result, String note) {
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.computeIfPresent(Statistic.ESTIMATE, (any, cell) -> cell.note().isEmpty() ? cell.withNote(note) : cell);
        return new Result(result.key(), cells, result.status());
    }
}
