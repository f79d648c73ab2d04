package org.ipstrial.stats.survival.adjusted;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.ArmColumns;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.Information;
import org.ipstrial.stats.survival.curve.KaplanMeier;
import org.ipstrial.stats.survival.hazards.ArmModel;

/**
 * Difference of restricted mean times of two arms alike in covariates: a linear model of the time within {@code tau}, in which
 * whoever is not censored stands for those of the arm who are.
 *
 * <p>With {@code y_i} the smaller of the time and {@code tau}, {@code d_i} 1 if the event happened by then or {@code tau} was
 * reached, {@code x_i} 1, the arms and the covariates, and {@code G} the Kaplan-Meier curve of censoring in the own arm:
 *
 * <pre>
 *   w_i = d_i / G(y_i)
 *   b   = (sum of w_i x_i x_i')<sup>-1</sup> sum of w_i x_i y_i
 *   s_i = w_i x_i (y_i - x_i'b),  h(u) = sum of s_j over those of the arm with y_j &gt;= u
 *   k_i = s_i + (1 - d_i) h(y_i) / n(y_i) - sum over censored times u &lt;= y_i of c(u) h(u) / n(u)^2
 *   V   = A<sup>-1</sup> (sum of k_i k_i') A<sup>-1</sup>,  A = sum of x_i x_i'
 *   limits b -+ z se(b)
 * </pre>
 *
 * <p>{@code n(u)}: people of the arm with {@code y >= u}, {@code c(u)}: those of them censored at {@code u}. Unit: that of the
 * times. All arms are in one model. Where {@code G} falls at a time of an event, the event counts as after the censoring, as in
 * R's survRM2. Without covariates and censoring it is the difference of means. Not known where {@code tau} lies beyond the last
 * time of an arm, unless its curve is 0 ({@code beyond-follow-up}); late entries are not looked at. Strata and clusters are
 * not either.
 *
 * <p>Source: Tian L, Zhao L, Wei LJ (2014), Predicting the restricted mean event time with the subject's baseline covariates in
 * survival analysis, Biostatistics 15:222-233, with the identity link.
 */
public final class RestrictedTimeRegression {

    private static final double NOTHING = 1e-13;

    private final SurvivalTimes times;
    private final double tau;
    private final double[] y;
    private final boolean[] known;
    private final double[][] x;
    /** People by arm, then {@code y}, then what is known of them, so that no order of the rows shows in a sum. */
    private final int[] order;

    private RestrictedTimeRegression(ArmModel model, int reference, double tau) {
        times = model.times();
        this.tau = tau;
        int n = times.size();
        double[][] columns = ArmColumns.of(times, reference, model.columns());
        y = new double[n];
        known = new boolean[n];
        x = new double[n][columns.length + 1];
        for (int i = 0; i < n; i++) {
            y[i] = Math.min(times.time(i), tau);
            known[i] = times.time(i) >= tau || times.cause(i) != SurvivalTimes.CENSORED;
            x[i][columns.length] = 1;
        }
        for (int j = 0; j < columns.length; j++) {
            // From the middle: it moves the constant alone.
            double middle = Arrays.stream(columns[j]).max().orElseThrow() / 2
                    + Arrays.stream(columns[j]).min().orElseThrow() / 2;
            for (int i = 0; i < n; i++) {
                x[i][j] = columns[j][i] - middle;
            }
        }
        order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(times::arm)
                        .thenComparingDouble(i -> y[i])
                        .thenComparing((a, b) -> Boolean.compare(known[a], known[b]))
                        .thenComparing((a, b) -> Arrays.compare(x[a], x[b])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The difference of two arms, group minus reference, with the covariates of the model. */
    public static Estimate difference(ArmModel model, int group, int reference, double tau, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Require.fraction("level", level)) / 2);
        if (!(tau > 0 && tau <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("tau must be above 0 and finite, got " + tau);
        }
        RiskTable table = model.times().unstratified().table();
        if (IntStream.range(0, model.arms())
                .anyMatch(arm -> !KaplanMeier.of(table, arm).isKnownAt(tau))) {
            return Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP);
        }
        return new RestrictedTimeRegression(model, reference, tau).estimate(ArmModel.column(group, reference), z);
    }

