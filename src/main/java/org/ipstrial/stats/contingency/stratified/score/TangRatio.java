package org.ipstrial.stats.contingency.stratified.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * Tang's score interval for a risk ratio common to all strata, plain and corrected for skewness.
 *
 * <p>In each stratum {@code x1} events among {@code n1} in the group, {@code x2} among {@code n2} in the reference;
 * {@code p1}, {@code p2} are the most likely probabilities under {@code p1 / p2 = r}:
 * <pre>
 *   s = (x1/n1 - r x2/n2) / p2
 *   v = [p1 (1 - p1) / n1 + r&sup2; p2 (1 - p2) / n2] / p2&sup2;,  w = 1 / v
 *   m = [p1 (1 - p1)(1 - 2 p1) / n1&sup2; - r&sup3; p2 (1 - p2)(1 - 2 p2) / n2&sup2;] / p2&sup3;
 *   z = sum w s / sqrt(sum w),  k = sum w&sup3; m / (6 (sum w)^(3/2))
 *   plain: Z(r) = z;  corrected for skewness: z = Z + (Z&sup2; - 1) k
 * </pre>
 * The estimate is the {@code r} with {@code Z(r) = 0}; the limits are the outermost {@code r} with {@code |Z(r)|} equal to
 * the standard normal value that is exceeded with probability {@code (1 - level) / 2}. There is no factor
 * {@code N / (N - 1)}.
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group.
 *
 * <p>Edges: strata with one arm, without events or with events only are left out. Without events in the reference the ratio
 * has no upper bound, without events in the group the lower limit is 0. A ratio is rejected if it and all beyond it are.
 *
 * <p>Source: Tang Y (2020), Score confidence intervals and sample sizes for stratified comparisons of binomial proportions,
 * Statistics in Medicine 39:3427-3457; the correction for skewness: Laud PJ (2017), Pharmaceutical Statistics 16:334-348,
 * and Gart JJ, Nam J (1988), Approximate interval estimation of the ratio of binomial parameters: a review and corrections
 * for skewness, Biometrics 44:323-338.
 */
public final class TangRatio {

    private static final StratifiedEffect PLAIN =
            new NormalScore(new CommonScore(CommonScale.RATIO, false, WeightedScore::z));

    private static final StratifiedEffect SKEWNESS_CORRECTED =
            new NormalScore(new CommonScore(CommonScale.RATIO, false, WeightedScore::corrected));

    private TangRatio() {}

    /** The common ratio with its limits. */
    public static Estimate of(StratifiedTables strata, double level) {
        return PLAIN.of(strata, level);
    }

    /** The test that this interval inverts. */
    public static TestResult test(StratifiedTables strata, double ratio, Alternative alternative) {
        return PLAIN.test(strata, ratio, alternative);
    }

    /** The common ratio with its limits, both corrected for skewness. */
    public static Estimate skewnessCorrected(StratifiedTables strata, double level) {
        return SKEWNESS_CORRECTED.of(strata, level);
    }

    /** The test that the interval corrected for skewness inverts. */
    public static TestResult testSkewnessCorrected(StratifiedTables strata, double ratio, Alternative alternative) {
        return SKEWNESS_CORRECTED.test(strata, ratio, alternative);
    }
}
