package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.competing.IncidenceReading;
import org.ipstrial.stats.survival.competing.TimeLostToCause;
import org.ipstrial.stats.survival.curve.CurveReading;
import org.ipstrial.stats.survival.curve.KaplanMeier;

/**
 * What the times of one arm give: counts, the curve at the times asked for, its median, restricted means; of each cause
 * the cumulative incidence, in the place of the curve.
 *
 * @param key      the key of the arm
 * @param table    who is at risk when
 * @param arm      the number of the arm in it
 * @param causes   the names of the causes, none where they are not told apart
 * @param request  what is asked
 * @param settings level and methods
 */
record SurvivalArms(
        ResultKey key,
        RiskTable table,
        int arm,
        List<String> causes,
        SurvivalRequest request,
        AnalysisSettings settings) {

    /** The term of the median of the time under observation. */
    static final String FOLLOW_UP = Names.pair("of", "follow-up");

    List<Result> results() {
        List<Result> results = new ArrayList<>(counts());
        KaplanMeier curve = KaplanMeier.of(table, arm);
        request.at().forEach((text, time) -> results.add(atRisk(key.withTimepoint(text), curve, time)));
        if (causes.isEmpty()) {
            request.at()
                    .forEach((text, time) -> results.addAll(
                            read(TimesMethods.SURVIVAL, key.withTimepoint(text), curve, time, Unit.PROPORTION)));
            results.addAll(read(TimesMethods.MEDIAN_TIME, key, curve, 0, settings.unit()));
            request.tau().ifPresent(tau -> {
                ResultKey within = key.withTimepoint(tau.getKey());
                results.addAll(read(TimesMethods.RMST, within, curve, tau.getValue(), settings.unit()));
                results.addAll(read(TimesMethods.RMTL, within, curve, tau.getValue(), settings.unit()));
            });
        } else {
            results.addAll(incidences());
        }
        return results;
    }

    private List<Result> counts() {
        long people = table.people(arm);
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.RANDOMISED, Cell.count(people));
        cells.put(Statistic.ASSESSED, Cell.count(people));
        cells.put(Statistic.MISSING, Cell.count(0));
        cells.put(Statistic.EVENTS, Cell.count(table.eventsBy(arm, Double.MAX_VALUE)));
        List<Result> counts = new ArrayList<>(List.of(new Result(key.of(Measure.COUNT, ""), cells, "")));
        for (int cause = 1; cause <= causes.size(); cause++) {
            int number = cause;
            long events = IntStream.range(0, table.size())
                    .mapToLong(k -> table.ended(arm, number, k))
                    .sum();
            counts.add(new Result(
                    key.withTerm(cause(cause)).of(Measure.COUNT, ""),
                    Map.of(Statistic.EVENTS, Cell.count(events)),
                    ""));
        }
        return counts;
    }

    private Result atRisk(ResultKey at, KaplanMeier curve, double time) {
        return new Result(
                at.of(Measure.AT_RISK, TimesMethods.KAPLAN_MEIER),
                Map.of(Statistic.ESTIMATE, Cell.count(curve.atRiskAt(time))),
                "");
    }

    private List<Result> read(Family<CurveReading> family, ResultKey about, KaplanMeier curve, double time, Unit unit) {
        List<Result> results = new ArrayList<>();
        for (Method<CurveReading> method : settings.methods().of(family)) {
            results.add(Results.of(
                    about.of(family.measure(), method.id()),
                    method.function().of(curve, time, settings.level()),
                    unit,
                    settings.level()));
        }
        return results;
    }

    private List<Result> incidences() {
        List<Result> results = new ArrayList<>();
        for (int cause = 1; cause <= causes.size(); cause++) {
            AalenJohansen incidence = AalenJohansen.of(table, arm, cause);
            ResultKey about = key.withTerm(cause(cause));
            request.at().forEach((text, time) -> {
                for (Method<IncidenceReading> method : settings.methods().of(TimesMethods.CUMULATIVE_INCIDENCE)) {
                    results.add(Results.of(
                            about.withTimepoint(text).of(Measure.CUMULATIVE_INCIDENCE, method.id()),
                            method.function().of(incidence, time, settings.level()),
                            Unit.PROPORTION,
                            settings.level()));
                }
            });
            request.tau()
                    .ifPresent(tau -> results.add(Results.of(
                            about.withTimepoint(tau.getKey()).of(Measure.RMTL, ""),
                            TimeLostToCause.of(incidence, tau.getValue(), settings.level()),
                            settings.unit(),
                            settings.level())));
        }
        return results;
    }

    String cause(int cause) {
        return SurvivalSeries.cause(causes, cause);
    }

    /** The median of the time under observation, by the curve turned round. */
    Result followUp(RiskTable reversed) {
        Method<CurveReading> median = TimesMethods.MEDIAN_TIME.methods().get(0);
        return Results.of(
                key.withTerm(FOLLOW_UP).of(Measure.MEDIAN_TIME, median.id()),
                median.function().of(KaplanMeier.of(reversed, arm), 0, settings.level()),
                settings.unit(),
                settings.level());
    }

    /** The curve and all else that changes with time. */
    List<Series> series() {
        return new SurvivalSeries(
                        Names.pair("arm", key.group()), table, arm, causes, request.grouped(), settings.level())
                .all();
    }
}
