package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Mee's score interval for a risk difference: Miettinen and Nurminen's without their factor {@code N / (N - 1)}.
 *
 * <p>With shares {@code d = x1/n1 - x2/n2}, and {@code p1}, {@code p2} the most likely
 * probabilities under {@code p1 - p2 = e}, the limits are the {@code e} at which
 * <pre>
 *   (d - e)&sup2; = z&sup2; &middot; [p1 (1 - p1) / n1 + p2 (1 - p2) / n2]
 * </pre>
 * where {@code z} is exceeded by a standard normal variable with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: defined for every table; a difference of 1 has upper limit exactly 1, one of -1 lower limit exactly -1. The
 * limits exclude 0 exactly when Pearson's chi-squared test rejects, and any other difference exactly when the test of
 * Farrington and Manning does.
 *
 * <p>Source: Mee RW (1984), Confidence bounds for the difference between two probabilities, Biometrics 40:1175-1176;
 * Farrington CP, Manning G (1990), Test statistics and sample size formulae for comparative binomial trials with null
 * hypothesis of non-zero risk difference or non-unity relative risk, Statistics in Medicine 9:1447-1454 (the test).
 */
public final class MeeDifference {

    private MeeDifference() {}

    /** The risk difference with the limits of Mee. */
    public static Estimate of(TwoByTwo table, double level) {
        return ScoreInversion.estimate(DifferenceScale.INSTANCE, table, level, 1);
    }

    /**
     * The test that the interval inverts: that the difference is {@code difference}. Its statistic is signed and
     * standard normal, above 0 when the observed difference is larger.
     *
     * @throws IllegalArgumentException if the difference does not lie strictly between -1 and 1
     */
    public static TestResult test(TwoByTwo table, double difference, Alternative alternative) {
        return ScoreInversion.test(DifferenceScale.INSTANCE, table, difference, 1, alternative);
    }
}
