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
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.EffectScale;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.outcome.MissingRule;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.NumberNeededToTreat;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.TwoByTwoTest;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * The results of one contrast on a yes/no outcome.
 *
 * @param key      what the results are about, measure and method apart
 * @param group    the arm that is compared, as it was observed
 * @param reference the arm that it is compared with, likewise
 * @param settings level and methods
 */
record BinaryContrast(ResultKey key, EventCounts group, EventCounts reference, AnalysisSettings settings) {

    /** The note of a number needed to treat whose interval falls in two parts. */
    private static final String DISJOINT = "disjoint";

    private static final List<MissingRule> VIEWS = List.of(
            MissingRule.COMPLETE_CASES,
            MissingRule.ALL_MISSING_EVENTS,
            MissingRule.ALL_MISSING_NONE,
            MissingRule.LARGEST_DIFFERENCE,
            MissingRule.SMALLEST_DIFFERENCE);

    /**
     * Differences, ratios, number needed to treat and tests under the key's rule for missing outcomes; where any is
     * missing, the risk difference under every other simple rule too.
     */
    List<Result> results() {
        MissingRule rule = MissingRule.named(key.missingRule());
        EventCounts compared = under(rule, group, true);
        EventCounts with = under(rule, reference, false);
        List<Result> results = new ArrayList<>(riskDifferences(key, compared, with));
        results.addAll(effects(BinaryMethods.RISK_RATIO, key, Unit.RATIO, compared, with));
        results.addAll(effects(BinaryMethods.ODDS_RATIO, key, Unit.RATIO, compared, with));
        results.addAll(numbersNeededToTreat(compared, with));
        for (Method<TwoByTwoTest> method : settings.methods().of(BinaryMethods.TEST)) {
            TestResult test = absent(compared, with)
                    .map(TestResult::notEstimable)
                    .orElseGet(() -> method.function()
                            .of(table(compared, with), settings.hypothesis().alternative()));
            results.add(Results.of(key.of(Measure.TEST, method.id()), test));
        }
        if (group.missing() > 0 || reference.missing() > 0) {
            for (MissingRule view : views(rule)) {
                results.addAll(riskDifferences(
                        key.withMissingRule(view.id()), under(view, group, true), under(view, reference, false)));
            }
        }
        return results;
    }

    /** Risk ratio and odds ratio under every other simple rule, where any outcome is missing. */
    List<Result> ratioViews() {
        List<Result> results = new ArrayList<>();
        if (group.missing() > 0 || reference.missing() > 0) {
            for (MissingRule view : views(MissingRule.named(key.missingRule()))) {
                ResultKey about = key.withMissingRule(view.id());
                EventCounts compared = under(view, group, true);
                EventCounts with = under(view, reference, false);
                results.addAll(effects(BinaryMethods.RISK_RATIO, about, Unit.RATIO, compared, with));
                results.addAll(effects(BinaryMethods.ODDS_RATIO, about, Unit.RATIO, compared, with));
            }
        }
        return results;
    }

    /** What stands beside an analysis with missing outcomes: every other simple way to look at them. */
    static List<MissingRule> views(MissingRule rule) {
        return VIEWS.stream().filter(view -> view != rule).toList();
    }

    /** Counts under a rule for those missing. */
    static EventCounts under(MissingRule rule, EventCounts counts, boolean compared) {
        if (!rule.fills()) {
            return counts;
        }
        return BinaryArms.filled(counts, compared ? rule.fillsGroupWithEvents() : rule.fillsReferenceWithEvents());
    }

    /** The effects on one scale alone. */
    List<Result> effects(Family<TwoByTwoEffect> family) {
        return family.measure() == Measure.RISK_DIFFERENCE
                ? riskDifferences(key, group, reference)
                : effects(family, key, Unit.RATIO, group, reference);
    }

    private List<Result> riskDifferences(ResultKey about, EventCounts compared, EventCounts with) {
        List<Result> results =
                effects(BinaryMethods.RISK_DIFFERENCE, about, Unit.PROPORTION_DIFFERENCE, compared, with);
        String note = allAlike(compared, with);
        return note.isEmpty()
                ? results
                : results.stream().map(result -> Results.noted(result, note)).toList();
    }

