package org.ipstrial.stats.regression.mixed;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.cluster.ClusterMeans;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * The restricted likelihood of a model with random intercepts along the ratio {@code r} of the variances.
 *
 * <p>The rows less their cluster means, once folded into a triangle, are the same at every {@code r}; the means, each
 * times {@code sqrt(n(g) / (1 + n(g) r))}, are added to it. A look at one {@code r} costs a pass over the clusters, not over
 * the people. With {@code M = X'V^-1 X} and the sums {@code t(g)} of the rows of {@code X}, and {@code e(g)} of the
 * residuals, each over {@code 1 + n(g) r}:
 *
 * <pre>
 *   dl/dr = (sum of t(g)'M^-1 t(g) + sum of e(g)^2 (N - p) / q - sum of n(g) / (1 + n(g) r)) / 2
 * </pre>
 *
 * <p>The likelihood is looked at in 0 and in 8 steps a decade of {@code n r} from 1e-8 to 1e8, {@code n} the mean size of a
 * cluster; around the highest the root of the derivative is found by Brent's method.
 */
final class VarianceRatio {

    private static final int DECADES = 8;
    private static final int STEPS = 8;
    private static final double NO_RESIDUALS = 1e-13;

    private final Triangle within;
    private final double[][] means;
    private final int[] size;
    private final int rows;
    private final int width;

    private VarianceRatio(Triangle within, double[][] means, int[] size, int rows) {
        this.within = within;
        this.means = means;
        this.size = size;
        this.rows = rows;
        this.width = means.length - 1;
    }

    static VarianceRatio of(DesignMatrix design, double[] outcome, ClusterMeans clusters) {
        double[][] columns = Arrays.copyOf(design.columns(), design.width() + 1);
        columns[design.width()] = outcome;
        double[] whole = new double[clusters.clusters()];
        Arrays.fill(whole, 1);
        return new VarianceRatio(
                Triangle.of(clusters.less(columns, whole)),
                Arrays.stream(columns).map(clusters::means).toArray(double[][]::new),
                clusters.size(),
                outcome.length);
    }

    /** Whether the rows of a cluster differ by more than the columns tell. */
    boolean hasResiduals() {
        double largest = 0;
        for (double mean : means[width]) {
            largest = Math.max(largest, Math.abs(mean));
        }
        for (int j = 0; j <= width; j++) {
            largest = Math.max(largest, Math.abs(within.get(j, width)));
        }
        return Math.abs(within.get(width, width)) > NO_RESIDUALS * largest * Math.sqrt(rows);
    }

    double best() {
        double unit = (double) size.length / rows;
        double[] ratios = new double[2 * DECADES * STEPS + 2];
        for (int k = 1; k < ratios.length; k++) {
            ratios[k] = unit * StrictMath.pow(10, (double) (k - 1) / STEPS - DECADES);
        }
        int highest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < ratios.length; k++) {
            double likelihood = logLikelihood(ratios[k]);
            if (likelihood > most) {
                most = likelihood;
                highest = k;
            }
        }
        double low = ratios[Math.max(0, highest - 1)];
        double high = ratios[Math.min(ratios.length - 1, highest + 1)];
        if (!(slope(low) > 0 && slope(high) < 0)) {
            return ratios[highest];
        }
        return new BrentSolver(1e-15, 1e-300).solve(1000, this::slope, low, high);
    }

    double logLikelihood(double ratio) {
        Triangle all = at(ratio);
        double df = rows - (double) width;
        double q = all.get(width, width) * all.get(width, width);
        double determinant = 0;
        for (int j = 0; j < width; j++) {
            determinant += 2 * StrictMath.log(Math.abs(all.get(j, j)));
        }
        for (int n : size) {
            determinant += StrictMath.log1p(n * ratio);
        }
        return -(df * (StrictMath.log(2 * Math.PI * q / df) + 1) + determinant) / 2;
    }

    private double slope(double ratio) {
        Triangle all = at(ratio);
        double sum = 0;
        for (int g = 0; g < size.length; g++) {
            double shrunken = size[g] / (1 + size[g] * ratio);
            // The triangle ends in the residuals: solving for a row with them gives the row's part and e(g) / sqrt(q).
            double[] row = new double[width + 1];
            for (int j = 0; j <= width; j++) {
                row[j] = means[j][g] * shrunken;
            }
            double[] solved = all.solveTransposed(row);
            for (int j = 0; j < width; j++) {
                sum += solved[j] * solved[j];
            }
            sum += solved[width] * solved[width] * (rows - (double) width) - shrunken;
        }
        return sum / 2;
    }

    private Triangle at(double ratio) {
        double[][] stacked = new double[width + 1][width + 1 + size.length];
        for (int j = 0; j <= width; j++) {
            for (int k = 0; k <= j; k++) {
                stacked[j][k] = within.get(k, j);
            }
            for (int g = 0; g < size.length; g++) {
                stacked[j][width + 1 + g] = means[j][g] * Math.sqrt(size[g] / (1 + size[g] * ratio));
            }
        }
        return Triangle.of(stacked);
    }
}
