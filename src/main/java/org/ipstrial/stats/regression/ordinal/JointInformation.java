package org.ipstrial.stats.regression.ordinal;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The observed information of the cuts and the coefficients of a proportional-odds model together, cuts first: what a draw
 * of all of them needs. For outcomes of few levels, since it takes room in proportion to their square.
 *
 * <p>Source: McCullagh P (1980), Journal of the Royal Statistical Society, Series B 42:109-142.
 */
public final class JointInformation {

    private static final double SYMMETRY = 1e-9;

    private final double[][] information;
    private final double[][] root;

    private JointInformation(double[][] information) {
        this.information = information;
        for (int j = 0; j < information.length; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        RealMatrix matrix = new Array2DRowRealMatrix(information, false);
        root = new CholeskyDecomposition(matrix, SYMMETRY, 0).getLT().getData();
    }

    /** The information of a fitted model at its maximum. */
    public static JointInformation of(OrdinalData data, ProportionalOdds fitted) {
        return new JointInformation(
                CutSystem.at(data, fitted.cuts(), fitted.coefficients()).information());
    }

    /** The information, cuts first. */
    public double[][] matrix() {
        return information;
    }

    /** The {@code x} with {@code R x = b}, {@code R'R} the information, {@code R} upper triangular. */
    public double[] solveRoot(double[] b) {
        double[] x = b.clone();
        for (int j = x.length - 1; j >= 0; j--) {
            for (int k = j + 1; k < x.length; k++) {
                x[j] -= root[j][k] * x[k];
            }
            x[j] /= root[j][j];
        }
        return x;
    }
}
