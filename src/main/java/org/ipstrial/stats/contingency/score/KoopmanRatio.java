package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Koopman's score interval for a risk ratio: Miettinen and Nurminen's without their factor {@code N / (N - 1)}.
 *
 * <p>With {@code x1} events among {@code n1}, {@code x2} among {@code n2}, and {@code p1}, {@code p2} the most likely
 * probabilities under {@code p1 / p2 = e}, the limits are the {@code e} at which
 * <pre>
 *   (x1 - n1 p1)&sup2; / (n1 p1 (1 - p1)) + (x2 - n2 p2)&sup2; / (n2 p2 (1 - p2)) = z&sup2;
 * </pre>
 * where {@code z} is exceeded by a standard normal variable with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: as {@link MiettinenNurminenRatio}. The limits exclude 1 exactly when Pearson's chi-squared test rejects.
 *
 * <p>Source: Koopman PAR (1984), Confidence intervals for the ratio of two binomial proportions, Biometrics 40:513-517.
 */
public final class KoopmanRatio {

    private KoopmanRatio() {}

    /** The risk ratio with the limits of Koopman. */
    public static Estimate of(TwoByTwo table, double level) {
        return ScoreInversion.estimate(RatioScale.INSTANCE, table, level, 1);
    }

    /**
     * The test that the interval inverts: that the ratio is {@code ratio}. Its statistic is signed and standard normal,
     * above 0 when the observed ratio is larger.
     *
     * @throws IllegalArgumentException if the ratio is not above 0 and finite
     */
    public static TestResult test(TwoByTwo table, double ratio, Alternative alternative) {
        return ScoreInversion.test(RatioScale.INSTANCE, table, ratio, 1, alternative);
    }
}