    private Estimate estimate(int column, double z) {
        int width = x[0].length;
        double[] w = weights();
        double[][] weighted = new double[width][width];
        double[][] plain = new double[width][width];
        double[] right = new double[width];
        for (int i : order) {
            for (int j = 0; j < width; j++) {
                right[j] += w[i] * x[i][j] * y[i];
                for (int k = 0; k < width; k++) {
                    weighted[j][k] += w[i] * x[i][j] * x[i][k];
                    plain[j][k] += x[i][j] * x[i][k];
                }
            }
        }
        Optional<double[][]> solved = Information.inverse(weighted);
        Optional<double[][]> inverse = Information.inverse(plain);
        if (solved.isEmpty() || inverse.isEmpty()) {
            return Estimate.notEstimable(Reason.COLLINEAR_COVARIATES);
        }
        double[] b = times(solved.get(), right);
        double[] lean = inverse.get()[column];
        double variance = 0;
        for (double[] k : influences(w, b)) {
            double own = dot(lean, k);
            variance += own * own;
        }
        // Rounding alone is no variance.
        if (!(Math.sqrt(variance) > NOTHING * tau)) {
            return Estimate.withoutLimits(b[column], Reason.NO_VARIANCE);
        }
        double error = Math.sqrt(variance);
        return Estimate.of(b[column], error, b[column] - z * error, b[column] + z * error);
    }

    /** One over the curve of censoring for those whose time within tau is known, 0 for the others. */
    private double[] weights() {
        double[] w = new double[y.length];
        for (int from = 0, end; from < order.length; from = end) {
            end = endOfArm(from);
            double curve = 1;
            for (int at = from, to; at < end; at = to) {
                to = endOfTime(at, end);
                curve *= (double) (end - at - censored(at, to)) / (end - at);
                for (int k = at; k < to; k++) {
                    w[order[k]] = known[order[k]] ? 1 / curve : 0;
                }
            }
        }
        return w;
    }

    /** What each person adds to the sums, the curve of censoring being estimated too; in the order of the people. */
    private double[][] influences(double[] w, double[] b) {
        int width = b.length;
        double[][] s = new double[y.length][width];
        double[][] later = new double[order.length + 1][width];
        double[][] all = new double[order.length][];
        for (int from = 0, end; from < order.length; from = end) {
            end = endOfArm(from);
            Arrays.fill(later[end], 0);
            for (int at = end - 1; at >= from; at--) {
                int i = order[at];
                double rest = y[i] - dot(x[i], b);
                for (int j = 0; j < width; j++) {
                    s[i][j] = w[i] * x[i][j] * rest;
                    later[at][j] = later[at + 1][j] + s[i][j];
                }
            }
            double[] expected = new double[width];
            for (int at = from, to; at < end; at = to) {
                to = endOfTime(at, end);
                double n = end - at;
                int c = censored(at, to);
                for (int j = 0; j < width; j++) {
                    expected[j] += c * (later[at][j] / n / n);
                }
                for (int k = at; k < to; k++) {
                    int i = order[k];
                    all[k] = s[i].clone();
                    for (int j = 0; j < width; j++) {
                        all[k][j] += (known[i] ? 0 : later[at][j] / n) - expected[j];
                    }
                }
            }
        }
        return all;
    }

    private int endOfArm(int from) {
        int end = from + 1;
        while (end < order.length && times.arm(order[end]) == times.arm(order[from])) {
            end++;
        }
        return end;
    }

    private int endOfTime(int from, int end) {
        int to = from + 1;
        while (to < end && y[order[to]] == y[order[from]]) {
            to++;
        }
        return to;
    }

    private int censored(int from, int to) {
        return (int) IntStream.range(from, to).filter(k -> !known[order[k]]).count();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
