package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;

/**
 * The figures of how the hazard ratio of a contrast goes with time.
 *
 * @param say     the phrases
 * @param table   the results of the analysis, with its series
 * @param section the results of the outcome
 */
record HazardTrendFigure(SurvivalWords say, ResultTable table, Section section) {

    private static final String CAUSE = "cause=";
    private static final String TRANSFORM = "transform=";

    /** One figure for each test: of the event where it competes with other ends, else of every cause; none in a stratum. */
    List<Block> of(Section.Contrast contrast) {
        List<Block> figures = new ArrayList<>();
        if (!section.stratum().isEmpty() || contrast.results().isEmpty()) {
            return figures;
        }
        ResultKey key = contrast.results().get(0).key();
        String own = Names.hazardTrend(key) + ";";
        String among = Series.prefix(key.analysis(), key.outcome()) + own;
        Map<String, Map<String, double[]>> trends = new LinkedHashMap<>();
        for (Series series : table.series()) {
            Stream.of(among, own)
                    .filter(series.name()::startsWith)
                    .findFirst()
                    .ifPresent(name -> trends.put(series.name().substring(name.length()), series.columns()));
        }
        boolean event = trends.keySet().stream().anyMatch(HazardTrendFigure::isOfEvent);
        trends.forEach((about, columns) -> {
            if (!event || isOfEvent(about)) {
                figures.add(figure(contrast, about, columns));
            }
        });
        return figures;
    }

    private static boolean isOfEvent(String about) {
        return about.startsWith(Names.OWN_EVENT + ";");
    }

    private Block figure(Section.Contrast contrast, String about, Map<String, double[]> columns) {
        Words words = say.words();
        int at = about.lastIndexOf(TRANSFORM);
        String transform = about.substring(at + TRANSFORM.length());
        String cause = about.startsWith(CAUSE) ? " (" + say.cause(about.substring(0, at - 1)) + ")" : "";
        double[] times = columns.get("time");
        double[] smooth = columns.get("smooth");
        return new HazardTrendPlot(
                words.get(
                        "hazard-trend.figure",
                        table.label(section.outcome()),
                        contrast.group(),
                        contrast.reference(),
                        cause,
                        say.level(),
                        transform),
                readings(times, smooth),
                words.get("hazard-trend.value"),
                say.unit().isEmpty()
                        ? words.get("survival.axis-time")
                        : words.get("survival.axis-time-unit", say.unit()),
                words.get("hazard-trend.point"),
                words.get("hazard-trend.line", say.level()),
                words.get("hazard-trend.whole"),
                times,
                columns.get("residual"),
                smooth,
                columns.get("smooth.low"),
                columns.get("smooth.high"),
                columns.get("coefficient")[0]);
    }

    /** What the smooth is at the first event, the middle one and the last, as hazard ratios. */
    private String readings(double[] times, double[] smooth) {
        if (Double.isNaN(smooth[0])) {
            return say.words().get("hazard-trend.no-smooth");
        }
        int middle = (times.length - 1) / 2;
        int last = times.length - 1;
        return say.words()
                .get(
                        "hazard-trend.readings",
                        Rounding.ratio(StrictMath.exp(smooth[0])),
                        when(times[0]),
                        Rounding.ratio(StrictMath.exp(smooth[middle])),
                        when(times[middle]),
                        Rounding.ratio(StrictMath.exp(smooth[last])),
                        when(times[last]));
    }

    private String when(double time) {
        return say.when(Rounding.decimals(time, time == Math.rint(time) ? 0 : 1));
    }
}
