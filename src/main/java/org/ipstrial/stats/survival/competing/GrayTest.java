package org.ipstrial.stats.survival.competing;

import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.ChiSquaredTail;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.rank.Weight;
import org.ipstrial.stats.survival.rank.WeightedLogRank;

/**
 * Gray's test that the cumulative incidence of a cause is the same in all arms, stratified if the times are.
 *
 * <p>At each time, in arm {@code k}: {@code Y_k} at risk, {@code S_k} and {@code F_k} the Kaplan-Meier curve of any cause and
 * the cumulative incidence of this one just before, {@code d_k} events of this cause, and
 * {@code R_k = Y_k (1 - F_k) / S_k}, who would be at risk if nobody left for another cause:
 *
 * <pre>
 *   U_k = sum of d_k - R_k sum d / sum R
 *   X   = U' V<sup>-1</sup> U over all arms but one, chi-squared with one degree of freedom less than arms
 * </pre>
 *
 * <p>{@code V} is Gray's variance under the hypothesis, with his corrections for ties. Only the order of the times matters.
 * With one cause and no other it is a test of the same hypothesis as the log-rank test, though not the same number. No test
 * without events of the cause ({@code no-events}) or where the arms were never at risk together at one
 * ({@code never-at-risk-together}).
 *
 * <p>R's {@code cmprsk::cuminc} gives the same statistic, and the p-value as one minus a probability, which is 0 from about
 * 1e-16 on; here the tail is computed.
 *
 * <p>Source: Gray RJ (1988), A class of K-sample tests for comparing the cumulative incidence of a competing risk, Annals of
 * Statistics 16:1141-1154, with weight 1.
 */
public final class GrayTest {

    private GrayTest() {}

    /**
     * The test of one cause.
     *
     * @param cause its number, from 1
     */
    public static TestResult of(SurvivalTimes times, int cause) {
        if (cause < 1) {
            throw new IllegalArgumentException("a cause is numbered from 1, got " + cause);
        }
        TestResult causeSpecific = WeightedLogRank.of(times.ofCause(cause), Weight.LOG_RANK);
        if (causeSpecific.pValue().ifEstimated().isEmpty()) {
            return causeSpecific;
        }
        int kept = times.arms() - 1;
        double[] u = new double[kept];
        double[][] variance = new double[kept][kept];
        List<RiskTable> tables = times.tables();
        for (RiskTable table : tables) {
            GrayScores scores = new GrayScores(table, cause);
            for (int i = 0; i < kept; i++) {
                u[i] += scores.score(i);
                for (int j = 0; j < kept; j++) {
                    variance[i][j] += scores.variance(i, j);
                }
            }
        }
        for (int i = 0; i < kept; i++) {
            if (!(variance[i][i] > 0)) {
                return TestResult.notEstimable(Reason.NO_VARIANCE);
            }
        }
        return ChiSquaredTail.of(u, variance);
    }
}
