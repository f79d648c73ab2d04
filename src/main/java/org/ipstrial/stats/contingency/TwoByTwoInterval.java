package org.ipstrial.stats.contingency;

import org.ipstrial.stats.Estimate;

/** A confidence interval for an effect of a two by two table. */
@FunctionalInterface
public interface TwoByTwoInterval {

    /**
     * The effect of the group against the reference, with its limits.
     *
     * @param table the two arms
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate of(TwoByTwo table, double level);
}
