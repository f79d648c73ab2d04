package org.ipstrial.stats.proportion;

import org.ipstrial.stats.Estimate;

/** A confidence interval for one binomial proportion. */
@FunctionalInterface
public interface ProportionInterval {

    /**
     * The observed proportion with its limits.
     *
     * @param count events among those assessed
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate of(BinomialCount count, double level);
}
