package org.ipstrial.stats.interaction.adjusted;

/** A way to find out, with covariates in the model, whether an effect is the same at all levels. */
@FunctionalInterface
public interface LevelsMethod {

    /** What it finds in some data. */
    LevelEffects of(LevelsData data);
}
