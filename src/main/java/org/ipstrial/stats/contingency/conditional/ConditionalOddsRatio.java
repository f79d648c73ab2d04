package org.ipstrial.stats.contingency.conditional;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.conditional.EventsGivenTotal.Parts;
import org.ipstrial.stats.search.Crossing;

/**
 * The odds ratio given the events of both arms together, with the exact central interval of Cornfield or its mid-p form.
 *
 * <p>Under the odds ratio {@code r} the events {@code X} of the group, who had {@code x}, have Fisher's noncentral
 * hypergeometric distribution. With {@code a = (1 - level) / 2}:
 * <pre>
 *   estimate     = the r at which E(X) = x, the conditional maximum likelihood estimate
 *   exact lower  = the r at which P(X &ge; x) = a,   upper = the r at which P(X &le; x) = a
 *   mid-p lower  = the r at which P(X &gt; x) + P(X = x)/2 = a,   upper = that at which P(X &lt; x) + P(X = x)/2 = a
 * </pre>
 * The exact limits are those of R's fisher.test, and so is the estimate: it is not the sample odds ratio
 * {@code x1 y2 / (y1 x2)}, but somewhat nearer to 1. Twice the smaller tail is the p-value that goes with the limits.
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: an empty cell makes the lower limit and the estimate 0, or leaves estimate and upper limit out; without any
 * events, or with events only, the limits are 0 and unbounded.
 *
 * <p>Source: Cornfield J (1956), A statistical problem arising from retrospective studies, Proceedings of the Third
 * Berkeley Symposium on Mathematical Statistics and Probability 4:135-148; mid-p: Mehta CR, Walsh SJ (1992), Comparison
 * of exact, mid-p, and Mantel-Haenszel confidence intervals for the common odds ratio across several 2 x 2 contingency
 * tables, The American Statistician 46:146-150.
 */
public final class ConditionalOddsRatio {

    /** Beyond this log no odds ratio is looked for; a double holds none. */
    private static final double FURTHEST_LOG = 700;

    private final TwoByTwo table;
    private final EventsGivenTotal events;
    private final boolean mid;

    private ConditionalOddsRatio(TwoByTwo table, boolean mid) {
        this.table = table;
        this.events = new EventsGivenTotal(table);
        this.mid = mid;
    }

    /** The conditional estimate with the exact central limits. */
    public static Estimate exact(TwoByTwo table, double level) {
        return new ConditionalOddsRatio(table, false).estimate(level);
    }

    /** The conditional estimate with the mid-p limits. */
    public static Estimate midP(TwoByTwo table, double level) {
        return new ConditionalOddsRatio(table, true).estimate(level);
    }

    /** The test that the exact interval inverts. */
    public static TestResult exactTest(TwoByTwo table, double ratio, Alternative alternative) {
        return new ConditionalOddsRatio(table, false).test(ratio, alternative);
    }

    /** The test that the mid-p interval inverts. */
    public static TestResult midPTest(TwoByTwo table, double ratio, Alternative alternative) {
        return new ConditionalOddsRatio(table, true).test(ratio, alternative);
    }

    private TestResult test(double ratio, Alternative alternative) {
        Parts parts = events.parts(ratio);
        double p = alternative.pValue(upperTail(parts), lowerTail(parts));
        return TestResult.exact(NormalTest.atLeastSmallest(Math.min(1, p)));
    }

    private Estimate estimate(double level) {
        double logTail = StrictMath.log((1 - Require.fraction("level", level)) / 2);
        double lower = events.fewest() ? 0 : root(log -> log(upperTail(at(log))) - logTail);
        double upper = events.most() ? Double.POSITIVE_INFINITY : root(log -> logTail - log(lowerTail(at(log))));
        if (events.most()) {
            // Why there is no estimate is what the sample odds ratio says too.
            return new Estimate(
                    PointEstimate.oddsRatio(table), Optional.empty(), Quantity.limit(lower), Quantity.limit(upper));
        }
        double estimate = events.fewest() ? 0 : root(log -> events.expectedAboveObserved(StrictMath.exp(log)));
        if (!mid) {
            // At a level next to 0 the three numbers meet, and rounding must not turn them about.
            lower = Math.min(lower, estimate);
            upper = Math.max(upper, estimate);
        }
        return Estimate.of(estimate, lower, upper);
    }

    private Parts at(double logRatio) {
        return events.roughParts(StrictMath.exp(logRatio));
    }

    private double upperTail(Parts parts) {
        return mid ? parts.midUpper() : parts.atLeast();
    }

    private double lowerTail(Parts parts) {
        return mid ? parts.midLower() : parts.atMost();
    }

    private static double log(double tail) {
        return tail == 0 ? -FURTHEST_LOG : StrictMath.log(tail);
    }

    /** The ratio at which a function of its log, which grows, is 0: from the sample odds ratio outwards, then inwards. */
    private double root(DoubleUnaryOperator increasing) {
        double x1 = table.group().events() + 0.5;
        double y1 = table.group().nonEvents() + 0.5;
        double x2 = table.reference().events() + 0.5;
        double y2 = table.reference().nonEvents() + 0.5;
        double centre = StrictMath.log(x1 / y1 / (x2 / y2));
        double step = Math.sqrt(1 / x1 + 1 / y1 + 1 / x2 + 1 / y2);
        double low = centre;
        double high = centre;
        if (increasing.applyAsDouble(centre) < 0) {
            while (high < FURTHEST_LOG && increasing.applyAsDouble(high) < 0) {
                low = high;
                high = Math.min(FURTHEST_LOG, high + step);
                step *= 2;
            }
        } else {
            while (low > -FURTHEST_LOG && increasing.applyAsDouble(low) > 0) {
                high = low;
                low = Math.max(-FURTHEST_LOG, low - step);
                step *= 2;
            }
        }
        return StrictMath.exp(Crossing.of(increasing, low, high));
    }
}
