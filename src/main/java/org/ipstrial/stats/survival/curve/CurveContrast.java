package org.ipstrial.stats.survival.curve;

import org.ipstrial.stats.Estimate;

/** A comparison of the curves of two arms within a time. */
@FunctionalInterface
public interface CurveContrast {

    /** Compares them. */
    Estimate of(KaplanMeier group, KaplanMeier reference, double tau, double level);
}
