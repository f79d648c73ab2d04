package org.ipstrial.stats.survival.curve;

/** A number of people that is counted under the curve of one arm. */
@FunctionalInterface
public interface CurveCount {

    /** Counts them at a time. */
    int of(KaplanMeier curve, double time);
}
