package org.ipstrial.stats.adjusted;

/** A way to compare arms with covariates in the model. */
@FunctionalInterface
public interface AdjustedMethod {

    /**
     * Fits the model over all arms.
     *
     * @param data the data
     * @return the contrasts of its arms
     */
    ArmContrasts of(AdjustedData data);
}
