package org.ipstrial.stats.regression.cluster;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.OrthonormalRows;

/**
 * Variances of the coefficients of a linear model that let the people of a cluster resemble each other and hold for few
 * clusters, with degrees of freedom.
 *
 * <p>With the rows {@code X(g)} and residuals {@code e(g)} of each of {@code G} clusters, {@code B = (X'X)^-1},
 * {@code H(g) = X(g) B X(g)'} and a combination {@code c'b} of the coefficients:
 *
 * <pre>
 *   A(g) = (I - H(g))^(-1/2) of CR2, (I - H(g))^-1 of CR3
 *   v    = sum of (c'B X(g)'A(g) e(g))^2
 *   p(g) = (I - H)(g)'A(g) X(g) B c, (I - H)(g) the rows of the cluster in the residual projection
 *   df   = (sum of p(g)'p(g))^2 / (sum over g and h of (p(g)'p(h))^2)
 * </pre>
 *
 * <p>The degrees of freedom are Satterthwaite's for independent residuals of one variance. With {@code R'R = X'X},
 * {@code Q(g) = X(g) R^-1} and {@code S(g) = Q(g)'Q(g)} all of it is found in as many dimensions as there are coefficients,
 * because {@code Q(g)'A(g) = f(I - S(g)) Q(g)'}: one pass over the people and one over the clusters, however large.
 *
 * <p>Edges: a direction that one cluster alone tells of (an eigenvalue 1 of {@code S(g)}) leaves no residual and is skipped,
 * as by the generalised inverse of clubSandwich; where the combination hangs on such a direction, as the difference of two
 * arms of which one is a single cluster, there is no variance. The model must be unweighted.
 *
 * <p>Source: Bell RM, McCaffrey DF (2002), Survey Methodology 28(2):169-181; degrees of freedom and generalised inverse:
 * Pustejovsky JE, Tipton E (2018), Journal of Business &amp; Economic Statistics 36:672-683.
 */
public final class FewClusters {

    private static final double NEXT_TO_ONE = 1e-10;
    private static final double HANGS = 1e-7;

    private final Triangle information;
    private final ClusterCorrection correction;
    private final double[][] sums;
    private final double[][] shares;
    private final double[][][] directions;

    private FewClusters(FittedModel fit, int[] cluster, ClusterCorrection correction) {
        int p = fit.coefficients().length;
        int clusters = Arrays.stream(cluster).max().orElseThrow() + 1;
        this.information = fit.information();
        this.correction = correction;
        this.sums = new double[clusters][p];
        this.shares = new double[clusters][];
        this.directions = new double[clusters][][];
        OrthonormalRows rows = OrthonormalRows.of(fit);
        double[][][] squares = new double[clusters][p][p];
        for (int i = 0; i < cluster.length; i++) {
            double[] row = rows.row(i);
            double[][] square = squares[cluster[i]];
            for (int j = 0; j < p; j++) {
                sums[cluster[i]][j] += row[j] * fit.scores()[i];
                for (int k = 0; k < p; k++) {
                    square[j][k] += row[j] * row[k];
                }
            }
        }
        for (int g = 0; g < clusters; g++) {
            EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(squares[g], false));
            shares[g] = eigen.getRealEigenvalues();
            directions[g] = eigen.getVT().getData();
        }
    }

    /**
     * The variances of a model's coefficients.
     *
     * @param fit     a linear model without weights
     * @param cluster the number of each row's cluster, from 0
     */
    public static FewClusters of(FittedModel fit, int[] cluster, ClusterCorrection correction) {
        return new FewClusters(fit, cluster, correction);
    }

    /** The variance of a linear combination of the coefficients, where it exists. */
    public Optional<ClusteredVariance> variance(double[] combination) {
        double[] wanted = information.solveTransposed(combination);
        int p = wanted.length;
        double variance = 0;
        double diagonal = 0;
        double squares = 0;
        double[][] cross = new double[p][p];
        for (int g = 0; g < sums.length; g++) {
            double found = 0;
            double own = 0;
            double[] seen = new double[p];
            for (int k = 0; k < p; k++) {
                double[] direction = directions[g][k];
                double along = dot(direction, wanted);
                double left = 1 - shares[g][k];
                if (left < NEXT_TO_ONE) {
                    if (Math.abs(along) > HANGS * Math.sqrt(dot(wanted, wanted))) {
                        return Optional.empty();
                    }
                    continue;
                }
                double factor = along * correction.factor(left);
                found += factor * dot(direction, sums[g]);
                own += factor * factor * shares[g][k];
                for (int j = 0; j < p; j++) {
                    seen[j] += factor * shares[g][k] * direction[j];
                }
            }
            double shared = dot(seen, seen);
            variance += found * found;
            diagonal += own - shared;
            squares += (own - shared) * (own - shared) - shared * shared;
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    cross[j][k] += seen[j] * seen[k];
                }
            }
        }
        for (double[] row : cross) {
            squares += dot(row, row);
        }
        return Optional.of(new ClusteredVariance(variance, diagonal * diagonal / squares));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
