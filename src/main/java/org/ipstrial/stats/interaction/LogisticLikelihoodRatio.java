package org.ipstrial.stats.interaction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.ExpectedEvents;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * Likelihood-ratio test that the odds ratio is the same at all levels: a logistic regression on arm and level against one
 * with their product.
 *
 * <p>With {@code x} events among {@code n} people of an arm of a level and {@code e} events that the model without product
 * fits to them, sums over both arms of {@code K} levels:
 * <pre>
 *   X&sup2; = 2 sum [x log(x/e) + (n - x) log((n - x)/(n - e))]
 *   p = P(chi-squared with K - 1 degrees of freedom &ge; X&sup2;)
 * </pre>
 * The fitted events keep each level's events, have one odds ratio at all levels, and have as many events in the group as
 * there are: one equation for that odds ratio, whose solution the maximum-likelihood fit is. Changing the arms round,
 * counting those without the event, renaming or moving levels changes nothing; levels that are alike give 0 but for
 * rounding.
 *
 * <p>Edges: levels that lack an arm, or have no events or events only, add nothing, in degrees of freedom neither (R's
 * {@code anova} counts them). A zero cell is taken as it is. Where the arms separate the outcomes at all levels the same
 * way there is no common odds ratio and no test ({@code separation}). Fewer than two levels left are no test.
 *
 * <p>Source: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; McCullagh P, Nelder JA (1989), Generalized Linear
 * Models, 2nd edition, Chapman and Hall, section 4.4.
 */
public final class LogisticLikelihoodRatio {

    private LogisticLikelihoodRatio() {}

    /** The test. */
    public static TestResult of(StratifiedTables levels) {
        List<TwoByTwo> tables = levels.tables();
        List<TwoByTwo> telling = tables.stream()
                .filter(table -> table.events() > 0 && table.events() < table.assessed())
                .toList();
        Optional<Reason> absent = Scatter.absent(telling.size(), tables.size());
        if (absent.isPresent()) {
            return TestResult.notEstimable(absent.get());
        }
        OptionalDouble logarithm = CommonRatio.logarithm(b -> CommonRatio.sum(
                telling,
                table -> ExpectedEvents.inGroup(table, StrictMath.exp(b))
                        - table.group().events()));
        if (logarithm.isEmpty() || separated(telling)) {
            return TestResult.notEstimable(Reason.SEPARATION);
        }
        double ratio = StrictMath.exp(logarithm.getAsDouble());
        return CommonRatio.test(2 * CommonRatio.sum(telling, table -> deviance(table, ratio)), telling.size());
    }

    private static double deviance(TwoByTwo table, double ratio) {
        double group = ExpectedEvents.inGroup(table, ratio);
        double reference = ExpectedEvents.inGroup(table.swapped(), 1 / ratio);
        return CommonRatio.deviance(table.group(), group) + CommonRatio.deviance(table.reference(), reference);
    }

    /** Whether at every level the group has as few events as the margins allow, or at every level as many. */
    private static boolean separated(List<TwoByTwo> tables) {
        return tables.stream().allMatch(LogisticLikelihoodRatio::fewest)
                || tables.stream().allMatch(table -> fewest(table.swapped()));
    }

    private static boolean fewest(TwoByTwo table) {
        return table.group().events() == 0 || table.reference().nonEvents() == 0;
    }
}
