package org.ipstrial.stats.survival.cox;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** The inverse of an information matrix, whether it has one being judged apart from the units of the covariates. */
final class Information {

    /** A covariate of which the others explain all but this share of its variance is their sum. */
    private static final double UNEXPLAINED = 1e-9;

    private Information() {}

    static Optional<double[][]> inverse(double[][] information) {
        int width = information.length;
        double[] root = new double[width];
        double[][] scaled = new double[width][width];
        for (int j = 0; j < width; j++) {
            root[j] = Math.sqrt(information[j][j]);
            if (!(root[j] > 0)) {
                return Optional.empty();
            }
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < width; k++) {
                scaled[j][k] = j == k ? 1 : information[j][k] / root[j] / root[k];
            }
        }
        try {
            double[][] inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled), 1e-9, UNEXPLAINED)
                    .getSolver()
                    .getInverse()
                    .getData();
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < width; k++) {
                    inverse[j][k] = inverse[j][k] / root[j] / root[k];
                }
            }
            return Optional.of(inverse);
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }
}
