package org.ipstrial.analysis.imputation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Results;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.imputation.pooling.CompletedEffects;
import org.ipstrial.stats.imputation.pooling.CompletedEstimate;
import org.ipstrial.stats.imputation.pooling.ImputationsNeeded;
import org.ipstrial.stats.imputation.pooling.MonteCarloError;
import org.ipstrial.stats.imputation.pooling.PoolingScale;
import org.ipstrial.stats.imputation.pooling.RubinRules;

/**
 * The pooled results of one contrast.
 *
 * @param key      what they are about, measure and method apart
 * @param settings level and hypothesis
 */
record PooledContrast(ResultKey key, AnalysisSettings settings) {

    /** The results of one measure, from the effects of the completed data sets. */
    List<Result> results(Family<PoolingScale> family, Unit unit, List<CompletedEffects.Effect> effects) {
        Measure measure = family.measure();
        Method<PoolingScale> method = family.methods().get(0);
        ResultKey about = key.of(measure, method.id());
        Optional<Reason> none = CompletedEffects.reason(effects);
        if (none.isPresent()) {
            return List.of(notEstimable(about, none.get(), unit));
        }
        List<CompletedEstimate> completed = effects.stream()
                .map(effect -> ((CompletedEffects.Known) effect).completed())
                .toList();
        Pooled pooled = new Pooled(measure, method.function(), unit, completed, RubinRules.of(completed));
        List<Result> results = new ArrayList<>();
        results.add(pooled.effect(about));
        pooled.onLogScale(about).ifPresent(results::add);
        results.addAll(pooled.diagnostics(about));
        return results;
    }

    /** An effect that does not exist, and why. */
    Result notEstimable(ResultKey about, Reason reason, Unit unit) {
        return Results.of(about, Estimate.notEstimable(reason), unit, settings.level());
    }

    /** The pooled numbers of one measure. */
    private final class Pooled {

        private final Measure measure;
        private final PoolingScale scale;
        private final Unit unit;
        private final List<CompletedEstimate> completed;
        private final RubinRules rules;

        Pooled(Measure measure, PoolingScale scale, Unit unit, List<CompletedEstimate> completed, RubinRules rules) {
            this.measure = measure;
            this.scale = scale;
            this.unit = unit;
            this.completed = completed;
            this.rules = rules;
        }

        Result effect(ResultKey about) {
            Result effect = Results.of(about, limits(rules), unit, settings.level());
            Result tested = Results.tested(effect, rules.test(nullValue(), alternative()));
            Map<Statistic, Cell> cells = new EnumMap<>(tested.cells());
            cells.put(Statistic.DF, Results.cell(rules.df(), Unit.NONE));
            return new Result(about, cells, "");
        }

        /** The logarithm of a ratio, which has the standard error that was pooled. */
        Optional<Result> onLogScale(ResultKey about) {
            if (scale != PoolingScale.LOG_RATIO) {
                return Optional.empty();
            }
            Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
            cells.put(Statistic.ESTIMATE, Cell.of(rules.estimate(), Unit.NONE));
            cells.put(Statistic.STD_ERROR, Cell.of(rules.standardError(), Unit.NONE));
            return Optional.of(new Result(about.withTerm(Names.pair("scale", "log")), cells, ""));
        }

        List<Result> diagnostics(ResultKey about) {
            List<Result> results = new ArrayList<>();
            results.add(single(about, "fraction-missing-information", rules.fractionMissing(), Unit.PROPORTION));
            results.add(single(about, "lambda", rules.lambda(), Unit.PROPORTION));
            results.add(single(about, "relative-increase", rules.relativeIncrease(), Unit.NONE));
            results.add(monteCarloError(about));
            rules.fractionMissing().ifEstimated().ifPresent(fmi -> {
                results.add(needed(
                        about,
                        "quadratic",
                        ImputationsNeeded.quadratic(
                                fmi, rules.imputations(), ImputationsNeeded.VARIATION, ImputationsNeeded.LEVEL)));
                results.add(needed(about, "linear", ImputationsNeeded.linear(fmi)));
            });
            return results;
        }

        private Result monteCarloError(ResultKey about) {
            Map<Statistic, Function<RubinRules, OptionalDouble>> numbers = new LinkedHashMap<>();
            numbers.put(Statistic.ESTIMATE, some -> OptionalDouble.of(scale.shown(some.estimate())));
            if (scale != PoolingScale.LOG_RATIO) {
                numbers.put(Statistic.STD_ERROR, some -> OptionalDouble.of(some.standardError()));
            }
            numbers.put(Statistic.CONF_LOW, some -> limits(some).lower().ifEstimated());
            numbers.put(Statistic.CONF_HIGH, some -> limits(some).upper().ifEstimated());
            numbers.put(
                    Statistic.P_VALUE,
                    some -> some.test(nullValue(), alternative()).pValue().ifEstimated());
            Estimate shown = limits(rules);
            if (shown.lower().ifEstimated().isEmpty()) {
                numbers.remove(Statistic.CONF_LOW);
            }
            if (shown.upper().ifEstimated().isEmpty()) {
                numbers.remove(Statistic.CONF_HIGH);
            }
            Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
            numbers.forEach((statistic, number) -> cells.put(
                    statistic,
                    Results.cell(
                            MonteCarloError.of(completed, number), statistic == Statistic.P_VALUE ? Unit.P : unit)));
            return new Result(about.withTerm(Names.pooling("monte-carlo-error")), cells, "");
        }

        private Estimate limits(RubinRules some) {
            EffectScale whole = EffectScale.of(measure).orElseThrow();
            Estimate shown = scale.shown(some.limits(alternative().twoSidedLevel(settings.level())));
            return alternative().limits(shown, whole.least(), whole.most());
        }

        private Alternative alternative() {
            return settings.hypothesis().alternative();
        }

        private double nullValue() {
            return scale.pooled(settings.hypothesis().nullValue(measure));
        }

        private static Result single(ResultKey about, String what, Quantity number, Unit unit) {
            return new Result(
                    about.withTerm(Names.pooling(what)), Map.of(Statistic.ESTIMATE, Results.cell(number, unit)), "");
        }

        private static Result needed(ResultKey about, String rule, long needed) {
            return new Result(
                    about.withTerm(Names.pooling("imputations-needed") + ";" + Names.pair("rule", rule)),
                    Map.of(Statistic.ESTIMATE, Cell.count(needed)),
                    "");
        }
    }
}
