package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * The tables of several studies.
 *
 * @param say the words
 */
record MetaTables(MetaWords say) {

    /** Every study and what they say together, as a paper prints it. */
    Block studies(List<Result> studies, Result pooled) {
        boolean counts = hasCounts();
        List<String> header = new ArrayList<>(List.of(say.words().get("meta.study")));
        if (counts) {
            header.add(say.words().get("meta.treatment"));
            header.add(say.words().get("meta.control"));
        }
        header.add(say.axis());
        header.add(say.words().get("ci", say.level()));
        header.add(say.words().get("meta.weight"));
        List<List<String>> rows = new ArrayList<>();
        for (Result study : studies) {
            rows.add(row(study.key().group(), study.key().group(), study, counts, weight(study, pooled)));
        }
        rows.add(row(say.words().get("meta.pooled"), MetaWords.POOLED, pooled, counts, ""));
        say.beside(pooled, Measure.PREDICTION_INTERVAL).ifPresent(interval -> {
            List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
            cells.set(0, say.words().get("meta.prediction.short"));
            cells.set(header.size() - 2, say.interval(interval));
            rows.add(cells);
        });
        List<Align> align = new ArrayList<>(Collections.nCopies(header.size(), Align.RIGHT));
        align.set(0, Align.LEFT);
        align.set(header.size() - 2, Align.LEFT);
        return new Block.Table(header, align, rows);
    }

    /** Whether the studies have counts. */
    boolean hasCounts() {
        return say.first(MetaWords.POOLED, "", "arm=treatment", Measure.COUNT).isPresent();
    }

    private List<String> row(String label, String group, Result effect, boolean counts, String weight) {
        List<String> cells = new ArrayList<>(List.of(label));
        if (counts) {
            cells.add(count(group, "arm=treatment"));
            cells.add(count(group, "arm=control"));
        }
        cells.add(say.estimate(effect));
        cells.add(effect.value(Statistic.ESTIMATE).isEmpty() ? "" : say.interval(effect));
        cells.add(weight);
        return cells;
    }

    /** The share of a study in the weights, with its sign. */
    String weight(Result study, Result pooled) {
        return say.of(study.key().group(), "", "", Measure.WEIGHT).stream()
                .filter(one -> one.key().method().equals(pooled.key().method()))
                .findFirst()
                .flatMap(one -> one.value(Statistic.ESTIMATE))
                .map(share -> say.words().percent(share))
                .orElse("");
    }

    /** How many of an arm of a study have the event; nothing where there is no count. */
    String count(String group, String term) {
        Optional<Result> count = say.first(group, "", term, Measure.COUNT);
        return count.map(result -> whole(result, Statistic.EVENTS) + "/" + whole(result, Statistic.ASSESSED))
                .orElse("");
    }

    /** A part of a split arm need not be whole. */
    private static String whole(Result result, Statistic statistic) {
        double count = result.value(statistic).orElseThrow();
        return Rounding.decimals(count, count == Math.rint(count) ? 0 : 1);
    }

    /** The effect by every method. */
    Block methods(List<Result> pooled) {
        List<List<String>> rows = new ArrayList<>();
        for (Result effect : pooled) {
            Optional<Result> tau = say.beside(effect, Measure.TAU_SQUARED);
            rows.add(List.of(
                    effect.key().method(),
                    say.both(effect),
                    say.beside(effect, Measure.PREDICTION_INTERVAL)
                            .map(say::interval)
                            .orElse(""),
                    tau.flatMap(result -> result.value(Statistic.ESTIMATE))
                            .map(MetaWords::variance)
                            .orElse("")));
        }
        return new Block.Table(
                List.of(
                        say.words().get("meta.method"),
                        say.words().get("meta.effect", say.measureName(), say.level()),
                        say.words().get("meta.prediction.short"),
                        say.words().get("meta.tau")),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT),
                rows);
    }

    /** The effect within each level of a column. */
    Block subgroups(String method) {
        Set<String> strata = new LinkedHashSet<>();
        say.table().results().forEach(result -> strata.add(result.key().stratum()));
        strata.remove("");
        List<List<String>> rows = new ArrayList<>();
        for (String stratum : strata) {
            say.of(MetaWords.POOLED, stratum, "", say.measure()).stream()
                    .filter(effect -> effect.key().method().equals(method))
                    .forEach(effect -> rows.add(List.of(
                            Names.shownValue(stratum),
                            say.both(effect),
                            say.beside(effect, Measure.TAU_SQUARED)
                                    .flatMap(tau -> tau.value(Statistic.ESTIMATE))
                                    .map(MetaWords::variance)
                                    .orElse(""))));
        }
        return new Block.Table(
                List.of(
                        say.words().get("meta.subgroup"),
                        say.words().get("meta.effect", say.measureName(), say.level()),
                        say.words().get("meta.tau")),
                List.of(Align.LEFT, Align.LEFT, Align.RIGHT),
                rows);
    }

    /** What each study does to the pooled effect. */
    Block influence() {
        List<List<String>> rows = new ArrayList<>();
        for (Result residual : say.table().results()) {
            if (residual.key().measure() == Measure.STUDENTISED_RESIDUAL) {
                rows.add(List.of(
                        residual.key().group(),
                        decimals(Optional.of(residual)),
                        decimals(say.beside(residual, Measure.HAT)),
                        decimals(say.beside(residual, Measure.COOKS_DISTANCE)),
                        decimals(say.beside(residual, Measure.DFFITS))));
            }
        }
        return new Block.Table(
                List.of(
                        say.words().get("meta.study"),
                        say.words().get("meta.residual"),
                        say.words().get("meta.hat"),
                        say.words().get("meta.cook"),
                        say.words().get("meta.dffits")),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
                rows);
    }

    private static String decimals(Optional<Result> result) {
        return result.flatMap(one -> one.value(Statistic.ESTIMATE))
                .map(value -> Rounding.decimals(value, 2))
                .orElse("");
    }
}
