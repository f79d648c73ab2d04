package org.ipstrial.stats.contingency.stratified.score;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedEffect;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;

/**
 * The skewness-corrected asymptotic score interval (SCAS) for a risk difference common to all strata.
 *
 * <p>In each stratum {@code d = x1/n1 - x2/n2}, {@code N = n1 + n2}, and {@code p1}, {@code p2} are the most likely
 * probabilities under {@code p1 - p2 = e}:
 * <pre>
 *   v = N / (N - 1) &middot; [p1 (1 - p1) / n1 + p2 (1 - p2) / n2],  w = 1 / v
 *   m = p1 (1 - p1)(1 - 2 p1) / n1&sup2; - p2 (1 - p2)(1 - 2 p2) / n2&sup2;
 *   z = sum w (d - e) / sqrt(sum w),  k = sum w&sup3; m / (6 (sum w)^(3/2))
 *   Z(e) solves  z = Z + (Z&sup2; - 1) k:  Z = 2 (z + k) / (1 + sqrt(1 + 4 k (z + k)))
 * </pre>
 * The estimate is the {@code e} with {@code Z(e) = 0}; the limits are the outermost {@code e} with {@code |Z(e)|} equal to
 * the standard normal value that is exceeded with probability {@code (1 - level) / 2}.
 *
 * <p>Unit: difference between proportions, from -1 to 1; above 0 when the event is more frequent in the group.
 *
 * <p>Edges: strata with one arm add nothing; those without events, or with events only, have no variance at no difference
 * and are left out (the R package ratesci adds 0.5 to their cells). Where no {@code Z} solves the equation, {@code -1/(2 k)},
 * which comes nearest, stands for it. A difference is rejected if it and all beyond it are.
 *
 * <p>Source: Laud PJ (2017), Equal-tailed confidence intervals for comparison of rates, Pharmaceutical Statistics
 * 16:334-348; Gart JJ, Nam J (1990), Approximate interval estimation of the difference in binomial
 * parameters: correction for skewness and extension to multiple tables, Biometrics 46:637-643.
 */
public final class SkewnessCorrectedDifference {

    private static final StratifiedEffect EFFECT =
            new NormalScore(new CommonScore(CommonScale.DIFFERENCE, true, WeightedScore::corrected));

    private SkewnessCorrectedDifference() {}

    /** The common risk difference with its limits. */
    public static Estimate of(StratifiedTables strata, double level) {
        return EFFECT.of(strata, level);
    }

    /** The test that this interval inverts. */
    public static TestResult test(StratifiedTables strata, double difference, Alternative alternative) {
        return EFFECT.test(strata, difference, alternative);
    }
}
