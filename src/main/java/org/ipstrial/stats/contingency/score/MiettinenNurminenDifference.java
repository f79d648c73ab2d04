package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Miettinen and Nurminen's score interval for a risk difference.
 *
 * <p>With shares {@code d = x1/n1 - x2/n2}, {@code N = n1 + n2}, and {@code p1}, {@code p2} the most likely
 * probabilities under {@code p1 - p2 = e}, the limits are the {@code e} at which
 * <pre>
 *   (d - e)&sup2; = z&sup2; &middot; N / (N - 1) &middot; [p1 (1 - p1) / n1 + p2 (1 - p2) / n2]
 * </pre>
 * where {@code z} is exceeded by a standard normal variable with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: defined for every table; a difference of 1 has upper limit exactly 1, one of -1 lower limit exactly -1. The
 * limits exclude 0 exactly when the (N - 1) chi-squared test rejects.
 *
 * <p>Source: Miettinen O, Nurminen M (1985), Comparative analysis of two rates, Statistics in Medicine 4:213-226.
 */
public final class MiettinenNurminenDifference {

    private MiettinenNurminenDifference() {}

    /** The risk difference with the limits of Miettinen and Nurminen. */
    public static Estimate of(TwoByTwo table, double level) {
        return ScoreInversion.estimate(DifferenceScale.INSTANCE, table, level, ScoreInversion.inflation(table));
    }

    /** The same test, two-sided. */
    public static TestResult test(TwoByTwo table, double difference) {
        return test(table, difference, Alternative.TWO_SIDED);
    }

    /**
     * The test that the interval inverts: that the difference is {@code difference}. Its statistic is signed and
     * standard normal, above 0 when the observed difference is larger.
     *
     * @throws IllegalArgumentException if the difference does not lie strictly between -1 and 1
     */
    public static TestResult test(TwoByTwo table, double difference, Alternative alternative) {
        return ScoreInversion.test(
                DifferenceScale.INSTANCE, table, difference, ScoreInversion.inflation(table), alternative);
    }
}
