package org.ipstrial.disclosure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;

/** Results and series as short as tests of what is hidden need them. */
final class Rows {

    private Rows() {}

    /** The key of an arm's counts on an outcome of an analysis, within everybody. */
    static ResultKey key(String analysis, String outcome, String arm) {
        return within(analysis, outcome, arm, "");
    }

    /** The same within a stratum. */
    static ResultKey within(String analysis, String outcome, String arm, String stratum) {
        return new ResultKey(analysis, "all-rows", "", outcome, "", arm, "", stratum, "", Measure.COUNT, "");
    }

    /** A result with one number that is not a count. */
    static Result number(ResultKey key) {
        return new Result(key, Map.of(Statistic.ESTIMATE, Cell.of(0.25, Unit.NONE)), "");
    }

    /** People assessed, missing and with the event. */
    static Result counts(ResultKey key, int assessed, int missing, int events) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(assessed + missing));
        cells.put(Statistic.ASSESSED, Cell.count(assessed));
        cells.put(Statistic.MISSING, Cell.count(missing));
        cells.put(Statistic.EVENTS, Cell.count(events));
        return new Result(key, cells, "");
    }

    /** A result with one count. */
    static Result count(ResultKey key, Statistic statistic, int people) {
        return new Result(key, Map.of(statistic, Cell.count(people)), "");
    }

    /** A series of times and of people at each of them. */
    static Series people(String name, double... people) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[] times = new double[people.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i + 1;
        }
        columns.put("time", times);
        columns.put("event", people);
        return new Series(name, columns);
    }

    static ResultTable table(String command, List<Result> results, List<Series> series) {
        return new ResultTable(command, List.of(), new LinkedHashMap<>(), Map.of(), results, series, List.of());
    }
}
