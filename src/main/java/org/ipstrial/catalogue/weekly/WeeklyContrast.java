package org.ipstrial.catalogue.weekly;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.weekly.WeeklyStates;

/** A comparison of the weeks of two arms. */
@FunctionalInterface
public interface WeeklyContrast {

    /** Compares them. */
    Estimate of(WeeklyStates group, WeeklyStates reference, double level);
}
