package org.ipstrial.stats.multiplicity;

/** A way to adjust the p-values of a family. */
@FunctionalInterface
public interface Adjustment {

    /**
     * The adjusted p-values, in the order given.
     *
     * @param pValues the p-values of one family, each from 0 to 1
     * @throws IllegalArgumentException if a p-value is not from 0 to 1
     */
    double[] adjust(double[] pValues);
}
