package org.ipstrial.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;

/**
 * The curves of a time to an event.
 *
 * @param say     the phrases
 * @param table   the results of the analysis, with its series
 * @param section the results of the outcome
 */
record SurvivalFigure(SurvivalWords say, ResultTable table, Section section) {

    /** One figure of everybody: of the event where it competes with other ends, else of every cause; none of more arms. */
    List<CurvePlot> plots() {
        int arms = section.arms().size();
        if (!section.stratum().isEmpty() || arms > CurvePlot.MOST_ARMS) {
            return List.of();
        }
        List<String> causes = section.results().stream()
                .filter(result -> result.key().measure() == Measure.COUNT)
                .map(result -> result.key().term())
                .filter(term -> term.startsWith("cause="))
                .distinct()
                .toList();
        List<String> shown = causes.contains(Names.OWN_EVENT) ? List.of(Names.OWN_EVENT) : causes;
        return (causes.isEmpty() ? List.of("") : shown)
                .stream().map(this::plot).flatMap(Optional::stream).toList();
    }

    private Optional<CurvePlot> plot(String cause) {
        List<CurvePlot.Arm> arms = section.arms().stream()
                .map(arm -> arm(arm, cause))
                .flatMap(Optional::stream)
                .toList();
        if (arms.isEmpty()) {
            return Optional.empty();
        }
        Words words = say.words();
        String outcome = table.label(section.outcome());
        String unit = say.unit();
        return Optional.of(new CurvePlot(
                cause.isEmpty()
                        ? words.get(tenure("figure"), outcome, say.level())
                        : words.get("survival.figure-cause", outcome, say.level(), say.cause(cause)),
                unit.isEmpty() ? words.get(tenure("axis-time")) : words.get(tenure("axis-time-unit"), unit),
                cause.isEmpty() ? words.get(tenure("axis")) : words.get("survival.axis-cause", say.cause(cause)),
                words.get(tenure("at-risk")),
                !cause.isEmpty(),
                arms));
    }

    /** A phrase of the tenure of a job, if the figure shows one, or of the time to an event. */
    private String tenure(String phrase) {
        return (TenurePage.is(section) ? "tenure." : "survival.") + phrase;
    }

    private Optional<CurvePlot.Arm> arm(String arm, String cause) {
        String whose = Names.pair("arm", arm);
        Optional<Map<String, double[]>> curve =
                series(cause.isEmpty() ? "survival;" + whose : "cumulative-incidence;" + whose + ";" + cause);
        Optional<Map<String, double[]>> atRisk = series("at-risk;" + whose);
        Optional<Map<String, double[]>> censored = series("censored;" + whose);
        if (curve.isEmpty() || atRisk.isEmpty() || censored.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CurvePlot.Arm(
                        arm,
                        curve.get().get("time"),
                        curve.get().get(cause.isEmpty() ? "survival" : "incidence"),
                        curve.get().get("conf.low"),
                        curve.get().get("conf.high"),
                        censored.get().get("time"),
                        atRisk.get().get("time"),
                        atRisk.get().get("at.risk"))
                .thinned());
    }

    /** A series of this outcome, alone in its table or one among several analyses. */
    private Optional<Map<String, double[]>> series(String name) {
        ResultKey key = section.results().get(0).key();
        List<String> names = List.of(name, Series.prefix(key.analysis(), key.outcome()) + name);
        return table.series().stream()
                .filter(series -> names.contains(series.name()))
                .map(Series::columns)
                .findFirst();
    }
}
