package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Variance of the coefficients that holds if the hazards are not proportional, or if people of a cluster are alike.
 *
 * <p>With {@code e_i = exp(x_i'b)}, at each time of events the denominators {@code S_l} of {@link Ties}, the means {@code m_l}
 * of the covariates under them and {@code c_il} the part with which person {@code i} at risk enters {@code S_l}:
 *
 * <pre>
 *   r_i = (x_i - mean of m_l at the time of i) if i has the event
 *         - sum over times of events up to that of i, and over l, of c_il e_i (x_i - m_l) / S_l
 *   R   = sum over clusters of r r', r the sum of r_i over the cluster
 *   V   = I<sup>-1</sup> R I<sup>-1</sup>
 * </pre>
 *
 * <p>Source: Lin DY, Wei LJ (1989), Journal of the American Statistical Association 84:1074-1078; clusters: Lee EW, Wei LJ,
 * Amato DA (1992), in Klein JP, Goel PK, Survival Analysis: State of the Art, Kluwer, 237-247. As R's
 * {@code coxph(robust = TRUE)}.
 */
public final class ScoreResiduals {

    private ScoreResiduals() {}

    /** The robust variance: of each person alone, or of clusters where the data have them. */
    public static double[][] robustVariance(CoxFit fit) {
        CoxData data = fit.data();
        double[][] residuals = of(fit);
        TreeMap<Integer, double[]> clusters = new TreeMap<>();
        double[][] middle = new double[data.width()][data.width()];
        boolean alone = Arrays.stream(clusterOfEach(data)).distinct().count() == data.size();
        for (int i = 0; i < data.size(); i++) {
            if (alone) {
                addSquare(middle, residuals[i]);
            } else {
                double[] sum = clusters.computeIfAbsent(data.cluster(i), any -> new double[data.width()]);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += residuals[i][j];
                }
            }
        }
        clusters.values().forEach(sum -> addSquare(middle, sum));
        double[][] variance = fit.variance();
        double[][] robust = new double[data.width()][];
        for (int j = 0; j < robust.length; j++) {
            // Row j of I^-1 R I^-1, both matrices being symmetric.
            robust[j] = CoxFit.times(variance, CoxFit.times(middle, variance[j]));
        }
        return robust;
    }

    private static int[] clusterOfEach(CoxData data) {
        int[] clusters = new int[data.size()];
        Arrays.setAll(clusters, data::cluster);
        return clusters;
    }

    private static void addSquare(double[][] middle, double[] r) {
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < r.length; k++) {
                middle[j][k] += r[j] * r[k];
            }
        }
    }

    /** The residuals, in the order of the data. */
    static double[][] of(CoxFit fit) {
        CoxData data = fit.data();
        int width = data.width();
        double[] exponents = RiskSums.exponents(data, fit.coefficients());
        double[][] residuals = new double[data.size()][width];
        // Sums of 1 / S and of m / S over the times of events that a person lives to see: from the earliest, backwards
        // here.
        double[] perTime = new double[data.size()];
        double[][] meanPerTime = new double[data.size()][];
        RiskSums.visit(data, exponents, time -> {
            int d = time.events();
            double all = 0;
            double[] means = new double[width];
            double own = 0;
            double[] ownMeans = new double[width];
            double[] plain = new double[width];
            for (int l = 0; l < d; l++) {
                double kept = 1 - fit.ties().leftOut(l, d);
                double inverse = 1 / time.denominator(fit.ties(), l);
                all += inverse;
                own += kept * inverse;
                for (int j = 0; j < width; j++) {
                    double mean = time.mean(fit.ties(), l, j);
                    means[j] += mean * inverse;
                    ownMeans[j] += kept * mean * inverse;
                    plain[j] += mean / d;
                }
            }
            perTime[time.from()] = all;
            meanPerTime[time.from()] = means;
            for (int i = time.from(); i < time.to(); i++) {
                double e = StrictMath.exp(exponents[i]);
                for (int j = 0; j < width; j++) {
                    double x = data.x(i)[j];
                    // Those who have the event enter by their own part; the full part is taken off again below.
                    if (data.event(i)) {
                        residuals[i][j] = x - plain[j] - e * (x * (own - all) - (ownMeans[j] - means[j]));
                    }
                }
            }
        });
        double sum = 0;
        double[] meanSum = new double[width];
        for (int i = data.size() - 1; i >= 0; i--) {
            boolean last = i == data.size() - 1 || data.beginsStratum(i + 1);
            if (last) {
                sum = 0;
                Arrays.fill(meanSum, 0);
            }
            int from = i;
            while (from > 0 && !data.beginsStratum(from) && data.time(from - 1) == data.time(i)) {
                from--;
            }
            if (meanPerTime[from] != null) {
                sum += perTime[from];
                for (int j = 0; j < width; j++) {
                    meanSum[j] += meanPerTime[from][j];
                }
            }
            for (int k = i; k >= from; k--) {
                double e = StrictMath.exp(exponents[k]);
                for (int j = 0; j < width; j++) {
                    residuals[k][j] -= e * (data.x(k)[j] * sum - meanSum[j]);
                }
            }
            i = from;
        }
        return residuals;
    }
}
