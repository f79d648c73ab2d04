package org.ipstrial.stats.survival.cox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Variance of the coefficients that holds if the hazards are not proportional, or if people of a cluster are alike.
 *
 * <p>With {@code e_i = exp(x_i'b)}, at each time of events the denominators {@code S_l} of {@link Ties}, the means {@code m_l}
 * of the covariates under them, {@code c_il} the part with which person {@code i} at risk enters {@code S_l} and {@code v} the
 * mean case weight of the events, 1 where there are none:
 *
 * <pre>
 *   r_i = (x_i - mean of m_l at the time of i) if i has the event
 *         - sum over times of events from the entry of i up to its time, and over l, of c_il e_i (x_i - m_l) v / S_l
 *   R   = sum over clusters of r r', r the sum of r_i over the cluster, each times the case weight
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
            robust[j] = CoxFit.times(variance, CoxFit.times(middle, variance[j]));
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

    /** The residuals, in the order of the data, of a person of weight 1 each. */
    static double[][] of(CoxFit fit) {
        return at(fit.data(), fit.ties(), fit.coefficients());
    }

    /** The same at any coefficients. */
    static double[][] at(CoxData data, Ties ties, double[] b) {
        int width = data.width();
        double[] exponents = RiskSums.exponents(data, b);
        double[][] residuals = new double[data.size()][width];
        // Of each time of events 1 / S and m / S, summed over its denominators.
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
                double kept = 1 - ties.leftOut(l, d);
                double inverse = time.weight() / time.denominator(ties, l);
                all += inverse;
                own += kept * inverse;
                for (int j = 0; j < width; j++) {
                    double mean = time.mean(ties, l, j);
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
                    double x = data.x(i, j);
                    // Those who have the event enter by their own part; the full part is taken off again below.
                    if (data.event(i)) {
                        residuals[i][j] = x - plain[j] - e * (x * (own - all) - (ownMeans[j] - means[j]));
                    }
                }
            }
        });
        for (int from = 0, to; from < data.size(); from = to) {
            to = data.endOfStratum(from);
            takeExpected(data, exponents, from, to, perTime, meanPerTime, residuals);
        }
        return residuals;
    }

    /** Takes off what is expected of each person of a stratum over the times of events under observation. */
    private static void takeExpected(
            CoxData data,
            double[] exponents,
            int begin,
            int end,
            double[] perTime,
            double[][] meanPerTime,
            double[][] residuals) {
        int width = data.width();
        // From the earliest time on, which stands last.
        List<Double> times = new ArrayList<>();
        List<double[]> sums = new ArrayList<>();
        times.add(Double.NEGATIVE_INFINITY);
        sums.add(new double[width + 1]);
        for (int i = end - 1; i >= begin; i--) {
            if (meanPerTime[i] != null) {
                double[] sum = sums.get(sums.size() - 1).clone();
                sum[width] += perTime[i];
                for (int j = 0; j < width; j++) {
                    sum[j] += meanPerTime[i][j];
                }
                times.add(data.time(i));
                sums.add(sum);
            }
        }
        for (int i = begin; i < end; i++) {
            double e = StrictMath.exp(exponents[i]);
            double[] by = sums.get(lastBy(times, data.time(i)));
            double[] before = sums.get(lastBy(times, data.entry(i)));
            for (int j = 0; j < width; j++) {
                residuals[i][j] -= e * (data.x(i, j) * (by[width] - before[width]) - (by[j] - before[j]));
            }
        }
    }

    private static int lastBy(List<Double> times, double time) {
        int place = Collections.binarySearch(times, time);
        return place >= 0 ? place : -place - 2;
    }
}
