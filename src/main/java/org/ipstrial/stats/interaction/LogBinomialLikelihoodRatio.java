package org.ipstrial.stats.interaction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * Likelihood-ratio test that the risk ratio is the same at all levels: a log-binomial regression on arm and level against
 * one with their product.
 *
 * <p>With {@code x} events among {@code n} people of an arm of a level and {@code e} events that the model without product
 * fits to them, sums over both arms of {@code K} levels:
 * <pre>
 *   X&sup2; = 2 sum [x log(x/e) + (n - x) log((n - x)/(n - e))]
 *   p = P(chi-squared with K - 1 degrees of freedom &ge; X&sup2;)
 * </pre>
 * Given a risk ratio {@code r}, the most likely share {@code p} in the reference of a level is the smaller root of
 * {@code N r p&sup2; - [r (n1 + x2) + x1 + n2] p + x1 + x2 = 0}, in the group {@code r p}; so one number is searched, the
 * {@code r} of the largest likelihood, which falls away on either side of it. Changing the arms round, renaming or moving
 * levels changes nothing; levels that are alike give 0 but for rounding.
 *
 * <p>Edges: levels that lack an arm or have no events add nothing, in degrees of freedom neither. A zero cell is taken as it
 * is. Where the best fit gives an arm a share of 1, which ends the iterations of other programs, it is found all the same.
 * No events in an arm at any level leave no common risk ratio ({@code separation}). Fewer than two levels left are no
 * test.
 *
 * <p>Source: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; Wacholder S (1986), American Journal of
 * Epidemiology 123:174-184; the shares given a ratio: Miettinen O, Nurminen M (1985), Statistics in Medicine 4:213-226.
 */
public final class LogBinomialLikelihoodRatio {

    private LogBinomialLikelihoodRatio() {}

    /** The test. */
    public static TestResult of(StratifiedTables levels) {
        List<TwoByTwo> tables = levels.tables();
        List<TwoByTwo> telling =
                tables.stream().filter(table -> table.events() > 0).toList();
        Optional<Reason> absent = Scatter.absent(telling.size(), tables.size());
        if (absent.isPresent()) {
            return TestResult.notEstimable(absent.get());
        }
        boolean noEvents = telling.stream().allMatch(table -> table.group().events() == 0)
                || telling.stream().allMatch(table -> table.reference().events() == 0);
        OptionalDouble logarithm = noEvents
                ? OptionalDouble.empty()
                : CommonRatio.logarithm(b -> -CommonRatio.sum(telling, table -> slope(table, b)));
        if (logarithm.isEmpty()) {
            return TestResult.notEstimable(Reason.SEPARATION);
        }
        double b = logarithm.getAsDouble();
        return CommonRatio.test(2 * CommonRatio.sum(telling, table -> deviance(table, b)), telling.size());
    }

    private static double deviance(TwoByTwo table, double logarithm) {
        if (logarithm < 0) {
            return deviance(table.swapped(), -logarithm);
        }
        double ratio = StrictMath.exp(logarithm);
        double share = referenceShare(table, ratio);
        return CommonRatio.deviance(table.group(), table.group().assessed() * Math.min(1, ratio * share))
                + CommonRatio.deviance(table.reference(), table.reference().assessed() * share);
    }

    /** The most likely share in the reference, given a ratio of 1 or more. */
    private static double referenceShare(TwoByTwo table, double ratio) {
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double x1 = table.group().events();
        double x2 = table.reference().events();
        double a = (n1 + n2) * ratio;
        double b = ratio * (n1 + x2) + x1 + n2;
        double c = x1 + x2;
        return Math.min(1 / ratio, 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c))));
    }

    /** The derivative of the log-likelihood by the logarithm of the ratio, the shares always the most likely. */
    private static double slope(TwoByTwo table, double logarithm) {
        if (logarithm < 0) {
            return -slope(table.swapped(), -logarithm);
        }
        double ratio = StrictMath.exp(logarithm);
        double n1 = table.group().assessed();
        double n2 = table.reference().assessed();
        double x1 = table.group().events();
        double x2 = table.reference().events();
        if (x1 == n1) {
            // Everybody in the group had the event: its share is 1 as soon as the ratio allows no more.
            boolean atOne = ratio * (x1 + x2) >= n1 + n2;
            return atOne ? (x2 == n2 ? -x2 : (n2 - x2) / (ratio - 1) - x2) : n1;
        }
        double share = ratio * referenceShare(table, ratio);
        return (x1 - n1 * share) / (1 - share);
    }
}
