package org.ipstrial.stats.survival.cox.residuals;

import java.util.Arrays;
import java.util.TreeMap;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Information;

/**
 * Variance of the coefficients that holds if the hazards are not proportional, or if people of a cluster are alike.
 *
 * <p>With {@code r_i} the {@link ScoreResiduals} and {@code I} the information:
 *
 * <pre>
 *   R = sum over clusters of r r', r the sum of r_i over the cluster, each times the case weight
 *   V = I<sup>-1</sup> R I<sup>-1</sup>
 * </pre>
 *
 * <p>It is the sum of the squares of {@link DfbetaResiduals} over people, or of their sums over clusters.
 *
 * <p>Source: Lin DY, Wei LJ (1989), Journal of the American Statistical Association 84:1074-1078; clusters: Lee EW, Wei LJ,
 * Amato DA (1992), in Klein JP, Goel PK, Survival Analysis: State of the Art, Kluwer, 237-247. As R's
 * {@code coxph(robust = TRUE)}.
 */
public final class RobustVariance {

    private RobustVariance() {}

    /** The robust variance: of each person alone, or of clusters where the data have them. */
    public static double[][] of(CoxFit fit) {
        CoxData data = fit.data();
        double[][] residuals = ScoreResiduals.rows(fit);
        TreeMap<Integer, double[]> clusters = new TreeMap<>();
        double[][] middle = new double[data.width()][data.width()];
        boolean alone = Arrays.stream(clusterOfEach(data)).distinct().count() == data.size();
        for (int i = 0; i < data.size(); i++) {
            double w = data.weight(i);
            if (alone) {
                addSquare(middle, w, residuals[i]);
            } else {
                double[] sum = clusters.computeIfAbsent(data.cluster(i), any -> new double[data.width()]);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += w * residuals[i][j];
                }
            }
        }
        clusters.values().forEach(sum -> addSquare(middle, 1, sum));
        double[][] variance = fit.variance();
        double[][] robust = new double[data.width()][];
        for (int j = 0; j < robust.length; j++) {
            // Row j of I^-1 R I^-1, both matrices being symmetric.
            robust[j] = Information.times(variance, Information.times(middle, variance[j]));
        }
        return robust;
    }

    private static int[] clusterOfEach(CoxData data) {
        int[] clusters = new int[data.size()];
        Arrays.setAll(clusters, data::cluster);
        return clusters;
    }

    private static void addSquare(double[][] middle, double weight, double[] r) {
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < r.length; k++) {
                middle[j][k] += weight * r[j] * (weight * r[k]);
            }
        }
    }
}
