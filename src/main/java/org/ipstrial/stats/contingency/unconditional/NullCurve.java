package org.ipstrial.stats.contingency.unconditional;

import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * A scale of effects, each with the pairs of probabilities that have it: a straight line from where the probabilities
 * are smallest to where they are largest.
 *
 * <p>A scale is followed by a position, a number between two finite ends that grows with the effect.
 */
interface NullCurve {

    /** The position of an effect. */
    double position(double effect);

    /** The effect at a position. */
    double effect(double position);

    /** The lower end of the positions. */
    double leastPosition();

    /** The probability in the reference at the low end of the line. */
    double lowestReference(double effect);

    /** The probability in the reference at the high end of the line. */
    double highestReference(double effect);

    /** The probability in the group that belongs to one in the reference. */
    double group(double reference, double effect);

    /** How fast the probability in the group grows with that in the reference. */
    double slope(double effect);

    /**
     * The score statistic of a table for an effect, without a correction for sample size; above 0 where the observed
     * effect is larger, and 0 where a table says nothing of it.
     */
    double score(int x1, int n1, int x2, int n2, double effect);

    /** The position of the observed effect; the largest position where there is none. */
    double observed(TwoByTwo table);
}
