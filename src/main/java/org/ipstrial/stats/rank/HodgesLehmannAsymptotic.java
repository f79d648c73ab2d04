package org.ipstrial.stats.rank;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Hodges-Lehmann difference with limits from the normal approximation of the Mann-Whitney statistic.
 *
 * <p>With {@code D(1) <= ... <= D(M)} the differences of all {@code M = n1 n0} pairs, group minus reference, {@code v}
 * the variance of W with its correction for ties ({@link MannWhitneyTest}), and {@code z} the standard normal quantile at
 * {@code (1 + level) / 2}:
 *
 * <pre>
 *   estimate = median of D
 *   r = 1/2 + z sqrt(v),  K = M / 2 - r rounded up,  limits = D(K) and D(M + 1 - K)
 * </pre>
 *
 * <p>{@code r} is how far from {@code M / 2} {@link MannWhitneyTest} lets W lie, with its continuity correction: so the limits hold the shifts of the group that it does not reject, with the ties as they are at no shift.
 * Hollander and Wolfe, and SAS, round {@code M / 2 - z sqrt(v)} down instead, which is the same rank or one further out. A limit can be exactly 0 while the test rejects: many differences then are exactly 0.
 *
 * <p>The test of a shift {@code m} counts a pair whose difference is exactly {@code m} against the alternative, so that a
 * shift lies outside the limits exactly when the test rejects it, also where it is itself a difference:
 *
 * <pre>
 *   against more: z = (pairs with D &gt; m - M / 2 - 1/2) / sqrt(v),   p = P(Z &gt;= z)
 *   against less: z = (pairs with D &gt;= m - M / 2 + 1/2) / sqrt(v),  p = P(Z &lt;= z);  both: twice the smaller
 * </pre>
 *
 * <p>Its statistic is W of the group less {@code m}, ties one half.
 *
 * <p>Unit: that of the amounts; positive where the group has more. Where nobody differs from the rest of their own arm
 * there are no limits ({@code no-variance}); where the test can never reject they are unbounded.
 *
 * <p>Source: Hodges JL, Lehmann EL (1963), Annals of Mathematical Statistics 34:598-611; limits: Lehmann EL (1963),
 * Annals of Mathematical Statistics 34:1507-1512.
 */
public final class HodgesLehmannAsymptotic {

    private HodgesLehmannAsymptotic() {}

    /**
     * The median difference with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        double tail = (1 - Require.fraction("level", level)) / 2;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double accepted = 0.5 + z * Math.sqrt(MannWhitneyTest.variance(samples));
        return HodgesLehmann.of(PairDifferences.of(samples), accepted, accepted);
    }

    /** The test that the group is shifted by a given amount. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        PairDifferences differences = PairDifferences.of(samples);
        if (!differences.spread()) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        HodgesLehmann.Shifted shifted = HodgesLehmann.Shifted.by(differences, effect);
        double variance = MannWhitneyTest.variance(samples);
        return shifted.test(
                differences, MannWhitneyTest.pValue(shifted.least(), shifted.most(), variance, alternative));
    }
}
