package org.ipstrial.stats.meta;

/** An estimator of the variance between studies, tau squared. */
@FunctionalInterface
public interface TauSquared {

    /**
     * The variance between studies, not below 0.
     *
     * @param model with more studies than coefficients
     */
    double of(MetaModel model);
}
