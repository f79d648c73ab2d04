package org.ipstrial.stats.survival.competing;

import java.util.Arrays;
import org.ipstrial.stats.survival.RiskTable;

/**
 * The scores of {@link GrayTest} in one stratum, with their variance.
 *
 * <p>The variance is that of a sum of independent changes at each time. A change of the hazard of arm {@code k} moves the
 * score of arm {@code i} at once and through the incidences at all later times. With {@code h_k = Y_k / S_k} of those at
 * risk, {@code H} their sum, {@code F} the incidence of all arms together, of which {@code d / H} is the rise:
 *
 * <pre>
 *   a_ik(t) = h_i (1[i = k] - h_k / H),   c_ik(t) = sum up to t of a_ik d / (H (1 - F))
 *   an event of the cause at t moves score i by   a_ik(t) + p (c_ik(end) - c_ik(t)),  p = 1 - (1 - F) / S_k,
 *   one of another cause by                           -(q) (c_ik(end) - c_ik(t)),     q = (1 - F) / S_k
 * </pre>
 *
 * <p>with {@code F} and {@code S_k} after {@code t}. Both are squared with their expected frequencies, which the test's
 * hypothesis gives for the cause and the data for the others, and multiplied by {@code (Y - d) / (Y - 1)} of the sort that
 * ties call for.
 */
final class GrayScores {

    private final int arms;
    private final double[] score;
    private final double[][] square;
    /** c_ik up to now. */
    private final double[][] reach;
    /** Sums of the frequencies, with p or q to the powers 0, 1 and 2: squares, crossed with c, and of c itself. */
    private final double[][] crossed;

    private final double[] slope;
    private final double[] left;
    private final double[] gone;
    private double pooled;

    GrayScores(RiskTable table, int cause) {
        arms = table.arms();
        score = new double[arms];
        square = new double[arms][arms];
        reach = new double[arms][arms];
        crossed = new double[arms][arms];
        slope = new double[arms];
        left = new double[arms];
        gone = new double[arms];
        Arrays.fill(left, 1);
        for (int k = 0; k < table.size(); k++) {
            if (table.events(k) > 0) {
                add(table, cause, k);
            }
        }
    }

    private void add(RiskTable table, int cause, int k) {
        double total = 0;
        double fair = 0;
        double events = 0;
        double[] h = new double[arms];
        for (int arm = 0; arm < arms; arm++) {
            int y = table.atRisk(arm, k);
            if (y > 0) {
                h[arm] = y / left[arm];
                total += h[arm];
                fair += h[arm] * (1 - gone[arm]);
                events += table.ended(arm, cause, k);
            }
        }
        double rise = events / total;
        double after = pooled + rise;
        double[][] now = new double[arms][arms];
        for (int i = 0; i < arms; i++) {
            if (h[i] > 0) {
                score[i] += table.ended(i, cause, k) - events * (h[i] * (1 - gone[i])) / fair;
                for (int j = 0; j < arms; j++) {
                    if (h[j] > 0) {
                        now[i][j] = i == j ? h[i] * ((total - h[i]) / total) : -(h[i] * h[j] / total);
                        reach[i][j] += now[i][j] * (rise / (1 - pooled));
                    }
                }
            }
        }
        for (int arm = 0; arm < arms; arm++) {
            int y = table.atRisk(arm, k);
            if (y > 0) {
                int own = table.ended(arm, cause, k);
                int others = table.events(arm, k) - own;
                double before = left[arm];
                double next = before * ((double) (y - own - others) / y);
                double expected = events / (total * h[arm]);
                double ties = events > 1 ? 1 - (events - 1) / (total * before - 1) : 1;
                double p = next > 0 ? 1 - (1 - after) / next : 1;
                spread(arm, now, p, ties * expected);
                if (next > 0 && others > 0) {
                    double frequency = before * before * others / y / y;
                    double correction = others > 1 ? 1 - (others - 1.0) / (y - 1.0) : 1;
                    spread(arm, new double[arms][arms], (1 - after) / next, correction * frequency);
                }
                gone[arm] += before * own / y;
                left[arm] = next;
            }
        }
        pooled = after;
    }

    /** Adds the changes at one time of one arm's hazard, as they will be at the end of all times. */
    private void spread(int arm, double[][] now, double p, double frequency) {
        slope[arm] += p * p * frequency;
        for (int i = 0; i < arms; i++) {
            double own = now[i][arm] - p * reach[i][arm];
            crossed[i][arm] += own * p * frequency;
            for (int j = 0; j < arms; j++) {
                square[i][j] += own * (now[j][arm] - p * reach[j][arm]) * frequency;
            }
        }
    }

    /** Events of an arm less those expected. */
    double score(int i) {
        return score[i];
    }

    /** The covariance of the scores of two arms. */
    double variance(int i, int j) {
        double sum = square[i][j];
        for (int k = 0; k < arms; k++) {
            sum += reach[i][k] * reach[j][k] * slope[k] + reach[i][k] * crossed[j][k] + reach[j][k] * crossed[i][k];
        }
        return sum;
    }
}
