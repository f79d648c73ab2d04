package org.ipstrial.stats.regression.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Covariances of coefficients that let the people of one cluster (a team, a site) resemble each other.
 *
 * <p>With the inverse information {@code B} of {@code p} coefficients, rows {@code x(i)} and the derivative {@code u(i)}
 * of each of {@code n} log-likelihoods by its linear predictor, summed over each of {@code G} clusters:
 *
 * <pre>
 *   s(g) = sum of u(i) x(i) over cluster g
 *   V    = c B (sum of s(g) s(g)') B
 *   CR0: c = 1;  CR1: G / (G - 1);  CR1S: G (n - 1) / ((G - 1) (n - p))
 * </pre>
 *
 * <p>The names are those of the R package clubSandwich; in sandwich, CR0 is {@code vcovCL(type = "HC0",
 * cadjust = FALSE)}, CR1 the same with {@code cadjust = TRUE}, and CR1S {@code vcovCL(type = "HC1")}, which Stata prints
 * too. Edges: CR1 and CR1S need two clusters, CR1S more people than coefficients.
 *
 * <p>Source: Liang KY, Zeger SL (1986), Biometrika 73:13-22; corrections: Cameron AC, Miller DL (2015), Journal of Human
 * Resources 50:317-372, section VI.
 */
public enum Clusters {
    /** As it stands. */
    CR0 {
        @Override
        double factor(double clusters, double n, double p) {
            return 1;
        }
    },
    /** Enlarged for few clusters. */
    CR1 {
        @Override
        double factor(double clusters, double n, double p) {
            return clusters / (clusters - 1);
        }
    },
    /** Enlarged for few clusters and for the coefficients. */
    CR1S {
        @Override
        double factor(double clusters, double n, double p) {
            return clusters * (n - 1) / ((clusters - 1) * (n - p));
        }
    };

    abstract double factor(double clusters, double n, double p);

    /**
     * The covariance of a model's coefficients, where it exists.
     *
     * @param cluster the number of each row's cluster, from 0
     */
    public Optional<CoefficientCovariance> of(FittedModel fit, int[] cluster) {
        int p = fit.coefficients().length;
        int clusters = Arrays.stream(cluster).max().orElseThrow() + 1;
        if (this != CR0 && clusters < 2 || this == CR1S && fit.residualDf() <= 0) {
            return Optional.empty();
        }
        OrthonormalRows rows = OrthonormalRows.of(fit);
        double[][] sums = new double[clusters][p];
        for (int i = 0; i < cluster.length; i++) {
            double[] row = rows.row(i);
            for (int j = 0; j < p; j++) {
                sums[cluster[i]][j] += fit.scores()[i] * row[j];
            }
        }
        double root = Math.sqrt(factor(clusters, fit.residualDf() + (double) p, p));
        double[][] factors = new double[clusters][];
        for (int g = 0; g < clusters; g++) {
            factors[g] = fit.information().solve(sums[g]);
            for (int j = 0; j < p; j++) {
                factors[g][j] *= root;
            }
        }
        return Optional.of(new CoefficientCovariance(factors));
    }
}
