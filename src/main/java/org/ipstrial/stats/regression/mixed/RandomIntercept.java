package org.ipstrial.stats.regression.mixed;

import java.util.Arrays;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.algebra.ColumnRank;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.cluster.ClusterMeans;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * A linear model whose clusters each have an intercept of their own, drawn from a normal distribution, by restricted maximum
 * likelihood (REML).
 *
 * <p>With {@code N} rows, {@code n(g)} of them in a cluster, {@code p} columns {@code X}, the ratio {@code r} of the variance
 * of the intercepts to that of the residuals, and {@code V = I + r ZZ'}, {@code Z} the indicators of the clusters:
 *
 * <pre>
 *   b(r) = (X'V^-1 X)^-1 X'V^-1 y,  q(r) = (y - X b)'V^-1 (y - X b)
 *   l(r) = -((N - p) (log(2 pi q / (N - p)) + 1) + sum of log(1 + n(g) r) + log det X'V^-1 X) / 2
 *   r at the largest l;  variance of the residuals s^2 = q / (N - p), of the intercepts r s^2
 *   covariance of b = s^2 (X'V^-1 X)^-1
 * </pre>
 *
 * <p>The ratio is looked for along one line ({@link VarianceRatio}); 0 is a ratio like any other. The fit at it is that of
 * least squares to rows less a part of their cluster means, which {@link LinearModel} takes to the last digit.
 *
 * <p>Edges: no cluster with two rows, or fewer than two clusters, tell no ratio ({@code no-cluster-of-two},
 * {@code fewer-than-two-clusters}); nor do columns that tell each cluster from the others, as where each arm is one, of
 * which {@code l} is the same at every ratio ({@code one-cluster-alone}); rows that differ by their cluster alone leave no
 * residual variance ({@code no-variance}). The columns must be of full rank.
 *
 * <p>Source: Patterson HD, Thompson R (1971), Biometrika 58:545-554; profiled as by Bates D, M&auml;chler M, Bolker B, Walker
 * S (2015), Journal of Statistical Software 67(1), section 3.
 */
public final class RandomIntercept {

    private RandomIntercept() {}

    /** What came of it. */
    public sealed interface Mixed permits Fitted, Unfitted {}

    /**
     * A fit.
     *
     * @param model         the coefficients, with their covariance as that of the model
     * @param ratio         the variance of the intercepts over that of the residuals
     * @param logLikelihood the restricted log-likelihood
     */
    public record Fitted(FittedModel model, double ratio, double logLikelihood) implements Mixed {

        /** The variance of the residuals. */
        public double within() {
            return model.dispersion();
        }

        /** The variance of the intercepts. */
        public double between() {
            return ratio * model.dispersion();
        }
    }

    /**
     * No fit.
     *
     * @param reason why
     */
    public record Unfitted(Reason reason) implements Mixed {}

    /**
     * Fits the model.
     *
     * @param cluster the number of each row's cluster, from 0, each number used
     */
    public static Mixed of(DesignMatrix design, double[] outcome, int[] cluster) {
        ClusterMeans clusters = ClusterMeans.of(cluster);
        if (clusters.clusters() < 2) {
            return new Unfitted(Reason.FEWER_THAN_TWO_CLUSTERS);
        }
        if (clusters.pairs() == 0) {
            return new Unfitted(Reason.NO_CLUSTER_OF_TWO);
        }
        if (design.rows() <= design.width()) {
            return new Unfitted(Reason.NO_RESIDUAL_DF);
        }
        if (columnsTellClusters(design, clusters)) {
            return new Unfitted(Reason.ONE_CLUSTER_ALONE);
        }
        VarianceRatio line = VarianceRatio.of(design, outcome, clusters);
        if (!line.hasResiduals()) {
            return new Unfitted(Reason.NO_VARIANCE);
        }
        double ratio = line.best();
        double[] part = new double[clusters.clusters()];
        for (int g = 0; g < part.length; g++) {
            part[g] = 1 - 1 / Math.sqrt(1 + clusters.size()[g] * ratio);
        }
        Fit fit = LinearModel.of(ModelData.of(
                new DesignMatrix(design.names(), clusters.less(design.columns(), part)), clusters.less(outcome, part)));
        FittedModel model = fit.ifFitted().orElseThrow();
        return new Fitted(model, ratio, line.logLikelihood(ratio));
    }

    /** Whether each cluster's indicator is made of columns: as many as there are clusters are lost to the clusters' means. */
    private static boolean columnsTellClusters(DesignMatrix design, ClusterMeans clusters) {
        double[] whole = new double[clusters.clusters()];
        Arrays.fill(whole, 1);
        int within = ColumnRank.of(Triangle.of(clusters.less(design.columns(), whole)))
                .kept()
                .length;
        return design.width() - within >= clusters.clusters();
    }
}
