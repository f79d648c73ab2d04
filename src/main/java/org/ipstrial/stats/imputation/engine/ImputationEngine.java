package org.ipstrial.stats.imputation.engine;

/** Draws the missing values of one variable. */
@FunctionalInterface
public interface ImputationEngine {

    /** Draws them; what comes out hangs on nothing but the data and the random stream. */
    Drawn draw(DrawData data, Variates random);
}
