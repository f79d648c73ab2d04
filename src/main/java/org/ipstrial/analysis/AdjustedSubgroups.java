package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.Method;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.interaction.adjusted.LevelsMethod;

/**
 * The effects on one outcome with covariates in the model: among everybody as a comparison has it, and at the levels of each
 * column by one model over all arms and levels, with the test that they are the same. Nothing where nothing is adjusted.
 */
final class AdjustedSubgroups {

    /** A model of everybody that was fitted by a method. */
    private record Fitted(String method, ArmContrasts contrasts) {}

    private final Trial trial;
    private final SubgroupKind<?> kind;
    private final AnalysisSettings settings;
    private final AdjustedPeople people;
    private final AdjustedModel model;
    private final Map<String, List<ResultKey>> levels;
    private final Map<String, AdjustedLevels> columns = new LinkedHashMap<>();
    private final Map<String, Fitted> fits = new LinkedHashMap<>();

    /**
     * Models of one outcome.
     *
     * @param levels the keys of the levels of each column
     */
    AdjustedSubgroups(
            Trial trial, SubgroupKind<?> kind, AnalysisSettings settings, Map<String, List<ResultKey>> levels) {
        this.trial = trial;
        this.kind = kind;
        this.settings = settings;
        this.levels = levels;
        this.people = new AdjustedPeople(
                trial.people(), trial.armColumn(), trial.arms().labels(), trial.adjust(), List.of(), Optional.empty());
        double[] outcome = kind.outcomes(people);
        this.model = AdjustedModel.of(people, outcome);
        if (isAdjusted()) {
            levels.keySet().forEach(column -> columns.put(column, new AdjustedLevels(people, outcome, column)));
        }
    }

    private boolean isAdjusted() {
        return !trial.adjust().isEmpty();
    }

    /** How many people of each arm are at each level of each covariate, among everybody and at the levels of the columns. */
    List<Result> counts(ResultKey base) {
        if (!isAdjusted()) {
            return List.of();
        }
        // Those of amounts along which the effect may change are told of there.
        List<String> told = trial.moderators().stream().map(Covariate::name).toList();
        List<Result> results = new ArrayList<>(model.without(told).counts(base, kind.counted()));
        columns.forEach((column, models) -> results.addAll(models.counts(levels.get(column), kind.counted())));
        return results;
    }

    /** The effects of a contrast on a scale, among everybody and at each level. */
    List<Result> effects(ResultKey contrast, Measure scale) {
        if (!isAdjusted()) {
            return List.of();
        }
        AdjustedScale adjusted = kind.adjusted(scale);
        Measure measure = adjusted.everybody().measure();
        String method = adjusted.everybody().methods().get(0).id();
        List<Result> results = new ArrayList<>();
        ResultKey everybody = contrast.withTerm(Names.adjusted(people.names())).of(measure, method);
        results.add(Results.of(
                everybody,
                among(adjusted.everybody().methods().get(0), everybody),
                kind.unit(scale),
                settings.level()));
        Method<LevelsMethod> ofLevels = method(adjusted);
        columns.forEach((column, models) -> {
            for (int level = 0; level < levels.get(column).size(); level++) {
                ResultKey key = levels.get(column)
                        .get(level)
                        .ofContrast(contrast.group(), contrast.reference())
                        .withTerm(Names.pair("by", column) + ";" + Names.adjusted(people.names()));
                results.add(Results.of(
                        key.of(measure, method),
                        models.effect(ofLevels, level, contrast, settings.level()),
                        kind.unit(scale),
                        settings.level()));
            }
        });
        return results;
    }

    /** The tests that the effect of a contrast on a scale is the same at all levels, one a column. */
    List<Result> tests(ResultKey contrast, Measure scale) {
        List<Result> results = new ArrayList<>();
        columns.forEach((column, models) -> {
            Method<LevelsMethod> method = method(kind.adjusted(scale));
            results.add(Results.of(
                    contrast.withTerm(Subgroups.term(column, scale) + ";" + Names.adjusted(people.names()))
                            .of(Measure.INTERACTION_TEST, method.id()),
                    models.test(method, contrast)));
        });
        return results;
    }

    private static Method<LevelsMethod> method(AdjustedScale scale) {
        return scale.levels().methods().get(0);
    }

    private Estimate among(Method<AdjustedMethod> method, ResultKey about) {
        // The same name stands for several measures.
        Fitted fitted = fits.computeIfAbsent(method.name(), any -> new Fitted(method.id(), fit(method)));
        return new ModelContrasts(model.arms(), settings).estimate(about, fitted.contrasts());
    }

    private ArmContrasts fit(Method<AdjustedMethod> method) {
        return model.arms().size() < 2 || model.allAlike()
                ? ArmContrasts.none(Reason.NO_VARIANCE, ModelNotes.aliased(List.of()))
                : method.function().of(model.data());
    }

    /** The columns of covariates that the models could not use. */
    List<Result> columns(ResultKey base) {
        UnusedColumns everybody = new UnusedColumns(base, "", name -> model.shown(name));
        fits.values()
                .forEach(fitted ->
                        everybody.add(fitted.method(), fitted.contrasts().notes()));
        List<Result> results = new ArrayList<>(everybody.results());
        columns.values().forEach(models -> results.addAll(models.columns(base, everybody)));
        return results;
    }
}
