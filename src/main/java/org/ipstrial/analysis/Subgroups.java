package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.Reason;

/**
 * Whether the effect differs between the levels of some columns or changes along some amounts, and, apart from effect, who does well in any arm. Effects
 * at levels carry no test: the one question is whether they differ, and it has one test a column.
 */
public final class Subgroups {

    /** The command's name, which is the name of its analysis too where no plan gives one. */
    public static final String NAME = "subgroups";

    private Subgroups() {}

    /** What it computes by methods that can be picked. */
    public static Set<Measure> measures() {
        return Collections.unmodifiableSet(EnumSet.of(
                Measure.PROPORTION,
                Measure.RISK_DIFFERENCE,
                Measure.RISK_RATIO,
                Measure.ODDS_RATIO,
                Measure.MEAN_DIFFERENCE,
                Measure.INTERACTION_TEST));
    }

    /**
     * Effects among everybody and at each level, the tests that they do not differ, and prognosis.
     *
     * @throws org.ipstrial.finding.RefusedException if no control is named
     */
    public static ResultTable of(Trial trial, AnalysisSettings settings) {
        List<Contrast> contrasts = trial.arms().contrasts(settings.allPairs());
        List<Result> results = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            AnalysisSettings here = settings.of(outcome.kind());
            results.addAll(
                    outcome.kind() == OutcomeKind.BINARY
                            ? results(trial, trial.events(outcome), new BinarySubgroups(outcome, here), contrasts, here)
                            : results(
                                    trial,
                                    trial.amounts(outcome),
                                    new AmountSubgroups(outcome, here),
                                    contrasts,
                                    here));
        }
        return new ResultTable(
                NAME, List.of(), settings.stated(trial.arms().control()), Map.of(), results, List.of(), List.of());
    }

    private static <D> List<Result> results(
            Trial trial,
            List<ArmData<D>> strata,
            SubgroupKind<D> kind,
            List<Contrast> contrasts,
            AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        for (ArmData<D> data : strata) {
            ResultKey base = data.key(kind.rule(data));
            results.addAll(kind.arms(base, data));
            for (Contrast contrast : contrasts) {
                ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
                D group = data.arms().get(contrast.group());
                D reference = data.arms().get(contrast.reference());
                kind.scales().forEach(scale -> results.addAll(kind.effects(scale, key, group, reference)));
            }
        }
        ResultKey base = strata.get(0).key(kind.rule(strata.get(0)));
        Map<String, List<ArmData<D>>> columns = columns(trial, strata);
        ModeratedEffects moderated = new ModeratedEffects(trial, kind, settings);
        results.addAll(moderated.counts(base));
        AdjustedSubgroups adjusted = new AdjustedSubgroups(trial, kind, settings, keys(columns, kind));
        results.addAll(adjusted.counts(base));
        for (Contrast contrast : contrasts) {
            ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
            for (Measure scale : kind.scales()) {
                List<Result> tests = new ArrayList<>();
                columns.forEach((column, levels) ->
                        tests.addAll(kind.tests(scale, key.withTerm(term(column, scale)), of(contrast, levels))));
                results.addAll(tests);
                List<Result> along = moderated.of(key, scale);
                results.addAll(along);
                tests.addAll(interactions(along));
                List<Result> adjustedTests = new ArrayList<>(adjusted.tests(key, scale));
                results.addAll(adjusted.effects(key, scale));
                results.addAll(adjustedTests);
                List<Result> adjustedAlong = moderated.adjusted(key, scale);
                results.addAll(adjustedAlong);
                adjustedTests.addAll(interactions(adjustedAlong));
                settings.multiplicity().ifPresent(adjustment -> {
                    results.addAll(AdjustedTests.ofInteractions(tests, adjustment));
                    results.addAll(AdjustedTests.ofInteractions(adjustedTests, adjustment));
                });
            }
            columns.values().forEach(levels -> of(contrast, levels).forEach(level -> {
                Optional<Reason> silence = kind.silence(level);
                int assessed = kind.assessed(level.group()) + kind.assessed(level.reference());
                silence.ifPresent(reason -> results.add(StratumCounts.silent(key, level.stratum(), assessed, reason)));
            }));
        }
        results.addAll(adjusted.columns(base));
        columns.keySet().forEach(column -> results.addAll(kind.prognosis(base, trial, column)));
        return results;
    }

    private static List<Result> interactions(List<Result> results) {
        return results.stream()
                .filter(result -> result.key().measure() == Measure.INTERACTION_TEST)
                .toList();
    }

    /** What a test of a column on a scale is about. */
    static String term(String column, Measure scale) {
        return Names.pair("by", column) + ";" + Names.pair("scale", scale.id());
    }

    /** The levels of each column, which follow everybody in the order of the columns. */
    private static <D> Map<String, List<ArmData<D>>> columns(Trial trial, List<ArmData<D>> strata) {
        Map<String, List<ArmData<D>>> columns = new LinkedHashMap<>();
        int next = 1;
        for (String column : trial.by()) {
            int levels = trial.people().levels(column).size();
            columns.put(column, strata.subList(next, next + levels));
            next += levels;
        }
        return columns;
    }

    private static <D> Map<String, List<ResultKey>> keys(Map<String, List<ArmData<D>>> columns, SubgroupKind<D> kind) {
        Map<String, List<ResultKey>> keys = new LinkedHashMap<>();
        columns.forEach((column, levels) -> keys.put(
                column,
                levels.stream().map(level -> level.key(kind.rule(level))).toList()));
        return keys;
    }

    private static <D> List<SubgroupLevel<D>> of(Contrast contrast, List<ArmData<D>> levels) {
        return levels.stream()
                .map(data -> new SubgroupLevel<>(
                        data.stratum(),
                        data.arms().get(contrast.group()),
                        data.arms().get(contrast.reference())))
                .toList();
    }
}
