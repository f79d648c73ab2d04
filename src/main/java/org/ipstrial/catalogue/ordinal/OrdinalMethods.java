package org.ipstrial.catalogue.ordinal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.AmountMethods;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.StratifiedMethods;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.catalogue.arms.AllArmsTests;
import org.ipstrial.catalogue.arms.StratifiedArmsTests;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.AdjustedTest;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.arms.SamplesTest;
import org.ipstrial.stats.contingency.generalised.StratifiedAmountsTest;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSampleTest;
import org.ipstrial.stats.location.stratified.StratifiedSampleTest;

/**
 * The methods for ordered levels: odds ratios of lying above any level, and of the methods for amounts those that look at
 * nothing but order. This is the one place that says which those are.
 */
public final class OrdinalMethods {

    /**
     * The tests of amounts that ordered levels take, the default of each family before its others. Those behind
     * {@code van-elteren} put levels as their places, 0, 1, 2 and so on, or look at no order at all.
     */
    private static final List<String> OF_ORDER = List.of(
            "mann-whitney",
            "brunner-munzel",
            "mann-whitney-exact",
            "kruskal-wallis",
            "van-elteren",
            "row-mean-scores",
            "general-association");

    /** The share of an arm at a level. */
    public static final Family<?> PROPORTION = BinaryMethods.PROPORTION;

    /** Odds of lying above any level in the group over odds in the reference. */
    public static final Family<AdjustedMethod> ODDS_RATIO = new Family<>(
            Measure.CONDITIONAL_ODDS_RATIO,
            Family.Input.ORDINAL,
            1,
            AdjustedMethods.ORDINAL_ODDS_RATIO.methods(),
            OrdinalMethods::numbers);

    /** The same of people alike in their covariates. */
    public static final Family<AdjustedMethod> ADJUSTED_ODDS_RATIO =
            withDefaults(AdjustedMethods.ORDINAL_ODDS_RATIO, 1, AdjustedMethods.ORDINAL_ODDS_RATIO.methods());

    /** The chance that somebody of the group lies higher than somebody of the reference. */
    public static final Family<TwoSampleEffect> PROBABILISTIC_INDEX = AmountMethods.PROBABILISTIC_INDEX;

    /** The odds of the same. */
    public static final Family<TwoSampleEffect> WIN_ODDS =
            withDefaults(AmountMethods.WIN_ODDS, 1, AmountMethods.WIN_ODDS.methods());

    /** Tests that two arms do not differ. */
    public static final Family<TwoSampleTest> TEST = ofOrder(AmountMethods.TEST);

    /** Tests that all arms do not differ. */
    public static final Family<SamplesTest> ALL_ARMS = ofOrder(AllArmsTests.AMOUNT);

    /** Tests that two arms do not differ within strata. */
    public static final Family<StratifiedSampleTest> STRATIFIED = ofOrder(StratifiedMethods.AMOUNT_TEST);

    /** Tests that all arms do not differ within strata. */
    public static final Family<StratifiedAmountsTest> STRATIFIED_ARMS = ofOrder(StratifiedArmsTests.AMOUNT);

    /** Checks that one odds ratio is fair for all levels, with covariates or without. */
    public static final Family<AdjustedTest> CHECK = AdjustedMethods.PROPORTIONALITY;

    /** All of them. */
    public static final List<Family<?>> FAMILIES = List.of(
            PROPORTION,
            ODDS_RATIO,
            ADJUSTED_ODDS_RATIO,
            PROBABILISTIC_INDEX,
            WIN_ODDS,
            TEST,
            ALL_ARMS,
            STRATIFIED,
            STRATIFIED_ARMS,
            CHECK);

    private OrdinalMethods() {}

    private static <F> Family<F> ofOrder(Family<F> family) {
        return withDefaults(
                family,
                1,
                OF_ORDER.stream().flatMap(id -> family.method(id).stream()).toList());
    }

    private static <F> Family<F> withDefaults(Family<F> family, int defaults, List<Method<F>> methods) {
        return new Family<>(family.measure(), family.input(), defaults, methods, family.evaluation(), family.scale());
    }

    private static Map<Statistic, Quantity> numbers(AdjustedMethod method, String input, double level) {
        ArmContrasts contrasts = method.of(OrdinalInput.data(input));
        Map<Statistic, Quantity> numbers =
                Evaluation.numbers(contrasts.estimate(OrdinalInput.GROUP, OrdinalInput.REFERENCE, level));
        numbers.putAll(Evaluation.numbers(
                contrasts.test(OrdinalInput.GROUP, OrdinalInput.REFERENCE, 1, Alternative.TWO_SIDED)));
        return numbers;
    }

    /** Whether ordered levels have a method of a measure. */
    public static boolean has(Measure measure) {
        return FAMILIES.stream().anyMatch(family -> family.measure() == measure);
    }

    /** The methods as {@code measure:method}, each once, by code point. */
    public static List<String> names() {
        Set<String> names = new TreeSet<>();
        FAMILIES.forEach(family ->
                family.methods().forEach(method -> names.add(family.measure().id() + ":" + method.id())));
        return List.copyOf(names);
    }
}
