package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/** How far apart the arms are: every contrast on every outcome. */
public final class Compare {

    /** The command's name, which is the name of its analysis too where no plan gives one. */
    public static final String NAME = "compare";

    /** The population of counts that came without data. */
    public static final String AS_GIVEN = "as-given";

    private Compare() {}

    /** What a comparison computes: everything. */
    public static Set<Measure> measures() {
        return EnumSet.allOf(Measure.class);
    }

    /**
     * Compares the arms of a trial. A margin whose measure is not named is of the risk difference of a yes/no outcome,
     * of the mean difference of an amount, and of the odds ratio of ordered levels; the outcomes must then be of one kind.
     *
     * @throws org.ipstrial.finding.RefusedException if no control is named
     */
    public static ResultTable of(Trial trial, AnalysisSettings settings) {
        boolean oneKind = trial.outcomes().stream()
                        .map(OutcomeDefinition::kind)
                        .distinct()
                        .count()
                == 1;
        if (!oneKind
                && settings.hypothesis()
                        .margin()
                        .filter(margin -> margin.named().isEmpty())
                        .isPresent()) {
            throw new IllegalArgumentException("a margin without a measure is for outcomes of one kind");
        }
        List<Contrast> contrasts = trial.arms().contrasts(settings.allPairs());
        check(
                trial.arms(),
                trial.outcomes().stream().map(OutcomeDefinition::kind).toList(),
                settings);
        List<Result> results = new ArrayList<>();
        for (OutcomeDefinition outcome : trial.outcomes()) {
            AnalysisSettings here = settings.of(outcome.kind());
            if (outcome.kind() == OutcomeKind.BINARY) {
                for (ArmData<EventCounts> data : trial.events(outcome)) {
                    results.addAll(binary(data, BinaryArms.rule(data, outcome), contrasts, here));
                }
            } else if (outcome.kind() == OutcomeKind.ORDINAL) {
                for (ArmData<Amounts> data : trial.amounts(outcome)) {
                    results.addAll(OrdinalContrast.of(data, outcome, contrasts, here));
                }
            } else {
                for (ArmData<Amounts> data : trial.amounts(outcome)) {
                    results.addAll(amounts(data, contrasts, here));
                }
            }
        }
        return table(trial.arms(), settings.of(trial.outcomes().get(0).kind()), results);
    }

    /**
     * Compares published counts, of which nothing is known but the events and those assessed.
     *
     * @param outcome what the counts are called
     * @param counts  the counts by arm
     * @throws org.ipstrial.finding.RefusedException if no control is named
     */
    public static ResultTable ofCounts(
            String outcome, Arms arms, Map<String, EventCounts> counts, AnalysisSettings settings) {
        Map<String, EventCounts> ordered = new LinkedHashMap<>();
        arms.labels().forEach(arm -> ordered.put(arm, counts.get(arm)));
        ArmData<EventCounts> data = new ArmData<>(NAME, AS_GIVEN, outcome, "", "", ordered);
        AnalysisSettings here = settings.of(OutcomeKind.BINARY);
        check(arms, List.of(OutcomeKind.BINARY), here);
        List<Result> results = binary(data, MissingRule.UNKNOWN, arms.contrasts(here.allPairs()), here);
        return table(arms, here, results);
    }

    private static void check(Arms arms, List<OutcomeKind> kinds, AnalysisSettings settings) {
        AllArms.check(arms, settings);
        DunnettContrast.check(kinds, settings);
    }

    private static ResultTable table(Arms arms, AnalysisSettings settings, List<Result> results) {
        return new ResultTable(
                NAME, List.of(), settings.stated(arms.control()), Map.of(), results, List.of(), List.of());
    }

    private static List<Result> binary(
            ArmData<EventCounts> data, MissingRule rule, List<Contrast> contrasts, AnalysisSettings settings) {
        ResultKey base = data.key(rule);
        List<Result> results = new ArrayList<>(
                rule == MissingRule.UNKNOWN
                        ? BinaryArms.publishedResults(base, data, settings)
                        : BinaryArms.results(base, data, settings));
        results.addAll(StratumCounts.ofEvents(base, data.strata()));
        results.addAll(AllArms.ofAnswers(base, data.arms().values(), settings));
        results.addAll(AllArmsInStrata.ofAnswers(base, data.strata(), settings));
        AdjustedComparison adjusted = AdjustedComparison.ofAnswers(data, rule, settings);
        results.addAll(adjusted.counts(base));
        results.addAll(contrasts(contrasts, settings, contrast -> {
            ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
            EventCounts group = data.arms().get(contrast.group());
            EventCounts reference = data.arms().get(contrast.reference());
            List<Result> own = new ArrayList<>(new BinaryContrast(key, group, reference, settings).results());
            own.addAll(StratifiedBinaryContrast.of(key, data.strata(), settings));
            own.addAll(adjusted.contrast(key));
            return own;
        }));
        results.addAll(adjusted.checks(base));
        results.addAll(adjusted.columns(base));
        return results;
    }

    private static List<Result> amounts(ArmData<Amounts> data, List<Contrast> contrasts, AnalysisSettings settings) {
        ResultKey base = data.key(AmountArms.rule(data));
        List<Result> results = new ArrayList<>();
        data.arms().forEach((arm, amounts) -> {
            results.add(AmountArms.counts(base.ofArm(arm), amounts));
            results.add(AmountArms.summary(base.ofArm(arm), amounts.values(), settings));
        });
        results.addAll(StratumCounts.ofAmounts(base, data.strata()));
        results.addAll(AllArms.ofAmounts(base, data.arms().values(), settings));
        results.addAll(AllArmsInStrata.ofAmounts(base, data.strata(), settings));
        String control = contrasts.get(0).reference();
        AdjustedComparison adjusted = AdjustedComparison.ofAmounts(data, settings);
        results.addAll(adjusted.counts(base));
        results.addAll(contrasts(contrasts, settings, contrast -> {
            ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
            Amounts group = data.arms().get(contrast.group());
            Amounts reference = data.arms().get(contrast.reference());
            List<Result> own = new ArrayList<>(new AmountContrast(key, group, reference, settings).results());
            own.addAll(new DunnettContrast(key, data.arms(), control, settings).results());
            own.addAll(StratifiedAmountContrast.of(key, data.strata(), settings));
            own.addAll(adjusted.contrast(key));
            return own;
        }));
        results.addAll(adjusted.checks(base));
        results.addAll(adjusted.columns(base));
        return results;
    }

    /** The results of every contrast, with p-values adjusted over them where that is asked for. */
    static List<Result> contrasts(
            List<Contrast> contrasts, AnalysisSettings settings, Function<Contrast, List<Result>> compute) {
        List<Result> results = new ArrayList<>();
        contrasts.forEach(contrast -> results.addAll(compute.apply(contrast)));
        settings.multiplicity().ifPresent(adjustment -> results.addAll(AdjustedTests.of(results, adjustment)));
        return results;
    }
}
