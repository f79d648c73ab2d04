package org.ipstrial.stats.contingency.stratified.exact;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.search.Crossing;

/**
 * The odds ratio common to all strata, given the events of both arms in each: conditional maximum likelihood estimate, exact
 * central limits and exact tests.
 *
 * <p>With {@code S} the events of the group over all strata, {@code s} those observed, {@code a = (1 - level) / 2} and {@code P} the
 * chance under the odds ratio {@code r} given the events of both arms in each stratum:
 * <pre>
 *   estimate = the r at which E(S) = s
 *   lower    = the r at which P(S &ge; s) = a,  upper = the r at which P(S &le; s) = a
 *   test of an odds ratio     p = 2 min(P(S &ge; s), P(S &le; s)), the one that the limits invert
 *   test of no difference     p = sum of P(S = k) over all k with P(S = k) &le; (1 + 1e-7) P(S = s), at r = 1
 * </pre>
 * One-sided tests are {@code P(S >= s)} and {@code P(S <= s)}.
 *
 * <p>Unit: ratio; above 1 when the odds are higher in the group.
 *
 * <p>Edges: strata with one arm, without events or with events only tell nothing. Where the group has as few events as it can
 * in every stratum, estimate and lower limit are 0; where it has as many, there is no estimate and no upper limit. Of one
 * stratum these are Fisher's test and the exact interval of Cornfield. More than ten million products for one odds ratio, some
 * thousands of events, are too many. R's mantelhaen.test(exact = TRUE) looks for estimate and limits to four or five digits
 * only.
 *
 * <p>Source: Gart JJ (1970), Point and interval estimation of the common odds ratio in the combination of 2 x 2 tables with fixed
 * marginals, Biometrika 57:471-475; Mehta CR, Patel NR, Gray R (1985), Computing an exact confidence interval for the common
 * odds ratio in several 2 x 2 contingency tables, Journal of the American Statistical Association 80:969-973.
 */
public final class ExactCommonOddsRatio {

    /** Equals count as equal in floating point, as in R. */
    private static final double ALLOWANCE = 1 + 1e-7;

    private static final double FURTHEST_LOG = 700;

    private ExactCommonOddsRatio() {}

    /** The common odds ratio with its limits. */
    public static Estimate of(StratifiedTables strata, double level) {
        double logTail = StrictMath.log((1 - Require.fraction("level", level)) / 2);
        List<TwoByTwo> tables = EventsOverStrata.informative(strata);
        Optional<Reason> none = none(strata, tables);
        if (none.isPresent()) {
            return Estimate.notEstimable(none.get());
        }
        EventsOverStrata events = EventsOverStrata.of(tables);
        double lower = events.fewest() ? 0 : root(log -> log(events.atLeast(StrictMath.exp(log))) - logTail);
        double upper = events.most()
                ? Double.POSITIVE_INFINITY
                : root(log -> logTail - log(events.atMost(StrictMath.exp(log))));
        if (events.most()) {
            return new Estimate(
                    Quantity.notEstimable(why(tables)), Optional.empty(), Quantity.limit(lower), Quantity.limit(upper));
        }
        double estimate = events.fewest() ? 0 : root(log -> events.expectedAboveObserved(StrictMath.exp(log)));
        // At a level next to 0 the three numbers meet, and rounding must not turn them about.
        return Estimate.of(estimate, Math.min(lower, estimate), Math.max(upper, estimate));
    }

    /** The test of an odds ratio that the limits invert. */
    public static TestResult test(StratifiedTables strata, double ratio, Alternative alternative) {
        List<TwoByTwo> tables = EventsOverStrata.informative(strata);
        Optional<Reason> none = none(strata, tables);
        return none.isPresent() ? TestResult.notEstimable(none.get()) : tails(tables, ratio, alternative);
    }

    /** The test that no stratum's arms differ. */
    public static TestResult test(StratifiedTables strata, Alternative alternative) {
        List<TwoByTwo> tables = EventsOverStrata.informative(strata);
        Optional<Reason> none = none(strata, tables);
        if (none.isPresent()) {
            return TestResult.notEstimable(none.get());
        }
        return alternative == Alternative.TWO_SIDED
                ? exact(EventsOverStrata.of(tables).asUnlikely(ALLOWANCE))
                : tails(tables, 1, alternative);
    }

    private static TestResult tails(List<TwoByTwo> tables, double ratio, Alternative alternative) {
        EventsOverStrata events = EventsOverStrata.of(tables);
        return exact(alternative.pValue(events.atLeast(ratio), events.atMost(ratio)));
    }

    private static TestResult exact(double p) {
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, p)));
    }

    private static Optional<Reason> none(StratifiedTables strata, List<TwoByTwo> tables) {
        if (strata.tables().isEmpty()) {
            return Optional.of(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        if (tables.isEmpty()) {
            return Optional.of(Reason.NO_INFORMATIVE_STRATUM);
        }
        return EventsOverStrata.isTooLarge(tables) ? Optional.of(Reason.TOO_LARGE_FOR_EXACT) : Optional.empty();
    }

    private static Reason why(List<TwoByTwo> tables) {
        if (tables.stream().allMatch(table -> table.reference().events() == 0)) {
            return Reason.NO_EVENTS_IN_REFERENCE;
        }
        boolean all = tables.stream().allMatch(table -> table.group().nonEvents() == 0);
        return all ? Reason.ALL_EVENTS_IN_GROUP : Reason.NO_INFORMATIVE_STRATUM;
    }

    private static double log(double tail) {
        return tail == 0 ? -FURTHEST_LOG : StrictMath.log(tail);
    }

    /** The ratio at which a function of its log, which grows, is 0: from no difference outwards, then inwards. */
    private static double root(DoubleUnaryOperator increasing) {
        double side = increasing.applyAsDouble(0) < 0 ? 1 : -1;
        double inner = 0;
        double outer = side;
        while (Math.abs(outer) < FURTHEST_LOG && side * increasing.applyAsDouble(outer) < 0) {
            inner = outer;
            outer = side * Math.min(FURTHEST_LOG, 2 * Math.abs(outer));
        }
        return StrictMath.exp(Crossing.of(increasing, Math.min(inner, outer), Math.max(inner, outer)));
    }
}