    private List<Result> effects(
            Family<TwoByTwoEffect> family, ResultKey about, Unit unit, EventCounts compared, EventCounts with) {
        List<Result> results = new ArrayList<>();
        for (Method<TwoByTwoEffect> method : settings.methods().of(family)) {
            Estimate estimate = effect(family.measure(), method, compared, with);
            Result result = Results.of(about.of(family.measure(), method.id()), estimate, unit, settings.level());
            results.add(
                    settings.hypothesis().ofEffects()
                            ? Results.tested(result, test(family.measure(), method, compared, with))
                            : result);
        }
        return results;
    }

    private Estimate effect(Measure measure, Method<TwoByTwoEffect> method, EventCounts compared, EventCounts with) {
        Alternative alternative = settings.hypothesis().alternative();
        EffectScale scale = EffectScale.of(measure).orElseThrow();
        return absent(compared, with)
                .map(Estimate::notEstimable)
                .orElseGet(() -> alternative.limits(
                        method.function().of(table(compared, with), alternative.twoSidedLevel(settings.level())),
                        scale.least(),
                        scale.most()));
    }

    /** The test of the null value that the interval's method inverts. */
    private TestResult test(Measure measure, Method<TwoByTwoEffect> method, EventCounts compared, EventCounts with) {
        return absent(compared, with).map(TestResult::notEstimable).orElseGet(() -> method.function()
                .test(
                        table(compared, with),
                        settings.hypothesis().nullValue(measure),
                        settings.hypothesis().alternative()));
    }

    private List<Result> numbersNeededToTreat(EventCounts compared, EventCounts with) {
        List<Result> results = new ArrayList<>();
        for (Method<TwoByTwoEffect> method : settings.methods().of(BinaryMethods.RISK_DIFFERENCE)) {
            NumberNeededToTreat number = NumberNeededToTreat.of(
                    effect(Measure.RISK_DIFFERENCE, method, compared, with), settings.higherIsBetter());
            results.add(new Result(
                    key.of(Measure.NUMBER_NEEDED_TO_TREAT, method.id()), cells(number, settings.level()), ""));
        }
        return results;
    }

    static Map<Statistic, Cell> cells(NumberNeededToTreat number, double level) {
        Map<Statistic, Cell> cells = new EnumMap<>(Statistic.class);
        cells.put(Statistic.ESTIMATE, Results.cell(number.estimate(), Unit.PEOPLE));
        NumberNeededToTreat.Interval first = number.intervals().get(0);
        cells.put(Statistic.CONF_LOW, Results.cell(first.low(), Unit.PEOPLE));
        cells.put(Statistic.CONF_HIGH, Results.cell(first.high(), Unit.PEOPLE));
        if (number.disjoint()) {
            NumberNeededToTreat.Interval second = number.intervals().get(1);
            cells.put(Statistic.CONF_LOW_2, Results.cell(second.low(), Unit.PEOPLE));
            cells.put(Statistic.CONF_HIGH_2, Results.cell(second.high(), Unit.PEOPLE));
            cells.replaceAll((any, cell) -> cell.note().isEmpty() ? cell.withNote(DISJOINT) : cell);
        }
        cells.put(Statistic.CONF_LEVEL, Cell.of(level, Unit.PROPORTION));
        return cells;
    }

    private static TwoByTwo table(EventCounts compared, EventCounts with) {
        return new TwoByTwo(
                new BinomialCount(compared.events(), compared.assessed()),
                new BinomialCount(with.events(), with.assessed()));
    }

    private static Optional<Reason> absent(EventCounts compared, EventCounts with) {
        if (compared.assessed() == 0) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        return with.assessed() == 0 ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE) : Optional.empty();
    }

    /** A difference between arms that are alike to the last person exists, and the reader is told. */
    private static String allAlike(EventCounts compared, EventCounts with) {
        if (absent(compared, with).isPresent()) {
            return "";
        }
        if (compared.events() + with.events() == 0) {
            return Reason.NO_EVENTS_IN_EITHER_ARM.id();
        }
        return compared.events() == compared.assessed() && with.events() == with.assessed()
                ? Reason.ALL_EVENTS_IN_BOTH_ARMS.id()
                : "";
    }
}
