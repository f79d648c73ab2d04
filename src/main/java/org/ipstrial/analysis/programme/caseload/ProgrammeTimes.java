package org.ipstrial.analysis.programme.caseload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.SurvivalSeries;
import org.ipstrial.analysis.TimeGrid;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.competing.IncidenceMedian;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.curve.RestrictedTime;
import org.ipstrial.stats.survival.curve.SurvivalAt;
import org.ipstrial.stats.survival.curve.SurvivalQuantile;

/** Days from a start to what ended them, of one group of people. */
final class ProgrammeTimes {

    private final ResultKey key;
    private final RiskTable table;
    private final CaseloadRequest request;

    /**
     * The times of somebody at least.
     *
     * @param days   of each
     * @param causes of each: 0 where it still goes on at the data date, else the number of what ended it, from 1
     * @param grid   the days that are asked for
     */
    ProgrammeTimes(ResultKey key, double[] days, int[] causes, CaseloadRequest request, List<Integer> grid) {
        this.key = key;
        this.request = request;
        double[] times = days;
        int[] ends = causes;
        if (request.grouped()) {
            TimeGrid groups =
                    TimeGrid.of(grid.stream().map(Integer::doubleValue).toList());
            ends = causes.clone();
            for (int i = 0; i < ends.length; i++) {
                ends[i] = groups.endsBefore(days[i]) ? 0 : ends[i];
            }
            times = DoubleStream.of(days).map(groups::of).toArray();
        }
        this.table = SurvivalTimes.of(times, ends, new int[times.length]).table();
    }

    /** How many there are and how many of them have what the first cause is. */
    Result count(long missing) {
        return count(key, table.atRiskAt(0, 0), missing, ended(1));
    }

    static Result count(ResultKey key, long assessed, long missing, long events) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ASSESSED, Cell.count(assessed));
        cells.put(Statistic.MISSING, Cell.count(missing));
        cells.put(Statistic.EVENTS, Cell.count(events));
        return new Result(key, cells, "");
    }

    long ended(int cause) {
        long people = 0;
        for (int k = 0; k < table.size(); k++) {
            people += table.ended(0, cause, k);
        }
        return people;
    }

    /** The share that has had a cause by a day. */
    Result incidence(int cause, String name, int day) {
        AalenJohansen incidence = AalenJohansen.of(table, 0, cause);
        return result(
                key.withTerm(Names.pair("cause", name)).withTimepoint(Integer.toString(day)),
                Measure.CUMULATIVE_INCIDENCE,
                "aalen-johansen",
                incidence.at(day, request.level()),
                Unit.PROPORTION);
    }

    /** The day by which half have had a cause. */
    Result median(int cause, String name) {
        AalenJohansen incidence = AalenJohansen.of(table, 0, cause);
        return result(
                key.withTerm(Names.pair("cause", name)),
                Measure.MEDIAN_TIME,
                "aalen-johansen",
                IncidenceMedian.of(incidence, request.level()),
                Unit.DAYS);
    }

    /** The share for whom it goes on after a day. */
    Result after(int day) {
        return result(
                key.withTimepoint(Integer.toString(day)),
                Measure.SURVIVAL,
                TimesMethods.KAPLAN_MEIER,
                SurvivalAt.of(KaplanMeier.of(table, 0), day, request.level(), CurveLimits.LOG_LOG),
                Unit.PROPORTION);
    }

    /** How many are still observed at a day. */
    Result atRisk(int day) {
        return new Result(
                key.withTimepoint(Integer.toString(day)).of(Measure.AT_RISK, TimesMethods.KAPLAN_MEIER),
                Map.of(Statistic.ESTIMATE, Cell.count(KaplanMeier.of(table, 0).atRiskAt(day))),
                "");
    }

    /** The day by which it has ended for half. */
    Result median() {
        return result(
                key,
                Measure.MEDIAN_TIME,
                TimesMethods.KAPLAN_MEIER,
                SurvivalQuantile.median(KaplanMeier.of(table, 0), request.level(), CurveLimits.LOG_LOG),
                Unit.DAYS);
    }

    /** The mean of the days within some. */
    Result restrictedMean(int day) {
        return result(
                key.withTimepoint(Integer.toString(day)),
                Measure.RMST,
                "",
                RestrictedTime.FREE.of(KaplanMeier.of(table, 0), day, request.level()),
                Unit.DAYS);
    }

    /** The curves, each named as one of this command. */
    List<Series> series(String whose, List<String> causes) {
        return new SurvivalSeries(whose, table, 0, causes, request.grouped(), request.level())
                .all().stream()
                        .map(series -> new Series("caseload;" + series.name(), series.columns()))
                        .toList();
    }

    private Result result(ResultKey about, Measure measure, String method, Estimate estimate, Unit unit) {
        return Results.of(about.of(measure, method), estimate, unit, request.level());
    }
}
