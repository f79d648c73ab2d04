package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.FunnelPlot.Study;

/**
 * The funnel plot of several studies.
 *
 * @param say the words
 */
record MetaFunnel(MetaWords say) {

    /** So many studies can be numbered. */
    private static final int MOST_NAMED = 20;

    /** Beyond so many marks a figure is no figure any more. */
    private static final int MOST_DRAWN = 2000;

    private static final double HUNDRED = 100;

    /** The plot; none where nothing is pooled. */
    Optional<FunnelPlot> plot(List<Result> studies) {
        Optional<Series> points = series("funnel");
        Optional<Series> sides = series("funnel-limits");
        if (points.isEmpty() || sides.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = studies.stream()
                .filter(study -> study.value(Statistic.ESTIMATE).isPresent())
                .map(study -> study.key().group())
                .toList();
        double[] estimates = points.get().columns().get("estimate");
        double[] errors = points.get().columns().get("std.error");
        List<Study> drawn = new ArrayList<>();
        for (int i = 0; i < estimates.length; i++) {
            drawn.add(new Study(
                    names.size() == estimates.length ? names.get(i) : "", number(estimates[i]), error(errors[i])));
        }
        boolean named = names.size() == estimates.length && drawn.size() <= MOST_NAMED;
        int all = drawn.size();
        drawn = thinned(drawn);
        String title = say.words().get("meta.funnel", say.measureName());
        return Optional.of(new FunnelPlot(
                all == drawn.size() ? title : say.words().get("meta.funnel.thinned", title, drawn.size(), all),
                say.axis(),
                errorAxis(),
                say.words().get("meta.funnel.pooled"),
                say.words().get("meta.funnel.sides", say.level()),
                say.isRatio(),
                sides(sides.get()),
                named,
                drawn));
    }

    private String errorAxis() {
        String error = say.words().get(say.isRatio() ? "meta.funnel.error.log" : "meta.funnel.error");
        return isShare() ? say.words().get("subgroups.points", error) : error;
    }

    private Optional<Series> series(String name) {
        return say.table().series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst();
    }

    private FunnelPlot.Sides sides(Series sides) {
        return new FunnelPlot.Sides(
                number(sides.columns().get("estimate")[1]),
                error(sides.columns().get("std.error")[1]),
                number(sides.columns().get("conf.low")[1]),
                number(sides.columns().get("conf.high")[1]));
    }

    /** Of more studies than a figure holds every so many, by standard error. */
    private static List<Study> thinned(List<Study> studies) {
        if (studies.size() <= MOST_DRAWN) {
            return studies;
        }
        List<Study> sorted = studies.stream()
                .sorted(Comparator.comparingDouble(Study::error).thenComparingDouble(Study::estimate))
                .toList();
        return IntStream.range(0, MOST_DRAWN)
                .mapToObj(i -> sorted.get((int) ((long) i * (sorted.size() - 1) / (MOST_DRAWN - 1))))
                .toList();
    }

    /** A number of the scale of pooling as people read it. */
    private double number(double pooled) {
        return say.isRatio() ? StrictMath.exp(pooled) : error(pooled);
    }

    private double error(double pooled) {
        return isShare() ? HUNDRED * pooled : pooled;
    }

    private boolean isShare() {
        return say.measure() == Measure.RISK_DIFFERENCE;
    }
}
