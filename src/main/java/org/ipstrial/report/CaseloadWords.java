package org.ipstrial.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;

/**
 * What the pages of a programme have in common: how its results are found and written.
 *
 * @param words the words
 * @param table the results of the command {@code caseload}
 */
record CaseloadWords(Words words, ResultTable table) {

    /** Days, rounded. */
    static final DoubleFunction<String> DAYS = value -> Rounding.decimals(value, 0);

    /** A year after something, in days. */
    static final String YEAR = "365";

    /** Whether days are grouped, so that only those are counted of whom all of them are known. */
    boolean grouped() {
        return table.settings().containsKey("min-cell");
    }

    Phrases phrases() {
        return new Phrases(words);
    }

    /** A result, if there is such a one. */
    Optional<Result> find(String outcome, String stratum, Measure measure, String timepoint, String term) {
        return table.results().stream()
                .filter(result -> result.key().outcome().equals(outcome)
                        && result.key().stratum().equals(stratum)
                        && result.key().measure() == measure
                        && result.key().timepoint().equals(timepoint)
                        && result.key().term().equals(term))
                .findFirst();
    }

    /** A share as a percentage. */
    String percent(double share) {
        return words.percent(share);
    }

    /** A whole number, or why there is none. */
    String number(Result result, Statistic statistic) {
        return number(result, statistic, DAYS);
    }

    /** A number, or why there is none. */
    String number(Result result, Statistic statistic, DoubleFunction<String> shown) {
        return phrases().number(result, statistic, shown);
    }

    /** An estimate with its interval in brackets, whose level the head of the column tells. */
    String inTable(Result result, DoubleFunction<String> shown) {
        String estimate = number(result, Statistic.ESTIMATE, shown);
        return hasLimits(result)
                ? words.get("caseload.in-table", estimate, phrases().interval(result, shown))
                : estimate;
    }

    private static boolean hasLimits(Result result) {
        return result.value(Statistic.CONF_LOW).isPresent()
                || result.value(Statistic.CONF_HIGH).isPresent();
    }

    /** An estimate with its interval in brackets; alone where there are no limits. */
    String estimate(Result result, DoubleFunction<String> shown) {
        String estimate = number(result, Statistic.ESTIMATE, shown);
        return hasLimits(result)
                ? words.get(
                        "caseload.estimate",
                        estimate,
                        Phrases.level(result),
                        phrases().interval(result, shown))
                : estimate;
    }

    /** A figure of some curves. */
    Block plot(String key, boolean rising, List<CurvePlot.Arm> lines) {
        return new CurvePlot(
                words.get(key + ".figure", phrases().level(table)),
                words.get(key + ".axis-time"),
                words.get(key + ".axis"),
                words.get("caseload.at-risk"),
                rising,
                lines);
    }

    /** A curve, where it is shown. */
    Optional<CurvePlot.Arm> arm(
            String outcome, String stratum, String kind, String after, String column, String label) {
        String whose = Names.pair("outcome", outcome) + (stratum.isEmpty() ? "" : ";" + stratum);
        Optional<Map<String, double[]>> curve = series(kind + ";" + whose + after);
        Optional<Map<String, double[]>> atRisk = series("at-risk;" + whose);
        Optional<Map<String, double[]>> censored = series("censored;" + whose);
        if (curve.isEmpty() || atRisk.isEmpty() || censored.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CurvePlot.Arm(
                        words.get(label),
                        curve.get().get("time"),
                        curve.get().get(column),
                        curve.get().get("conf.low"),
                        curve.get().get("conf.high"),
                        censored.get().get("time"),
                        atRisk.get().get("time"),
                        atRisk.get().get("at.risk"))
                .thinned());
    }

    private Optional<Map<String, double[]>> series(String name) {
        return table.series().stream()
                .filter(series -> series.name().equals("caseload;" + name))
                .map(Series::columns)
                .findFirst();
    }
}
