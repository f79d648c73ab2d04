package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.ForestPlot.Column;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;

/**
 * The forest plots of several studies.
 *
 * @param say the words
 */
record MetaForest(MetaWords say) {

    /** Every study, what they say together and where a further one may lie, over the width of a page. */
    ForestPlot studies(List<Result> studies, Result pooled) {
        MetaTables tables = new MetaTables(say);
        List<Row> rows = new ArrayList<>();
        for (Result study : studies) {
            String weight = tables.weight(study, pooled);
            rows.add(row(Kind.LEVEL, study.key().group(), study, weight.isEmpty() ? "" : " " + weight)
                    .with(cells(tables, study.key().group(), say.both(study), weight)));
        }
        rows.add(row(Kind.OVERALL, say.words().get("meta.pooled"), pooled, "")
                .with(cells(tables, MetaWords.POOLED, say.both(pooled), "")));
        say.beside(pooled, Measure.PREDICTION_INTERVAL)
                .filter(interval -> interval.value(Statistic.CONF_LOW).isPresent())
                .ifPresent(interval -> rows.add(new Row(
                        Kind.PREDICTION,
                        say.words().get("meta.prediction.short"),
                        say.interval(interval),
                        say.drawn(interval, Statistic.ESTIMATE),
                        say.drawn(interval, Statistic.CONF_LOW),
                        say.drawn(interval, Statistic.CONF_HIGH),
                        cells(tables, "", say.interval(interval), ""))));
        return plot(say.words().get("meta.forest", say.measureName(), say.level()), columns(tables), rows);
    }

    private List<Column> columns(MetaTables tables) {
        List<Column> columns = new ArrayList<>(List.of(new Column(say.words().get("meta.study"), false, Align.LEFT)));
        if (tables.hasCounts()) {
            columns.add(new Column(say.words().get("meta.forest.treatment"), false, Align.RIGHT));
            columns.add(new Column(say.words().get("meta.forest.control"), false, Align.RIGHT));
        }
        columns.add(new Column(say.words().get("meta.effect", say.axis(), say.level()), true, Align.LEFT));
        columns.add(new Column(say.words().get("meta.forest.weight"), true, Align.RIGHT));
        return columns;
    }

    private static List<String> cells(MetaTables tables, String group, String effect, String weight) {
        return tables.hasCounts()
                ? List.of(tables.count(group, "arm=treatment"), tables.count(group, "arm=control"), effect, weight)
                : List.of(effect, weight);
    }

    /** Pooled effects that differ in which studies they are of. */
    ForestPlot series(String title, String pair, List<Result> effects, Result pooled) {
        List<Row> rows = new ArrayList<>();
        for (Result effect : effects) {
            String name = Names.shownValue(effect.key().term());
            rows.add(row(Kind.LEVEL, say.words().get(pair, name), effect, ""));
        }
        rows.add(row(Kind.OVERALL, say.words().get("meta.pooled"), pooled, ""));
        return plot(say.words().get(title, say.measureName(), say.level()), List.of(), rows);
    }

    private Row row(Kind kind, String label, Result effect, String more) {
        OptionalDouble estimate = say.drawn(effect, Statistic.ESTIMATE);
        boolean offTheAxis = say.isRatio() && estimate.isPresent() && estimate.getAsDouble() <= 0;
        return new Row(
                kind,
                label,
                say.both(effect) + more,
                offTheAxis ? OptionalDouble.empty() : estimate,
                limit(effect, Statistic.CONF_LOW, estimate),
                limit(effect, Statistic.CONF_HIGH, estimate));
    }

    /** A limit that does not exist is drawn at the effect itself, not as one without bound. */
    private OptionalDouble limit(Result effect, Statistic statistic, OptionalDouble estimate) {
        boolean unbounded = effect.cell(statistic)
                .filter(cell -> cell.note().equals("unbounded"))
                .isPresent();
        OptionalDouble drawn = say.drawn(effect, statistic);
        return drawn.isPresent() || unbounded ? drawn : estimate;
    }

    private ForestPlot plot(String title, List<Column> columns, List<Row> rows) {
        return new ForestPlot(
                title,
                say.axis(),
                say.isRatio(),
                say.isRatio() ? 1 : 0,
                say.words().get("meta.less"),
                say.words().get("meta.more"),
                columns,
                rows);
    }
}
