package org.ipstrial.stats.survival.curve;

import org.ipstrial.stats.Estimate;

/** A number that is read off the curve of one arm. */
@FunctionalInterface
public interface CurveReading {

    /**
     * Reads it.
     *
     * @param time  the time that it is about; the median is about none and does not look
     * @param level confidence level as a fraction
     */
    Estimate of(KaplanMeier curve, double time, double level);
}
