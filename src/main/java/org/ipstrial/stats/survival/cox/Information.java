package org.ipstrial.stats.survival.cox;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** The inverse of an information matrix and its kin; whether it has one is judged apart from the units of the covariates. */
public final class Information {

    /** A covariate of which the others explain all but this share of its variance is their sum. */
    private static final double UNEXPLAINED = 1e-9;

    private Information() {}

    /** The roots of the diagonal, and the decomposition of the matrix divided through by them. */
    private record Scaled(double[] root, CholeskyDecomposition matrix) {}

    /** The inverse, of a symmetric matrix that is positive definite beyond rounding. */
    public static Optional<double[][]> inverse(double[][] information) {
        return scaled(information).map(scaled -> {
            double[] root = scaled.root();
            double[][] inverse = scaled.matrix().getSolver().getInverse().getData();
            for (int j = 0; j < root.length; j++) {
                for (int k = 0; k < root.length; k++) {
                    inverse[j][k] = inverse[j][k] / root[j] / root[k];
                }
            }
            return inverse;
        });
    }

    /** The logarithm of the determinant, of a matrix that has an inverse. */
    static OptionalDouble logDeterminant(double[][] information) {
        return scaled(information).stream()
                .mapToDouble(scaled -> {
                    double sum = StrictMath.log(scaled.matrix().getDeterminant());
                    for (double root : scaled.root()) {
                        sum += 2 * StrictMath.log(root);
                    }
                    return sum;
                })
                .findFirst();
    }

    /** The triangle {@code L} with {@code L L'} the matrix, of one that has an inverse. */
    static Optional<double[][]> triangle(double[][] information) {
        return scaled(information).map(scaled -> {
            double[][] triangle = scaled.matrix().getL().getData();
            for (int j = 0; j < triangle.length; j++) {
                for (int k = 0; k <= j; k++) {
                    triangle[j][k] *= scaled.root()[j];
                }
            }
            return triangle;
        });
    }

    /** The product of a matrix and a vector. */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            product[j] = dot(matrix[j], vector);
        }
        return product;
    }

    /** The sum of the products of two vectors. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** A point and a part of a step from it. */
    public static double[] moved(double[] from, double[] step, double factor) {
        double[] to = new double[from.length];
        for (int j = 0; j < from.length; j++) {
            to[j] = from[j] + factor * step[j];
        }
        return to;
    }

    private static Optional<Scaled> scaled(double[][] information) {
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
            return Optional.of(
                    new Scaled(root, new CholeskyDecomposition(new Array2DRowRealMatrix(scaled), 1e-9, UNEXPLAINED)));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }
}
