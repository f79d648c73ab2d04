package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.arms.AgainstControlMethods;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.arms.AgainstControl;
import org.ipstrial.stats.arms.AgainstControlEffect;
import org.ipstrial.stats.arms.AgainstControlTest;

/**
 * One arm against the control while all others are compared with it too: Dunnett's simultaneous limits and p-values, where the
 * user asks for them. The p-values are adjusted and stand as such.
 *
 * @param key      what the results are about, measure and method apart
 * @param arms     the amounts of every arm, in order
 * @param control  the control arm
 * @param settings level, methods and side
 */
record DunnettContrast(ResultKey key, Map<String, Amounts> arms, String control, AnalysisSettings settings) {

    /**
     * Refuses it where it means nothing.
     *
     * @throws RefusedException if the user asks for it of contrasts other than with the control, or of a yes/no outcome
     */
    static void check(List<OutcomeKind> kinds, AnalysisSettings settings) {
        if (isNamed(settings) && settings.allPairs()) {
            throw RefusedException.of(
                    FindingCode.E311,
                    Location.COMMAND_LINE,
                    "every pair of arms",
                    "leave '--contrasts all' out, or adjust with --multiplicity holm");
        }
        boolean levels = kinds.contains(OutcomeKind.ORDINAL);
        if (settings.dunnett() && (levels || kinds.contains(OutcomeKind.BINARY))) {
            throw RefusedException.of(
                    FindingCode.E311,
                    Location.COMMAND_LINE,
                    levels ? "an outcome of ordered levels" : "a yes/no outcome",
                    "adjust with --multiplicity holm, which takes any test");
        }
    }

    private static boolean isNamed(AnalysisSettings settings) {
        return settings.dunnett()
                || settings.methods()
                        .choiceOnlyOf(Family.Input.AGAINST_CONTROL::equals)
                        .isPresent();
    }

    /** The difference of means and the test, as far as they are asked for; of two arms, whose they are Student's, by name. */
    List<Result> results() {
        if (!key.reference().equals(control) || arms.size() < 3 && !isNamed(settings)) {
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        Alternative alternative = settings.hypothesis().alternative();
        for (Method<AgainstControlEffect> method : asked(AgainstControlMethods.MEAN_DIFFERENCE)) {
            EffectScale scale = EffectScale.of(Measure.MEAN_DIFFERENCE).orElseThrow();
            Estimate estimate = absent().map(Estimate::notEstimable)
                    .orElseGet(() -> alternative.limits(
                            method.function().of(all(), settings.level(), alternative), scale.least(), scale.most()));
            Result result = Results.of(
                    key.of(Measure.MEAN_DIFFERENCE, method.id()), estimate, settings.unit(), settings.level());
            results.add(
                    settings.hypothesis().ofEffects()
                            ? adjusted(Results.tested(result, test(method.function(), alternative)))
                            : result);
        }
        for (Method<AgainstControlTest> method : asked(AgainstControlMethods.TEST)) {
            TestResult test = absent().map(TestResult::notEstimable)
                    .orElseGet(() -> method.function().of(all(), alternative));
            results.add(adjusted(Results.of(key.of(Measure.TEST, method.id()), test)));
        }
        return results;
    }

    private <F> List<Method<F>> asked(Family<F> family) {
        return settings.dunnett() ? family.methods() : settings.methods().of(family);
    }

    private TestResult test(AgainstControlEffect effect, Alternative alternative) {
        return absent().map(TestResult::notEstimable)
                .orElseGet(() ->
                        effect.test(all(), settings.hypothesis().nullValue(Measure.MEAN_DIFFERENCE), alternative));
    }

    /** The same result with its p-value told for what it is. */
    private static Result adjusted(Result result) {
        Map<Statistic, Cell> cells = new EnumMap<>(result.cells());
        cells.put(Statistic.P_ADJUSTED, cells.remove(Statistic.P_VALUE));
        return new Result(result.key(), cells, result.status());
    }

    /** The arm, the others in which anybody's amount is known, and the control. */
    private AgainstControl all() {
        List<double[]> others = arms.entrySet().stream()
                .filter(arm ->
                        !arm.getKey().equals(key.group()) && !arm.getKey().equals(control))
                .map(arm -> arm.getValue().values())
                .filter(values -> values.length > 0)
                .toList();
        return new AgainstControl(
                arms.get(key.group()).values(), others, arms.get(control).values());
    }

    private Optional<Reason> absent() {
        if (arms.get(key.group()).values().length == 0) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        return arms.get(control).values().length == 0
                ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE)
                : Optional.empty();
    }
}
