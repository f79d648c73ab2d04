package org.ipstrial.stats.survival.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.ChiSquaredTail;
import org.ipstrial.stats.survival.RiskTable;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * Weighted log-rank tests of two or more arms, stratified if the times are: that everybody of a stratum has the same chance
 * of the event at each time, whatever the arm.
 *
 * <p>At a time with {@code d} events among {@code n} at risk, {@code d_j} among {@code n_j} in arm {@code j}, and weight
 * {@code w} of {@link Weight}:
 *
 * <pre>
 *   U_j  = sum of w (d_j - d n_j / n)
 *   V_jl = sum of w^2 d (n - d) / (n - 1) (n_j / n) (1[j = l] - n_l / n)
 *   X    = U' V<sup>-1</sup> U over all arms but one, chi-squared with one degree of freedom less than arms
 *   trend: X = (a' U)^2 / (a' V a), chi-squared with 1, for scores a_j of the arms
 * </pre>
 *
 * <p>Sums go over times and strata. An arm that was never at risk at an event together with another arm takes a degree of
 * freedom with it. No test without events ({@code no-events}), or where the arms were never at risk together
 * ({@code never-at-risk-together}), or where all weights are 0 ({@code no-variance}); a stratum in which that is so says nothing, and {@link #uninformativeStrata} counts
 * them. Only the order of the times matters.
 *
 * <p>Source: Mantel N (1966), Cancer Chemotherapy Reports 50:163-170; Peto R, Peto J (1972), Journal of the Royal
 * Statistical Society, Series A 135:185-207; weights: Harrington DP, Fleming TR (1982), Biometrika 69:553-566; trend:
 * Tarone RE (1975), Biometrika 62:679-682.
 */
public final class WeightedLogRank {

    private WeightedLogRank() {}

    /** The test that all arms are alike. */
    public static TestResult of(SurvivalTimes times, Weight weight) {
        EventScores scores = EventScores.of(times, weight);
        if (!scores.hasEvents()) {
            return TestResult.notEstimable(Reason.NO_EVENTS);
        }
        if (scores.comparisons() == 0) {
            return TestResult.notEstimable(noComparison(times));
        }
        return ChiSquaredTail.of(scores.keptScores(), scores.keptVariance());
    }

    /**
     * The test against a trend over the arms.
     *
     * @param armScores a score for each arm, not all alike
     * @throws IllegalArgumentException if there are not as many scores as arms, or they are all alike
     */
    public static TestResult trend(SurvivalTimes times, Weight weight, double... armScores) {
        if (armScores.length != times.arms()
                || Arrays.stream(armScores).distinct().count() < 2) {
            throw new IllegalArgumentException("a trend needs a score for each of " + times.arms()
                    + " arms, not all alike, got " + Arrays.toString(armScores));
        }
        EventScores scores = EventScores.of(times, weight);
        if (!scores.hasEvents()) {
            return TestResult.notEstimable(Reason.NO_EVENTS);
        }
        double variance = scores.varianceOfSum(armScores);
        if (variance == 0) {
            return TestResult.notEstimable(noComparison(times));
        }
        double u = scores.sum(armScores);
        return ChiSquaredTail.of(u / variance * u, 1);
    }

    /** Late weights, for one, are 0 where all events come at once. */
    private static Reason noComparison(SurvivalTimes times) {
        return uninformativeStrata(times).size() == times.tables().size()
                ? Reason.NEVER_AT_RISK_TOGETHER
                : Reason.NO_VARIANCE;
    }

    /** The places, in the order of the strata that have somebody, of the strata that say nothing about the arms. */
    public static List<Integer> uninformativeStrata(SurvivalTimes times) {
        List<Integer> silent = new ArrayList<>();
        List<RiskTable> tables = times.tables();
        for (int i = 0; i < tables.size(); i++) {
            if (!EventScores.saysSomething(tables.get(i))) {
                silent.add(i);
            }
        }
        return silent;
    }
}
