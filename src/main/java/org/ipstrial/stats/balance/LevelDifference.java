package org.ipstrial.stats.balance;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/**
 * Standardised difference of a category of several levels: the Mahalanobis distance of the two vectors of shares under the
 * mean of the two multinomial covariance matrices.
 *
 * <p>With the shares {@code p1[i], p0[i]} of group and reference at level {@code i}, and {@code -} for a generalised
 * inverse:
 *
 * <pre>
 *   T = p1 - p0
 *   S = (V1 + V0) / 2,  V = diag(p) - p p'
 *   d = sqrt( T' S- T )
 * </pre>
 *
 * <p>Computed without a matrix. With {@code m = (p1 + p0) / 2} is {@code S = diag(m) - m m' - T T' / 4}; a generalised
 * inverse of {@code diag(m) - m m'} is {@code diag(1 / m)}, and by Sherman and Morrison with
 * {@code q = sum T[i]^2 / m[i]} is {@code d^2 = q / (1 - q / 4)}, which is
 *
 * <pre>
 *   d = sqrt( sum (p1[i] - p0[i])^2 / (p1[i] + p0[i])  /  sum p1[i] p0[i] / (p1[i] + p0[i]) )
 * </pre>
 *
 * <p>over the levels that somebody is at: a level that is empty in both arms counts for nothing.
 *
 * <p>No unit and no sign: in standard deviations, from 0. Of two levels it is the absolute {@link YesNoDifference}. Not
 * estimable where everybody is at one level ({@code no-variance}), and where no level occurs in both arms
 * ({@code no-level-in-common}): {@code T} then lies outside the range of {@code S}, and a generalised inverse would give a
 * number for an infinite distance.
 *
 * <p>Source: Yang D, Dalton JE (2012), A unified approach to measuring the effect size between two groups using SAS, SAS
 * Global Forum, paper 335.
 */
public final class LevelDifference {

    private LevelDifference() {}

    /** The standardised difference, without limits: at baseline nothing is estimated. */
    public static Quantity of(LevelCounts counts) {
        if (counts.occupied() == 1) {
            return Quantity.notEstimable(Reason.NO_VARIANCE);
        }
        if (counts.shared() == 0) {
            return Quantity.notEstimable(Reason.NO_LEVEL_IN_COMMON);
        }
        double apart = 0;
        double common = 0;
        for (int i = 0; i < counts.group().length; i++) {
            double p1 = counts.groupShare(i);
            double p0 = counts.referenceShare(i);
            if (p1 + p0 > 0) {
                apart += (p1 - p0) * (p1 - p0) / (p1 + p0);
                common += p1 * p0 / (p1 + p0);
            }
        }
        return Quantity.of(Math.sqrt(apart / common));
    }
}
