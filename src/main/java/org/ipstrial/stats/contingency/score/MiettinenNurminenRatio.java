package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Miettinen and Nurminen's score interval for a risk ratio.
 *
 * <p>With shares {@code s1 = x1/n1} and {@code s2 = x2/n2}, {@code N = n1 + n2}, and {@code p1}, {@code p2} the most
 * likely probabilities under {@code p1 / p2 = e}, the limits are the {@code e} at which
 * <pre>
 *   (s1 - e s2)&sup2; = z&sup2; &middot; N / (N - 1) &middot; [p1 (1 - p1) / n1 + e&sup2; p2 (1 - p2) / n2]
 * </pre>
 * where {@code z} is exceeded by a standard normal variable with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: without events in the reference there is no ratio and no upper limit, but a lower one; without events in
 * the group the ratio and its lower limit are 0; without any events the limits are 0 and unbounded.
 *
 * <p>Source: Miettinen O, Nurminen M (1985), Comparative analysis of two rates, Statistics in Medicine 4:213-226.
 */
public final class MiettinenNurminenRatio {

    private MiettinenNurminenRatio() {}

    /** The risk ratio with the limits of Miettinen and Nurminen. */
    public static Estimate of(TwoByTwo table, double level) {
        return ScoreInversion.estimate(RatioScale.INSTANCE, table, level, ScoreInversion.inflation(table));
    }

    /** The same test, two-sided. */
    public static TestResult test(TwoByTwo table, double ratio) {
        return test(table, ratio, Alternative.TWO_SIDED);
    }

    /**
     * The test that the interval inverts: that the ratio is {@code ratio}. Its statistic is signed and standard normal,
     * above 0 when the observed ratio is larger.
     *
     * @throws IllegalArgumentException if the ratio is not above 0 and finite
     */
    public static TestResult test(TwoByTwo table, double ratio, Alternative alternative) {
        return ScoreInversion.test(RatioScale.INSTANCE, table, ratio, ScoreInversion.inflation(table), alternative);
    }
}
