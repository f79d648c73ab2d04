package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.StratifiedMethods;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.NumberNeededToTreat;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.HomogeneityTest;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.StratifiedTest;
import org.ipstrial.stats.contingency.stratified.Stratum;

/**
 * The results of one contrast on a yes/no outcome, combined over strata.
 *
 * @param key      what the results are about, term, measure and method apart
 * @param strata   the arms in each stratum
 * @param settings level and methods
 */
record StratifiedBinaryContrast(ResultKey key, Strata<EventCounts> strata, AnalysisSettings settings) {

    /** The results over strata, if there are any. */
    static List<Result> of(ResultKey key, Strata<EventCounts> strata, AnalysisSettings settings) {
        return strata.isEmpty() ? List.of() : new StratifiedBinaryContrast(key, strata, settings).results();
    }

    private List<Result> results() {
        ResultKey about = key.withTerm(strata.term());
        MissingRule rule = MissingRule.named(key.missingRule());
        StratifiedTables tables = tables((counts, group) -> BinaryContrast.under(rule, counts, group));
        List<Result> results = new ArrayList<>(riskDifferences(about, tables));
        results.addAll(effects(StratifiedMethods.RISK_RATIO, about, Unit.RATIO, tables));
        results.addAll(effects(StratifiedMethods.CONDITIONAL_ODDS_RATIO, about, Unit.RATIO, tables));
        results.addAll(numbersNeededToTreat(about, tables));
        for (Method<StratifiedTest> method : settings.methods().of(StratifiedMethods.BINARY_TEST)) {
            results.add(Results.of(
                    about.of(Measure.TEST, method.id()),
                    method.function().of(tables, settings.hypothesis().alternative())));
        }
        for (Method<HomogeneityTest> method : settings.methods().of(StratifiedMethods.HOMOGENEITY)) {
            results.add(Results.of(
                    key.withTerm(strata.homogeneityTerm(Measure.ODDS_RATIO.id()))
                            .of(Measure.INTERACTION_TEST, method.id()),
                    method.function().of(tables)));
        }
        if (anybodyMissing()) {
            for (MissingRule view : BinaryContrast.views(rule)) {
                results.addAll(riskDifferences(
                        about.withMissingRule(view.id()),
                        tables((counts, group) -> BinaryContrast.under(view, counts, group))));
            }
        }
        for (Stratum stratum : tables.strata()) {
            stratum.silence()
                    .ifPresent(reason -> results.add(StratumCounts.silent(
                            key,
                            stratum.name(),
                            group(stratum.name()).assessed()
                                    + reference(stratum.name()).assessed(),
                            reason)));
        }
        return results;
    }

    private EventCounts group(String stratum) {
        return strata.arms().get(stratum).get(key.group());
    }

    private EventCounts reference(String stratum) {
        return strata.arms().get(stratum).get(key.reference());
    }

    private boolean anybodyMissing() {
        return strata.arms().keySet().stream()
                .anyMatch(
                        stratum -> group(stratum).missing() + reference(stratum).missing() > 0);
    }

    /** The tables of the strata. */
    private StratifiedTables tables(BiFunction<EventCounts, Boolean, EventCounts> counted) {
        List<Stratum> all = new ArrayList<>();
        for (String stratum : strata.arms().keySet()) {
            EventCounts compared = counted.apply(group(stratum), true);
            EventCounts with = counted.apply(reference(stratum), false);
            all.add(Stratum.of(stratum, compared.events(), compared.assessed(), with.events(), with.assessed()));
        }
        return new StratifiedTables(all);
    }

    private List<Result> riskDifferences(ResultKey about, StratifiedTables tables) {
        List<Result> results = effects(StratifiedMethods.RISK_DIFFERENCE, about, Unit.PROPORTION_DIFFERENCE, tables);
        Optional<Reason> alike = allAlike(tables);
        return alike.isEmpty()
                ? results
                : results.stream()
                        .map(result -> Results.noted(result, alike.get().id()))
                        .toList();
    }

    private List<Result> effects(Family<StratifiedEffect> family, ResultKey about, Unit unit, StratifiedTables tables) {
        List<Result> results = new ArrayList<>();
        for (Method<StratifiedEffect> method : settings.methods().of(family)) {
            Result result = Results.of(
                    about.of(family.measure(), method.id()),
                    effect(family.measure(), method, tables),
                    unit,
                    settings.level());
            results.add(
                    settings.hypothesis().ofEffects()
                            ? Results.tested(
                                    result,
                                    method.function()
                                            .test(
                                                    tables,
                                                    settings.hypothesis().nullValue(family.measure()),
                                                    settings.hypothesis().alternative()))
                            : result);
        }
        return results;
    }

    private Estimate effect(Measure measure, Method<StratifiedEffect> method, StratifiedTables tables) {
        Alternative alternative = settings.hypothesis().alternative();
        EffectScale scale = EffectScale.of(measure).orElseThrow();
        return alternative.limits(
                method.function().of(tables, alternative.twoSidedLevel(settings.level())), scale.least(), scale.most());
    }

    private List<Result> numbersNeededToTreat(ResultKey about, StratifiedTables tables) {
        List<Result> results = new ArrayList<>();
        for (Method<StratifiedEffect> method : settings.methods().of(StratifiedMethods.RISK_DIFFERENCE)) {
            NumberNeededToTreat number =
                    NumberNeededToTreat.of(effect(Measure.RISK_DIFFERENCE, method, tables), settings.higherIsBetter());
            results.add(new Result(
                    about.of(Measure.NUMBER_NEEDED_TO_TREAT, method.id()),
                    Map.copyOf(BinaryContrast.cells(number, settings.level())),
                    ""));
        }
        return results;
    }

    /** A difference between arms that are alike to the last person exists, and the reader is told. */
    private static Optional<Reason> allAlike(StratifiedTables strata) {
        List<TwoByTwo> tables = strata.tables();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        if (tables.stream().allMatch(table -> table.events() == 0)) {
            return Optional.of(Reason.NO_EVENTS_IN_EITHER_ARM);
        }
        return tables.stream().allMatch(table -> table.events() == table.assessed())
                ? Optional.of(Reason.ALL_EVENTS_IN_BOTH_ARMS)
                : Optional.empty();
    }
}
