package org.ipstrial.stats.contingency.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * Cornfield's score interval for an odds ratio, without continuity correction: Miettinen and Nurminen's without their
 * factor {@code N / (N - 1)}.
 *
 * <p>With {@code x1} events among {@code n1} in the group, and {@code p1}, {@code p2} the most likely probabilities
 * under the odds ratio {@code e}, the limits are the {@code e} at which
 * <pre>
 *   (x1 - n1 p1)&sup2; &middot; [1 / (n1 p1 (1 - p1)) + 1 / (n2 p2 (1 - p2))] = z&sup2;
 * </pre>
 * where {@code z} is exceeded by a standard normal variable with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: as {@link MiettinenNurminenOddsRatio}. The limits exclude 1 exactly when Pearson's chi-squared test
 * rejects.
 *
 * <p>Source: Cornfield J (1956), A statistical problem arising from retrospective studies, Proceedings of the Third
 * Berkeley Symposium on Mathematical Statistics and Probability 4:135-148; without the correction in Gart JJ, Thomas DG
 * (1982), The performance of three approximate confidence limit methods for the odds ratio, American Journal of
 * Epidemiology 115:453-470.
 */
public final class ScoreOddsRatio {

    private ScoreOddsRatio() {}

    /** The odds ratio with the limits of the score test. */
    public static Estimate of(TwoByTwo table, double level) {
        return ScoreInversion.estimate(OddsRatioScale.INSTANCE, table, level, 1);
    }

    /**
     * The test that the interval inverts: that the odds ratio is {@code ratio}. Its statistic is signed and standard normal,
     * above 0 when the observed ratio is larger.
     *
     * @throws IllegalArgumentException if the ratio is not above 0 and finite
     */
    public static TestResult test(TwoByTwo table, double ratio, Alternative alternative) {
        return ScoreInversion.test(OddsRatioScale.INSTANCE, table, ratio, 1, alternative);
    }
}
