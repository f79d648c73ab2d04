package org.ipstrial.stats.regression.gee;

import java.util.Arrays;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.cluster.ClusterMeans;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * Generalised estimating equations: a regression whose rows of one cluster are all equally correlated.
 *
 * <p>With means {@code m(i)}, variances {@code v(i)} up to a factor, residuals {@code e(i) = (y(i) - m(i)) / sqrt(v(i))},
 * {@code N} rows, {@code n(g)} of them in a cluster, and the derivatives {@code D(g)} of the means by the coefficients:
 *
 * <pre>
 *   phi    = sum of e(i)^2 / N
 *   alpha  = sum of e(i) e(j) over pairs of one cluster / (phi M),  M the number of such pairs
 *   V(g)   = sqrt(v) ((1 - alpha) I + alpha J) sqrt(v)
 *   b solves sum of D(g)'V(g)^-1 (y - m)(g) = 0
 *   covariance of b = B (sum of s(g) s(g)') B,  s(g) = D(g)'V(g)^-1 (y - m)(g),  B = (sum of D(g)'V(g)^-1 D(g))^-1
 * </pre>
 *
 * <p>Coefficients and correlation are found in turn until neither moves. Neither {@code phi} nor {@code alpha} takes off
 * anything for the coefficients: those are the denominators of R's geepack, while gee and SAS take {@code N - p} and
 * {@code M - p} unless told otherwise. Multiplying by the inverse root of {@code V(g)} is taking off part of the cluster
 * mean, so that it costs one pass over the rows.
 *
 * <p>Edges: no cluster with two rows leaves no pair ({@code no-cluster-of-two}); an {@code alpha} at which {@code V(g)} is
 * no covariance is {@code working-correlation}; equations that come to no end are {@code not-converged}.
 *
 * <p>Source: Liang KY, Zeger SL (1986), Biometrika 73:13-22; as implemented: H&oslash;jsgaard S, Halekoh U, Yan J (2006),
 * The R Package geepack, Journal of Statistical Software 15(2).
 */
public final class EstimatingEquations {

    private static final int ROUNDS = 500;
    private static final double STILL = 1e-13;
    private static final double WELL = 1e-9;
    private static final double SMALLEST = 1e-10;

    private final MeanModel model;
    private final ModelData data;
    private final ClusterMeans clusters;
    private final double[] b;
    private double alpha;
    private double[][] columns;
    private double[] residuals;

    private EstimatingEquations(MeanModel model, ModelData data, ClusterMeans clusters, double[] start) {
        this.model = model;
        this.data = data;
        this.clusters = clusters;
        this.b = start.clone();
    }

    /** What came of it. */
    public sealed interface Solution permits Solved, Unsolved {}

    /**
     * A solution.
     *
     * @param coefficients the coefficients
     * @param covariance   their covariance
     * @param correlation  {@code alpha}
     * @param dispersion   {@code phi}
     */
    public record Solved(double[] coefficients, CoefficientCovariance covariance, double correlation, double dispersion)
            implements Solution {}

    /**
     * No solution.
     *
     * @param reason why
     */
    public record Unsolved(Reason reason) implements Solution {}

    /**
     * Solves the equations.
     *
     * @param start   the fit of the same model to the same data as if all rows were independent
     * @param cluster the number of each row's cluster, from 0, each number used
     */
    public static Solution of(MeanModel model, ModelData data, FittedModel start, int[] cluster) {
        ClusterMeans clusters = ClusterMeans.of(cluster);
        if (clusters.pairs() == 0) {
            return new Unsolved(Reason.NO_CLUSTER_OF_TWO);
        }
        return new EstimatingEquations(model, data, clusters, start.coefficients()).solve();
    }

    private Solution solve() {
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            look();
            double phi = dispersion();
            if (!(phi > 0)) {
                return new Unsolved(Reason.NO_VARIANCE);
            }
            double before = alpha;
            alpha = correlation(phi);
            if (!(1 - alpha > SMALLEST && 1 + (clusters.largest() - 1) * alpha > SMALLEST)) {
                return new Unsolved(Reason.WORKING_CORRELATION);
            }
            double[][] rows = clusters.less(columns, parts());
            double[] rest = clusters.less(residuals, parts());
            Triangle triangle = Triangle.of(rows);
            double[] step = triangle.solve(triangle.solveTransposed(products(rows, rest)));
            double size = Math.max(Math.abs(alpha - before), length(triangle.times(step)) / Math.sqrt(phi));
            if (!Double.isFinite(size)) {
                return new Unsolved(Reason.NOT_CONVERGED);
            }
            if (size < STILL || size >= last && size < WELL) {
                return new Solved(b.clone(), covariance(triangle, rows, rest), alpha, phi);
            }
            last = size;
            for (int j = 0; j < b.length; j++) {
                b[j] += step[j];
            }
        }
        return new Unsolved(Reason.NOT_CONVERGED);
    }

    /** The residuals, and the derivatives of the means, both over the roots of the variances. */
    private void look() {
        double[][] design = data.design().columns();
        int n = data.outcome().length;
        residuals = new double[n];
        columns = new double[b.length][n];
        for (int i = 0; i < n; i++) {
            double eta = data.design().predictor(i, b);
            double root = Math.sqrt(model.variance(eta));
            residuals[i] = (data.outcome()[i] - model.mean(eta)) / root;
            for (int j = 0; j < b.length; j++) {
                columns[j][i] = design[j][i] * model.slope(eta) / root;
            }
        }
    }

    private double dispersion() {
        return squares() / residuals.length;
    }

    private double squares() {
        CompensatedSum squares = new CompensatedSum();
        for (double residual : residuals) {
            squares.addProduct(residual, residual);
        }
        return squares.value();
    }

    private double correlation(double phi) {
        CompensatedSum twice = new CompensatedSum();
        for (double sum : clusters.sums(residuals)) {
            twice.addProduct(sum, sum);
        }
        return (twice.value() - squares()) / 2 / (phi * clusters.pairs());
    }

    private double[] parts() {
        return Arrays.stream(clusters.size())
                .mapToDouble(n -> 1 - Math.sqrt((1 - alpha) / (1 + (n - 1) * alpha)))
                .toArray();
    }

    private CoefficientCovariance covariance(Triangle triangle, double[][] rows, double[] rest) {
        double[][] sums = new double[clusters.clusters()][b.length];
        for (int i = 0; i < rest.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sums[clusters.cluster()[i]][j] += rows[j][i] * rest[i];
            }
        }
        return new CoefficientCovariance(Arrays.stream(sums)
                .map(sum -> triangle.solve(triangle.solveTransposed(sum)))
                .toArray(double[][]::new));
    }

    private static double[] products(double[][] rows, double[] rest) {
        CompensatedSum[] sums = CompensatedSum.zeros(rows.length);
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < rest.length; i++) {
                sums[j].addProduct(rows[j][i], rest[i]);
            }
        }
        return CompensatedSum.values(sums);
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }
}
