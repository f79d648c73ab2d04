package org.ipstrial.stats.location;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.resampling.Resampling;

/** A confidence interval for an effect measure of two samples. */
@FunctionalInterface
public interface TwoSampleInterval {

    /**
     * The effect of the group against the reference, with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling where random numbers come from; methods that need none leave it alone
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    Estimate of(TwoSamples samples, double level, Resampling resampling);
}
