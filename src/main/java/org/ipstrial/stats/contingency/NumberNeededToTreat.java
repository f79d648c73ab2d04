package org.ipstrial.stats.contingency;

import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/**
 * The number needed to treat: how many people, on average, get the group's treatment for one more to gain.
 *
 * <p>With the risk difference {@code d} and its limits {@code l} and {@code u}, all three with their sign turned when
 * fewer events are better:
 * <pre>
 *   NNT    = 1 / d
 *   limits = 1/u to 1/l                                   when 0 lies outside l to u
 *          = 1/u to unbounded, and unbounded to 1/l        when l &lt; 0 &lt; u
 * </pre>
 * The scale passes from benefit to harm through infinity (no difference), not through 0. So where both are possible the
 * interval falls into two parts: the benefit, from {@code 1/u} upwards, and the harm, from {@code 1/l} downwards.
 *
 * <p>Unit: people. Positive: so many treated for one more who benefits. Negative: so many for one more who is harmed.
 *
 * <p>Edges: a difference of exactly 0 has no number; a limit of exactly 0 leaves that end unbounded; where both limits
 * are 0 or one does not exist, neither do the limits of the number.
 *
 * <p>Source: Altman DG (1998), Confidence intervals for the number needed to treat, BMJ 317:1309-1312.
 *
 * @param estimate  the number
 * @param intervals one interval, or two: first the benefit, then the harm
 */
public record NumberNeededToTreat(Quantity estimate, List<Interval> intervals) {

    /**
     * A part of the scale.
     *
     * @param low  its lower end
     * @param high its upper end
     */
    public record Interval(Quantity low, Quantity high) {}

    /** Copies the intervals. */
    public NumberNeededToTreat {
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty() || intervals.size() > 2) {
            throw new IllegalArgumentException("a number needed to treat has one or two intervals, got " + intervals);
        }
    }

    /** Whether the interval falls into two parts. */
    public boolean disjoint() {
        return intervals.size() == 2;
    }

    /**
     * The number that belongs to a risk difference.
     *
     * @param riskDifference group minus reference
     * @param higherIsBetter whether the event is what one hopes for
     */
    public static NumberNeededToTreat of(Estimate riskDifference, boolean higherIsBetter) {
        Quantity lower = riskDifference.lower();
        Quantity upper = riskDifference.upper();
        return higherIsBetter
                ? new NumberNeededToTreat(reciprocal(riskDifference.estimate(), 1), intervals(lower, upper, 1))
                : new NumberNeededToTreat(reciprocal(riskDifference.estimate(), -1), intervals(upper, lower, -1));
    }

    private static Quantity reciprocal(Quantity difference, int sign) {
        OptionalDouble d = difference.ifEstimated();
        if (d.isEmpty()) {
            return difference;
        }
        double number = sign / d.getAsDouble();
        return Double.isInfinite(number) ? Quantity.notEstimable(Reason.NO_DIFFERENCE) : Quantity.of(number);
    }

    private static List<Interval> intervals(Quantity lower, Quantity upper, int sign) {
        for (Quantity limit : List.of(lower, upper)) {
            if (limit.ifEstimated().isEmpty()) {
                return List.of(new Interval(limit, limit));
            }
        }
        double l = sign * lower.ifEstimated().getAsDouble();
        double u = sign * upper.ifEstimated().getAsDouble();
        if (l == 0 && u == 0) {
            Quantity none = Quantity.notEstimable(Reason.NO_DIFFERENCE);
            return List.of(new Interval(none, none));
        }
        if (l < 0 && u > 0) {
            Quantity unbounded = Quantity.notEstimable(Reason.UNBOUNDED);
            return List.of(
                    new Interval(Quantity.limit(1 / u), unbounded), new Interval(unbounded, Quantity.limit(1 / l)));
        }
        return List.of(new Interval(Quantity.limit(1 / u), Quantity.limit(1 / l)));
    }
}
