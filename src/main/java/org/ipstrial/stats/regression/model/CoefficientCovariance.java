package org.ipstrial.stats.regression.model;

/**
 * A covariance matrix of coefficients as a sum of squares, so that no variance can fall below 0.
 *
 * @param factors vectors {@code f} as long as there are coefficients; the covariance is the sum of all {@code f f'}
 */
public record CoefficientCovariance(double[][] factors) {

    /** The variance of a linear combination of the coefficients. */
    public double variance(double[] combination) {
        return covariance(combination, combination);
    }

    /** The covariance of two linear combinations. */
    public double covariance(double[] first, double[] second) {
        double sum = 0;
        for (double[] factor : factors) {
            sum += dot(factor, first) * dot(factor, second);
        }
        return sum;
    }

    /** The standard error of a coefficient. */
    public double standardError(int coefficient) {
        double sum = 0;
        for (double[] factor : factors) {
            sum += factor[coefficient] * factor[coefficient];
        }
        return Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
