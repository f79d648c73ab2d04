package org.ipstrial.stats.proportion;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Require;

/** The standard normal value that belongs to a two-sided confidence level. */
public final class CriticalValue {

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private CriticalValue() {}

    /**
     * The value that a standard normal variable exceeds with probability {@code (1 - level) / 2}.
     *
     * @param level confidence level as a fraction
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static double twoSided(double level) {
        // From the upper tail: 1 - level is exact from one half on, where (1 + level) / 2 would already have rounded.
        return STANDARD_NORMAL.inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
    }
}
