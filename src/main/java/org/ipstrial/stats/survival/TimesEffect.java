package org.ipstrial.stats.survival;

import org.ipstrial.stats.Estimate;

/** An effect measure of times in two arms, within strata if they have them, with a confidence interval. */
@FunctionalInterface
public interface TimesEffect {

    /**
     * The effect.
     *
     * @param times two arms, 0 the group and 1 the reference
     */
    Estimate of(SurvivalTimes times, double level);
}
