package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.stats.adjusted.AdjustedData;

/** The comparison of arms on an outcome of ordered levels, of which nothing counts but the order. */
final class OrdinalContrast {

    private OrdinalContrast() {}

    /**
     * Counts, contrasts and tests.
     *
     * @param outcome the outcome, which names its levels
     */
    static List<Result> of(
            ArmData<Amounts> data, OutcomeDefinition outcome, List<Contrast> contrasts, AnalysisSettings settings) {
        ResultKey base = data.key(AmountArms.rule(data));
        List<String> levels = outcome.levels();
        List<Result> results = new ArrayList<>(OrdinalArms.results(base, data, levels, settings));
        results.addAll(StratumCounts.ofLevels(base, data.strata(), levels));
        results.addAll(AllArms.ofAmounts(base, data.arms().values(), OrdinalMethods.ALL_ARMS, settings));
        results.addAll(AllArmsInStrata.ofAmounts(base, data.strata(), OrdinalMethods.STRATIFIED_ARMS, settings));
        ProportionalityCheck check = check(data.arms(), levels, settings);
        AdjustedComparison adjusted = AdjustedComparison.ofLevels(data, levels, settings);
        results.addAll(adjusted.counts(base));
        results.addAll(Compare.contrasts(contrasts, settings, contrast -> {
            ResultKey key = base.ofContrast(contrast.group(), contrast.reference());
            List<Result> own = new ArrayList<>(alone(key, data.arms(), settings));
            own.addAll(check.cuts(key));
            own.addAll(StratifiedAmountContrast.of(key, data.strata(), OrdinalMethods.STRATIFIED, settings));
            own.addAll(adjusted.contrast(key));
            return own;
        }));
        results.addAll(check.tests(base));
        results.addAll(adjusted.checks(base));
        results.addAll(adjusted.columns(base));
        return results;
    }

    private static AdjustedModel model(Map<String, Amounts> arms) {
        Map<String, double[]> outcomes = new LinkedHashMap<>();
        arms.forEach((arm, people) -> outcomes.put(arm, people.values()));
        return AdjustedModel.ofArms(outcomes);
    }

    /** Whether one ratio is fair for all levels, asked of all arms at once; at each cut the arms do not touch each other. */
    private static ProportionalityCheck check(
            Map<String, Amounts> arms, List<String> levels, AnalysisSettings settings) {
        Optional<AdjustedData> data = model(arms).ifAnything();
        boolean cuts = data.stream()
                .anyMatch(all -> Arrays.stream(all.outcome()).distinct().count() > 2);
        boolean fitted = !settings.methods().of(OrdinalMethods.ODDS_RATIO).isEmpty();
        return ProportionalityCheck.of(data, settings, cuts && fitted, levels);
    }

    /** The results of two arms, which nobody of another arm can move. */
    private static List<Result> alone(ResultKey key, Map<String, Amounts> arms, AnalysisSettings settings) {
        Amounts group = arms.get(key.group());
        Amounts reference = arms.get(key.reference());
        AmountContrast ranks = new AmountContrast(key, group, reference, settings);
        List<Result> results = new ArrayList<>();
        Map<String, Amounts> two = new LinkedHashMap<>();
        two.put(key.group(), group);
        two.put(key.reference(), reference);
        results.addAll(AdjustedComparison.ofTwoArms(model(two), settings).contrast(key));
        results.addAll(ranks.effects(OrdinalMethods.PROBABILISTIC_INDEX, Unit.PROPORTION));
        results.addAll(ranks.effects(OrdinalMethods.WIN_ODDS, Unit.RATIO));
        results.addAll(ranks.tests(OrdinalMethods.TEST));
        return results;
    }
}
