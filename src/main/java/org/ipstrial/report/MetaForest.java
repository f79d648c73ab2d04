package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.ForestPlot.Kind;
import org.ipstrial.report.ForestPlot.Row;

/**
 * The forest plots of several studies.
 *
 * @param say the words
 */
record MetaForest(MetaWords say) {

    /** Every study, what they say together and where a further one may lie. */
    ForestPlot studies(List<Result> studies, Result pooled) {
        List<Row> rows = new ArrayList<>();
        for (Result study : studies) {
            rows.add(row(Kind.LEVEL, study.key().group(), study, weight(study, pooled)));
        }
        rows.add(row(Kind.OVERALL, say.words().get("meta.pooled"), pooled, ""));
        say.beside(pooled, Measure.PREDICTION_INTERVAL)
                .filter(interval -> interval.value(Statistic.CONF_LOW).isPresent())
                .ifPresent(interval -> rows.add(new Row(
                        Kind.PREDICTION,
                        say.words().get("meta.prediction.short"),
                        say.interval(interval),
                        say.drawn(interval, Statistic.ESTIMATE),
                        say.drawn(interval, Statistic.CONF_LOW),
                        say.drawn(interval, Statistic.CONF_HIGH))));
        return plot(say.words().get("meta.forest", say.measureName(), say.level()), rows);
    }

    private String weight(Result study, Result pooled) {
        Optional<Double> weight = say.of(study.key().group(), "", "", Measure.WEIGHT).stream()
                .filter(one -> one.key().method().equals(pooled.key().method()))
                .findFirst()
                .flatMap(one -> one.value(Statistic.ESTIMATE));
        return weight.map(share -> " " + say.words().percent(share)).orElse("");
    }

    /** Pooled effects that differ in which studies they are of. */
    ForestPlot series(String title, String pair, List<Result> effects, Result pooled) {
        List<Row> rows = new ArrayList<>();
        for (Result effect : effects) {
            String name = Names.shownValue(effect.key().term());
            rows.add(row(Kind.LEVEL, say.words().get(pair, name), effect, ""));
        }
        rows.add(row(Kind.OVERALL, say.words().get("meta.pooled"), pooled, ""));
        return plot(say.words().get(title, say.measureName(), say.level()), rows);
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

    private ForestPlot plot(String title, List<Row> rows) {
        return new ForestPlot(
                title,
                say.axis(),
                say.isRatio(),
                say.isRatio() ? 1 : 0,
                say.words().get("meta.less"),
                say.words().get("meta.more"),
                rows);
    }
}
