package org.ipstrial.stats.survival.competing;

import org.ipstrial.stats.Estimate;

/** A number that is read off the cumulative incidence of one cause in one arm. */
@FunctionalInterface
public interface IncidenceReading {

    /** Reads it at a time. */
    Estimate of(AalenJohansen incidence, double time, double level);
}
