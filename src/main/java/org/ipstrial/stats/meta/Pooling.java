package org.ipstrial.stats.meta;

/** A way to pool effects into one. */
@FunctionalInterface
public interface Pooling {

    /**
     * The pooled effect.
     *
     * @param level confidence level as a fraction
     */
    Pooled of(StudyEffects effects, double level);
}
