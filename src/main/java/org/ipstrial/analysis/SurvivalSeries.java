package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Series;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.competing.AalenJohansen;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.ipstrial.stats.survival.curve.KaplanMeier;

/**
 * What of the times of one arm changes with time, as series.
 *
 * @param whose   the arm, as names of series say it
 * @param table   who is at risk when
 * @param arm     the number of the arm in it
 * @param causes  the names of the causes, none where they are not told apart
 * @param grouped whether times are grouped, so that how many left in each group is told too
 * @param level   confidence level as a fraction
 */
public record SurvivalSeries(
        String whose, RiskTable table, int arm, List<String> causes, boolean grouped, double level) {

    /** The curve with its limits, and those who were censored; of each cause the incidence. */
    public List<Series> all() {
        KaplanMeier curve = KaplanMeier.of(table, arm);
        List<Series> series = new ArrayList<>();
        if (causes.isEmpty()) {
            double[][] limits = new double[curve.steps()][];
            for (int step = 0; step < curve.steps(); step++) {
                limits[step] = limits(curve.survival(step), Math.sqrt(curve.greenwood(step)));
            }
            series.add(
                    new Series("survival;" + whose, columns(curve, "survival", step -> curve.survival(step), limits)));
        }
        for (int cause = 1; cause <= causes.size(); cause++) {
            AalenJohansen incidence = AalenJohansen.of(table, arm, cause);
            double[][] limits = new double[curve.steps()][];
            for (int step = 0; step < curve.steps(); step++) {
                double f = incidence.incidence(step);
                limits[step] = limits(f, Math.sqrt(incidence.variance(step)) / f);
            }
            series.add(new Series(
                    "cumulative-incidence;" + whose + ";" + cause(causes, cause),
                    columns(curve, "incidence", incidence::incidence, limits)));
        }
        int[] left = IntStream.range(0, table.size())
                .filter(k -> table.ended(arm, 0, k) > 0)
                .toArray();
        Map<String, double[]> censored = new LinkedHashMap<>();
        censored.put("time", IntStream.of(left).mapToDouble(table::time).toArray());
        censored.put(
                "people",
                IntStream.of(left).mapToDouble(k -> table.ended(arm, 0, k)).toArray());
        series.add(new Series("censored;" + whose, censored));
        int[] leaving = IntStream.range(0, table.size())
                .filter(k -> table.ended(arm, 0, k) + table.events(arm, k) > 0)
                .toArray();
        Map<String, double[]> atRisk = new LinkedHashMap<>();
        // Up to and at each of them nobody else comes or goes.
        double[] changes = DoubleStream.concat(
                        IntStream.of(leaving).mapToDouble(table::time), DoubleStream.of(table.entries(arm)))
                .sorted()
                .distinct()
                .toArray();
        atRisk.put("time", changes);
        atRisk.put(
                "at.risk",
                DoubleStream.of(changes).map(time -> table.atRiskAt(arm, time)).toArray());
        series.add(new Series("at-risk;" + whose, atRisk));
        if (grouped) {
            series.add(new Series("left;" + whose, left(leaving)));
        }
        return series;
    }

    /** A cause by its number, as results name it. */
    static String cause(List<String> causes, int cause) {
        return Names.pair("cause", causes.get(cause - 1));
    }

    /** How many left at each time, and how: all that anything else can be worked out from. */
    private Map<String, double[]> left(int[] leaving) {
        Map<String, double[]> left = new LinkedHashMap<>();
        left.put("time", IntStream.of(leaving).mapToDouble(table::time).toArray());
        left.put(
                "censored",
                IntStream.of(leaving).mapToDouble(k -> table.ended(arm, 0, k)).toArray());
        if (causes.isEmpty()) {
            left.put(
                    "events",
                    IntStream.of(leaving).mapToDouble(k -> table.events(arm, k)).toArray());
        }
        for (int cause = 1; cause <= causes.size(); cause++) {
            int number = cause;
            left.put(
                    cause(causes, cause),
                    IntStream.of(leaving)
                            .mapToDouble(k -> table.ended(arm, number, k))
                            .toArray());
        }
        return left;
    }

    private double[] limits(double share, double logError) {
        return CurveLimits.exist(share) && logError > 0
                ? new double[] {
                    CurveLimits.LOG_LOG.lower(share, logError, level), CurveLimits.LOG_LOG.upper(share, logError, level)
                }
                : new double[] {Double.NaN, Double.NaN};
    }

    private static Map<String, double[]> columns(
            KaplanMeier curve, String name, IntToDoubleFunction value, double[][] limits) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("time", each(curve, curve::time));
        columns.put(name, each(curve, value));
        columns.put("conf.low", each(curve, step -> limits[step][0]));
        columns.put("conf.high", each(curve, step -> limits[step][1]));
        columns.put("at.risk", each(curve, curve::atRisk));
        columns.put("events", each(curve, curve::events));
        return columns;
    }

    private static double[] each(KaplanMeier curve, IntToDoubleFunction value) {
        return IntStream.range(0, curve.steps()).mapToDouble(value).toArray();
    }
}
