package org.ipstrial.stats.survival.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * Weighted events of each arm less those expected if all arms were alike, summed over times and strata, with the variance.
 *
 * <p>At a time with {@code d} events among {@code n} at risk, {@code d_j} among {@code n_j} in arm {@code j}, and weight
 * {@code w}:
 *
 * <pre>
 *   u_j  = w (d_j n - d n_j) / n
 *   v_jl = w^2 d (n - d) / (n - 1) (n_j / n) (1[j = l] - n_l / n),  the hypergeometric variance, 0 where n = 1
 * </pre>
 *
 * <p>The differences are whole numbers before they are divided, so that changing two arms round changes the sign and
 * nothing else. Arms that were never at risk together at a time at which somebody had the event and somebody had not say
 * nothing about each other; {@link #apart} numbers the sets of arms that did.
 */
final class EventScores {

    private final double[] u;
    private final double[][] variance;
    private final int[] apart;
    private final long events;

    private EventScores(double[] u, double[][] variance, int[] apart, long events) {
        this.u = u;
        this.variance = variance;
        this.apart = apart;
        this.events = events;
    }

    static EventScores of(SurvivalTimes times, Weight weight) {
        int arms = times.arms();
        double[] u = new double[arms];
        double[][] variance = new double[arms][arms];
        int[] apart = new int[arms];
        Arrays.setAll(apart, arm -> arm);
        long events = 0;
        for (RiskTable table : times.tables()) {
            events += add(table, weight, u, variance, apart);
        }
        return new EventScores(u, variance, apart, events);
    }

    private static long add(RiskTable table, Weight weight, double[] u, double[][] variance, int[] apart) {
        int arms = table.arms();
        double share = 1;
        long events = 0;
        for (int k = 0; k < table.size(); k++) {
            long d = table.events(k);
            if (d == 0) {
                continue;
            }
            events += d;
            long n = table.atRisk(k);
            double w = weight.of(share);
            double spread = n == 1 ? 0 : w * w * d * ((double) (n - d) / (n - 1));
            for (int j = 0; j < arms; j++) {
                long nj = table.atRisk(j, k);
                u[j] += w * ((double) (table.events(j, k) * n - d * nj) / n);
                for (int l = 0; l < arms && spread > 0; l++) {
                    long nl = table.atRisk(l, k);
                    variance[j][l] += j == l ? spread * (nj * (n - nj)) / n / n : -(spread * (nj * nl) / n / n);
                }
            }
            if (spread > 0) {
                join(table, k, apart);
            }
            share *= (double) (n - d) / n;
        }
        return events;
    }

    /** Whether arms of a stratum were at risk together when somebody had the event and somebody had not. */
    static boolean saysSomething(RiskTable table) {
        int[] apart = new int[table.arms()];
        Arrays.setAll(apart, arm -> arm);
        add(table, Weight.LOG_RANK, new double[apart.length], new double[apart.length][apart.length], apart);
        return Arrays.stream(apart).distinct().count() < apart.length;
    }

    private static void join(RiskTable table, int k, int[] apart) {
        int first = -1;
        for (int arm = 0; arm < apart.length; arm++) {
            if (table.atRisk(arm, k) > 0) {
                int from = apart[arm];
                if (first < 0) {
                    first = from;
                } else if (from != first) {
                    int into = Math.min(first, from);
                    int gone = Math.max(first, from);
                    for (int other = 0; other < apart.length; other++) {
                        apart[other] = apart[other] == gone ? into : apart[other];
                    }
                    first = into;
                }
            }
        }
    }

    /** Whether anybody had the event. */
    boolean hasEvents() {
        return events > 0;
    }

    /** How many comparisons between arms there are: the arms less the sets of arms that were at risk together. */
    int comparisons() {
        return apart.length - (int) Arrays.stream(apart).distinct().count();
    }

    /** The arms that are kept for a test: of each set all but its last. */
    private int[] kept() {
        List<Integer> kept = new ArrayList<>();
        for (int arm = 0; arm < apart.length; arm++) {
            int set = apart[arm];
            int from = arm + 1;
            if (IntStream.range(from, apart.length).anyMatch(later -> apart[later] == set)) {
                kept.add(arm);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The scores of the arms that are kept for a test. */
    double[] keptScores() {
        return Arrays.stream(kept()).mapToDouble(arm -> u[arm]).toArray();
    }

    /** Their variance, of full rank. */
    double[][] keptVariance() {
        int[] kept = kept();
        return Arrays.stream(kept)
                .mapToObj(j ->
                        Arrays.stream(kept).mapToDouble(l -> variance[j][l]).toArray())
                .toArray(double[][]::new);
    }

    /** The sum of the scores times weights. */
    double sum(double[] weights) {
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            sum += weights[j] * u[j];
        }
        return sum;
    }

    /** The variance of that sum. */
    double varianceOfSum(double[] weights) {
        // The rows of the variance sum to 0, so that only differences between weights count.
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            for (int l = 0; l < j; l++) {
                double d = weights[j] - weights[l];
                sum -= d * d * variance[j][l];
            }
        }
        return sum;
    }
}
