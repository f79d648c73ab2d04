package org.ipstrial.stats.regression.model;

import java.util.Arrays;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * An outcome with the columns that a model explains it by; the arrays are taken as they are.
 *
 * @param design  the columns
 * @param outcome one number for each row
 * @param offset  what is added to the linear predictor of each row
 * @param weights the case weight of each row, above 0
 */
public record ModelData(DesignMatrix design, double[] outcome, double[] offset, double[] weights) {

    /** Refuses other lengths, numbers that are not finite, and weights not above 0. */
    public ModelData {
        for (double[] values : new double[][] {outcome, offset, weights}) {
            if (values.length != design.rows()) {
                throw new IllegalArgumentException("outcome, offset and weights must have " + design.rows()
                        + " values, as the columns have, got " + values.length);
            }
        }
        Require.amounts("outcome", outcome);
        Require.amounts("offset", offset);
        Require.amounts("weights", weights);
        if (Arrays.stream(weights).anyMatch(weight -> weight <= 0)) {
            throw new IllegalArgumentException("weights must be above 0");
        }
    }

    /** An outcome without offset, everybody with weight 1. */
    public static ModelData of(DesignMatrix design, double[] outcome) {
        double[] ones = new double[design.rows()];
        Arrays.fill(ones, 1);
        return new ModelData(design, outcome, new double[design.rows()], ones);
    }

    /** The same outcome with other columns. */
    public ModelData with(DesignMatrix other) {
        return new ModelData(other, outcome, offset, weights);
    }

    /** The same with another offset. */
    public ModelData withOffset(double[] other) {
        return new ModelData(design, outcome, other, weights);
    }

    /** The same with other weights. */
    public ModelData withWeights(double[] other) {
        return new ModelData(design, outcome, offset, other);
    }

    /** A row's linear predictor, offset included. */
    double predictor(int row, double[] coefficients) {
        return design.predictor(row, coefficients) + offset[row];
    }
}
