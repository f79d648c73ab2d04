package org.ipstrial.stats.survival.competing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * People in order of time with the curve of censoring, and the partial likelihood of {@link FineGray}. Those who ended by
 * another cause are summed from the earliest on, all others from the latest, so that a pass takes as many steps as people.
 */
final class Subdistribution {

    final double[] time;
    /** 0 censored, 1 the cause, 2 any other. */
    final int[] cause;

    final double[][] x;
    /** The curve of censoring just before each person's time. */
    final double[] before;
    /** The first person of each time at which somebody has the event of the cause. */
    final int[] starts;
    /** How many have it there. */
    final int[] events;

    Subdistribution(SurvivalTimes times, double[][] columns) {
        int n = times.size();
        double[][] rows = new double[n][columns.length];
        for (int j = 0; j < columns.length; j++) {
            double middle = Arrays.stream(columns[j]).max().orElseThrow() / 2
                    + Arrays.stream(columns[j]).min().orElseThrow() / 2;
            for (int i = 0; i < n; i++) {
                rows[i][j] = columns[j][i] - middle;
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(times::time)
                        .thenComparingInt(i -> Math.min(2, times.cause(i)))
                        .thenComparing((a, b) -> Arrays.compare(rows[a], rows[b])))
                .mapToInt(Integer::intValue)
                .toArray();
        time = Arrays.stream(order).mapToDouble(times::time).toArray();
        cause = Arrays.stream(order).map(i -> Math.min(2, times.cause(i))).toArray();
        x = Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new);
        before = new double[n];
        double curve = 1;
        int[] first = new int[n];
        int[] counts = new int[n];
        int found = 0;
        for (int from = 0, to; from < n; from = to) {
            to = endOfTime(from);
            Arrays.fill(before, from, to, curve);
            int censored = 0;
            int own = 0;
            for (int i = from; i < to; i++) {
                censored += cause[i] == 0 ? 1 : 0;
                own += cause[i] == 1 ? 1 : 0;
            }
            curve *= (double) (n - from - censored) / (n - from);
            if (own > 0) {
                first[found] = from;
                counts[found++] = own;
            }
        }
        starts = Arrays.copyOf(first, found);
        events = Arrays.copyOf(counts, found);
    }

    int width() {
        return x[0].length;
    }

    int endOfTime(int from) {
        int to = from + 1;
        while (to < time.length && time[to] == time[from]) {
            to++;
        }
        return to;
    }

    /** The hazard of each person, over the largest. */
    double[] hazards(double[] b) {
        double[] eta = Arrays.stream(x).mapToDouble(row -> dot(row, b)).toArray();
        double largest = Arrays.stream(eta).max().orElseThrow();
        return Arrays.stream(eta).map(one -> StrictMath.exp(one - largest)).toArray();
    }

    /**
     * The likelihood with its derivatives, and of each time of events the sum of weighted hazards and the mean covariates.
     *
     * @param value       the logarithm of the likelihood
     * @param score       its slope
     * @param information minus its second derivative
     * @param total       of each time the sum of weighted hazards
     * @param means       of each time the mean of the covariates
     */
    record Sums(double value, double[] score, double[][] information, double[] total, double[][] means) {}

    Sums at(double[] b) {
        int width = b.length;
        int length = 1 + width + width * (width + 1) / 2;
        double[] e = hazards(b);
        double[][] sums = new double[starts.length][];
        double[] running = new double[length];
        for (int k = starts.length - 1, i = time.length - 1; k >= 0; k--) {
            for (; i >= starts[k]; i--) {
                add(running, e[i], x[i]);
            }
            sums[k] = running.clone();
        }
        double[] gone = new double[length];
        double value = 0;
        double[] score = new double[width];
        double[][] information = new double[width][width];
        double[] total = new double[starts.length];
        double[][] means = new double[starts.length][width];
        for (int k = 0, i = 0; k < starts.length; k++) {
            for (; i < starts[k]; i++) {
                if (cause[i] == 2) {
                    add(gone, e[i] / before[i], x[i]);
                }
            }
            for (int j = 0; j < length; j++) {
                sums[k][j] += before[starts[k]] * gone[j];
            }
            total[k] = sums[k][0];
            value -= events[k] * StrictMath.log(total[k]);
            for (int j = 0, at = 1 + width; j < width; j++) {
                means[k][j] = sums[k][1 + j] / total[k];
                score[j] -= events[k] * means[k][j];
                for (int l = 0; l <= j; l++, at++) {
                    information[j][l] += events[k] * (sums[k][at] / total[k] - means[k][j] * means[k][l]);
                    information[l][j] = information[j][l];
                }
            }
            for (int one = starts[k]; one < time.length && time[one] == time[starts[k]]; one++) {
                if (cause[one] == 1) {
                    value += StrictMath.log(e[one]);
                    for (int j = 0; j < width; j++) {
                        score[j] += x[one][j];
                    }
                }
            }
        }
        return new Sums(value, score, information, total, means);
    }

    private static void add(double[] sums, double w, double[] x) {
        sums[0] += w;
        for (int j = 0, at = 1 + x.length; j < x.length; j++) {
            sums[1 + j] += w * x[j];
            for (int l = 0; l <= j; l++) {
                sums[at++] += w * x[j] * x[l];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
