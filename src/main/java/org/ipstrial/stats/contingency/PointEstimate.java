package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/**
 * The observed effects of a two by two table.
 *
 * <p>With {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference, and
 * {@code y = n - x}:
 * <pre>
 *   risk difference = (x1 n2 - x2 n1) / (n1 n2)
 *   risk ratio      = x1 n2 / (x2 n1)
 *   odds ratio      = x1 y2 / (y1 x2)
 * </pre>
 * Numerators and denominators are whole numbers below 2^62, so that each effect is rounded only at the end, and arms
 * with the same share differ by exactly 0.
 *
 * <p>Edges: a denominator of 0 makes a ratio not estimable, with the arm that is the cause; a numerator of 0 alone
 * makes it 0.
 */
public final class PointEstimate {

    private PointEstimate() {}

    /** Share in the group minus share in the reference. */
    public static double riskDifference(TwoByTwo table) {
        return (double) crossDifference(table)
                / ((long) table.group().assessed() * table.reference().assessed());
    }

    /** Share in the group over share in the reference. */
    public static Quantity riskRatio(TwoByTwo table) {
        if (table.reference().events() == 0) {
            return Quantity.notEstimable(withoutEventsInReference(table));
        }
        return Quantity.of(
                (double) ((long) table.group().events() * table.reference().assessed())
                        / ((long) table.reference().events() * table.group().assessed()));
    }

    /** Odds in the group over odds in the reference. */
    public static Quantity oddsRatio(TwoByTwo table) {
        if (table.reference().events() == 0) {
            return Quantity.notEstimable(withoutEventsInReference(table));
        }
        if (table.group().nonEvents() == 0) {
            return Quantity.notEstimable(
                    table.reference().nonEvents() == 0 ? Reason.ALL_EVENTS_IN_BOTH_ARMS : Reason.ALL_EVENTS_IN_GROUP);
        }
        return Quantity.of(
                (double) ((long) table.group().events() * table.reference().nonEvents())
                        / ((long) table.group().nonEvents() * table.reference().events()));
    }

    /** {@code x1 n2 - x2 n1}, exactly. */
    public static long crossDifference(TwoByTwo table) {
        return (long) table.group().events() * table.reference().assessed()
                - (long) table.reference().events() * table.group().assessed();
    }

    private static Reason withoutEventsInReference(TwoByTwo table) {
        return table.group().events() == 0 ? Reason.NO_EVENTS_IN_EITHER_ARM : Reason.NO_EVENTS_IN_REFERENCE;
    }
}
