package org.ipstrial.catalogue.weekly;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.weekly.WeeklyStates;

/** A number of the weeks of one arm. */
@FunctionalInterface
public interface WeeklyMean {

    /** Estimates it. */
    Estimate of(WeeklyStates arm, double level);
}
