package org.ipstrial.stats.survival.adjusted;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.survival.hazards.ArmModel;

/** A way to compare two arms of a model within a time. */
@FunctionalInterface
public interface TimesContrast {

    /**
     * Group against reference.
     *
     * @param model all arms, with covariates or without
     * @param tau   the time within which they are compared
     */
    Estimate of(ArmModel model, int group, int reference, double tau, double level);
}
