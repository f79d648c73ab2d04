package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Miettinen and Nurminen's score interval for an odds ratio.
 *
 * <p>With {@code x1} events among {@code n1} in the group, {@code N = n1 + n2}, and {@code p1}, {@code p2} the most
 * likely probabilities under the odds ratio {@code e}, the limits are the {@code e} at which
 * <pre>
 *   (x1 - n1 p1)&sup2; &middot; [1 / (n1 p1 (1 - p1)) + 1 / (n2 p2 (1 - p2))] = z&sup2; &middot; N / (N - 1)
 * </pre>
 * where {@code z} is exceeded by a standard normal variable with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: an empty cell takes away one limit only: a ratio of 0 has the lower limit 0, and where the denominator is 0
 * there is no ratio and no upper limit, but a lower one. Without events, or with events only, the limits are 0 and
 * unbounded.
 *
 * <p>Source: Miettinen O, Nurminen M (1985), Comparative analysis of two rates, Statistics in Medicine 4:213-226.
 */
public final class MiettinenNurminenOddsRatio {

    private MiettinenNurminenOddsRatio() {}

    /** The odds ratio with the limits of Miettinen and Nurminen. */
    public static Estimate of(TwoByTwo table, double level) {
        return ScoreInversion.estimate(OddsRatioScale.INSTANCE, table, level, ScoreInversion.inflation(table));
    }

    /** The same test, two-sided. */
    public static TestResult test(TwoByTwo table, double ratio) {
        return test(table, ratio, Alternative.TWO_SIDED);
    }

    /**
     * The test that the interval inverts: that the odds ratio is {@code ratio}. Its statistic is signed and standard
     * normal, above 0 when the observed ratio is larger.
     *
     * @throws IllegalArgumentException if the ratio is not above 0 and finite
     */
    public static TestResult test(TwoByTwo table, double ratio, Alternative alternative) {
        return ScoreInversion.test(OddsRatioScale.INSTANCE, table, ratio, ScoreInversion.inflation(table), alternative);
    }
}
