package org.ipstrial.stats.balance;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Standardised difference of two shares over the root of the mean variance of the two arms, as tables of baseline use it.
 *
 * <p>With the shares {@code p1, p0} of group and reference:
 *
 * <pre>
 *   d = (p1 - p0) / sqrt( (p1 (1 - p1) + p0 (1 - p0)) / 2 )
 * </pre>
 *
 * <p>No unit: in standard deviations; positive where the group has the larger share. Where nobody differs from the rest of
 * their arm there is nothing to divide by: {@code no-variance} where both arms are alike to the last person,
 * {@code no-level-in-common} where one is all yes and the other all no.
 *
 * <p>Source: Austin PC (2009), Statistics in Medicine 28:3083-3107.
 */
public final class YesNoDifference {

    private YesNoDifference() {}

    /** The standardised difference, without limits: at baseline nothing is estimated. */
    public static Quantity of(TwoByTwo table) {
        double p1 = table.group().proportion();
        double p0 = table.reference().proportion();
        double variance = (p1 * (1 - p1) + p0 * (1 - p0)) / 2;
        if (variance == 0) {
            return Quantity.notEstimable(p1 == p0 ? Reason.NO_VARIANCE : Reason.NO_LEVEL_IN_COMMON);
        }
        return Quantity.of((p1 - p0) / Math.sqrt(variance));
    }
}
