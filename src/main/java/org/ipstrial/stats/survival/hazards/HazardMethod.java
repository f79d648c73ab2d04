package org.ipstrial.stats.survival.hazards;

import org.ipstrial.stats.Estimate;

/** A way to estimate the hazard ratio of two arms of a model, with a confidence interval. */
@FunctionalInterface
public interface HazardMethod {

    /**
     * The hazard ratio.
     *
     * @param model     all arms, with covariates or without
     * @param group     the arm that is compared
     * @param reference the arm that it is compared with
     */
    Estimate of(ArmModel model, int group, int reference, double level);
}
