package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * A scale on which two probabilities are compared, with the curve of its constrained maximum likelihood fits.
 *
 * <p>To make a table most likely under a given effect is a problem with one Lagrange multiplier, here the
 * <em>pull</em>. On each of the three scales the fit has a closed form in the pull, while in the effect it is the root
 * of a cubic; so the curve is followed along the pull, and no equation is solved within another. As the pull grows from
 * 0 the effect falls from the observed one towards the least that there is, and the chi-squared grows from 0. Larger
 * effects are those of the swapped table, mirrored.
 */
interface Scale {

    /** The observed effect. */
    Quantity estimate(TwoByTwo table);

    /** The smallest effect that there is. */
    double least();

    /** The effect seen from the other arm. */
    double mirror(double effect);

    /** Where the pull ends, infinity included; 0 where no smaller effect fits the table worse than the observed one. */
    double reach(TwoByTwo table);

    /**
     * The fit for a pull towards smaller effects.
     *
     * @param pull from 0 to {@link #reach}
     */
    ConstrainedFit fit(TwoByTwo table, double pull);
}
