package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Method;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.interaction.adjusted.LevelEffects;
import org.ipstrial.stats.interaction.adjusted.LevelNames;
import org.ipstrial.stats.interaction.adjusted.LevelsData;
import org.ipstrial.stats.interaction.adjusted.LevelsMethod;

/**
 * The models of one outcome by one column with covariates: everybody of any arm whose outcome and level are known. The column
 * itself is in the model in any case, and is no covariate of it.
 */
final class AdjustedLevels {

    private final String column;
    private final boolean ownCovariate;
    private final int levels;
    private final AdjustedPeople everybody;
    private final double[] outcome;
    private final int[] levelOfEach;
    private final AdjustedModel model;
    /** What the methods take, if there is anything to model. */
    private final Optional<LevelsData> data;

    private final Map<String, LevelEffects> fits = new LinkedHashMap<>();

    /**
     * Models by a column.
     *
     * @param everybody the people with all covariates
     * @param outcome   the outcome of each, not a number where it is missing
     */
    AdjustedLevels(AdjustedPeople everybody, double[] outcome, String column) {
        this.column = column;
        this.everybody = everybody;
        this.outcome = outcome;
        List<String> labels = everybody.people().levels(column);
        this.levels = labels.size();
        this.levelOfEach = everybody.people().labels(column).stream()
                .mapToInt(label -> label.map(labels::indexOf).orElse(-1))
                .toArray();
        List<Covariate> others = everybody.covariates().stream()
                .filter(covariate -> !covariate.name().equals(column))
                .toList();
        this.ownCovariate = others.size() < everybody.covariates().size();
        AdjustedPeople people = new AdjustedPeople(
                everybody.people(),
                everybody.armColumn(),
                everybody.arms(),
                others,
                everybody.strata(),
                everybody.cluster());
        double[] known = IntStream.range(0, outcome.length)
                .mapToDouble(row -> levelOfEach[row] < 0 ? Double.NaN : outcome[row])
                .toArray();
        this.model = AdjustedModel.of(people, known);
        int[] places = people.places();
        int[] level = IntStream.range(0, known.length)
                .filter(row -> !Double.isNaN(known[row]) && places[row] >= 0)
                .map(row -> levelOfEach[row])
                .toArray();
        this.data = model.arms().size() < 2 || model.allAlike()
                ? Optional.empty()
                : Optional.of(new LevelsData(model.data(), level, levels));
    }

    private LevelEffects fit(Method<LevelsMethod> method) {
        return fits.computeIfAbsent(method.id(), any -> data.map(method.function()::of)
                .orElseGet(() -> LevelEffects.none(Reason.NO_VARIANCE, ModelNotes.aliased(List.of()))));
    }

    /** The effect of a contrast at a level. */
    Estimate effect(Method<LevelsMethod> method, int level, ResultKey contrast, double confidence) {
        int group = model.arms().indexOf(contrast.group());
        int reference = model.arms().indexOf(contrast.reference());
        return absent(group, reference).map(Estimate::notEstimable).orElseGet(() -> fit(method)
                .effect(level, group, reference, confidence));
    }

    /** The test that the effect of a contrast is the same at all levels. */
    TestResult test(Method<LevelsMethod> method, ResultKey contrast) {
        int group = model.arms().indexOf(contrast.group());
        int reference = model.arms().indexOf(contrast.reference());
        return absent(group, reference).map(TestResult::notEstimable).orElseGet(() -> fit(method)
                .test(group, reference));
    }

    private static Optional<Reason> absent(int group, int reference) {
        if (group < 0) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        return reference < 0 ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE) : Optional.empty();
    }

    /**
     * How many people of each arm at each level are at each level of each covariate.
     *
     * @param keys of the levels
     */
    List<Result> counts(List<ResultKey> keys, Statistic counted) {
        List<Result> results = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            int at = level;
            double[] known = IntStream.range(0, outcome.length)
                    .mapToDouble(row -> levelOfEach[row] == at ? outcome[row] : Double.NaN)
                    .toArray();
            results.addAll(AdjustedModel.of(everybody, known).counts(keys.get(level), counted));
        }
        return results;
    }

    /**
     * The columns that the models could not use.
     *
     * @param told those that are told of already
     */
    List<Result> columns(ResultKey base, UnusedColumns told) {
        UnusedColumns columns = new UnusedColumns(
                base, ";" + Names.pair("by", column), name -> LevelNames.isOfLevels(name) ? column : model.shown(name));
        if (ownCovariate) {
            columns.madeOf(column, List.of(column));
        }
        fits.forEach((method, fit) -> columns.add(method, fit.notes()));
        return columns.results().stream()
                .filter(result -> !told.collinear()
                        .contains(Names.parts(result.key().term()).get(1)))
                .toList();
    }
}
