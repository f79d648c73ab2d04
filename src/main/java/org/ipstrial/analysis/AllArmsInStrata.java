package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.arms.StratifiedArmsTests;
import org.ipstrial.dataset.Amounts;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.generalised.StratifiedAmounts;
import org.ipstrial.stats.contingency.generalised.StratifiedAmountsTest;
import org.ipstrial.stats.contingency.generalised.StratifiedCounts;
import org.ipstrial.stats.contingency.generalised.StratifiedCountsTest;

/** The tests of all arms at once within strata, where there are three arms or more, beside those of everybody as one. */
final class AllArmsInStrata {

    private AllArmsInStrata() {}

    /** The tests of a yes/no outcome, those missing being filled as the rule of the key says. */
    static List<Result> ofAnswers(ResultKey base, Strata<EventCounts> strata, AnalysisSettings settings) {
        List<List<EventCounts>> all =
                arms(strata).stream().map(arms -> AllArms.filled(base, arms)).toList();
        if (isOfFewArms(all)) {
            return List.of();
        }
        Optional<Reason> absent = absent(all, EventCounts::assessed);
        List<Result> results = new ArrayList<>();
        for (Method<StratifiedCountsTest> method : settings.methods().of(StratifiedArmsTests.BINARY)) {
            TestResult test = absent.map(TestResult::notEstimable).orElseGet(() -> method.function()
                    .of(new StratifiedCounts(
                            all.stream().map(AllArmsInStrata::table).toList())));
            results.add(result(base, strata, method, test));
        }
        return results;
    }

    /** The tests of an amount, among those whose amount is known. */
    static List<Result> ofAmounts(ResultKey base, Strata<Amounts> strata, AnalysisSettings settings) {
        return ofAmounts(base, strata, StratifiedArmsTests.AMOUNT, settings);
    }

    /** The same by the tests of a family. */
    static List<Result> ofAmounts(
            ResultKey base, Strata<Amounts> strata, Family<StratifiedAmountsTest> family, AnalysisSettings settings) {
        List<List<Amounts>> all = arms(strata);
        if (isOfFewArms(all)) {
            return List.of();
        }
        Optional<Reason> absent = absent(all, amounts -> amounts.values().length);
        List<Result> results = new ArrayList<>();
        for (Method<StratifiedAmountsTest> method : settings.methods().of(family)) {
            TestResult test = absent.map(TestResult::notEstimable).orElseGet(() -> method.function()
                    .of(new StratifiedAmounts(
                            all.get(0).size(),
                            all.stream()
                                    .map(arms ->
                                            arms.stream().map(Amounts::values).toList())
                                    .toList())));
            results.add(result(base, strata, method, test));
        }
        return results;
    }

    private static <D> List<List<D>> arms(Strata<D> strata) {
        return strata.arms().values().stream()
                .map(arms -> List.copyOf(arms.values()))
                .toList();
    }

    private static boolean isOfFewArms(List<? extends Collection<?>> strata) {
        return strata.isEmpty() || strata.get(0).size() < AllArms.LEAST;
    }

    private static long[][] table(List<EventCounts> arms) {
        return arms.stream()
                .map(arm -> new long[] {arm.events(), arm.assessed() - arm.events()})
                .toArray(long[][]::new);
    }

    private static <D> Optional<Reason> absent(List<List<D>> strata, ToIntFunction<D> assessed) {
        for (int arm = 0; arm < strata.get(0).size(); arm++) {
            int index = arm;
            if (strata.stream().allMatch(arms -> assessed.applyAsInt(arms.get(index)) == 0)) {
                return Optional.of(Reason.NOBODY_ASSESSED_IN_AN_ARM);
            }
        }
        return Optional.empty();
    }

    private static Result result(ResultKey base, Strata<?> strata, Method<?> method, TestResult test) {
        return Results.of(base.withTerm(strata.term()).of(Measure.TEST, method.id()), test);
    }
}
