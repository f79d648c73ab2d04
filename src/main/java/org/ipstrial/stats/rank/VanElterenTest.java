package org.ipstrial.stats.rank;

import java.util.List;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.NormalTest;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.location.stratified.StratifiedSamples;

/**
 * Van Elteren's test: Mann and Whitney's within strata, the strata weighted by one over their size plus one.
 *
 * <p>In each stratum {@code W} is the pairs of one from either arm in which the group has more, ties one half, {@code n1}
 * and {@code n0} are the arms' sizes, {@code N = n1 + n0}, and {@code v} is the variance of {@code W} over all allocations,
 * with the correction for ties ({@link MannWhitneyTest}); sums are over the strata that have both arms:
 *
 * <pre>
 *   z = sum (W - n1 n0 / 2) / (N + 1)  /  sqrt(sum v / (N + 1)^2)
 *   p = P(Z &gt;= z) against more in the group, P(Z &lt;= z) against less, twice the smaller against both
 * </pre>
 *
 * <p>Without continuity correction. The statistic is {@code z}, above 0 where the group has more; its square is the
 * Cochran-Mantel-Haenszel statistic for row mean scores with modified ridits, as which SAS gives it. The weights give most
 * power where the effect is alike in all strata.
 *
 * <p>Edges: strata with one arm, and strata whose amounts are all equal, add nothing; where no other is left there is no
 * variance and no test.
 *
 * <p>Source: van Elteren PH (1960), On the combination of independent two sample tests of Wilcoxon, Bulletin of the
 * Institute of International Statistics 37:351-361; Lehmann EL (1975), Nonparametrics: Statistical Methods Based on
 * Ranks, section 3.3.
 */
public final class VanElterenTest {

    private VanElterenTest() {}

    /** The test of some strata. */
    public static TestResult of(StratifiedSamples strata, Alternative alternative) {
        List<TwoSamples> all = strata.samples();
        if (all.isEmpty()) {
            return TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        CompensatedSum off = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        for (TwoSamples samples : all) {
            Placements placements = Placements.of(samples);
            double size = 1.0 + samples.group().length + samples.reference().length;
            off.add((placements.wins() - placements.pairs() / 2) / size);
            variance.add(MannWhitneyTest.variance(samples) / size / size);
        }
        return variance.value() == 0
                ? TestResult.notEstimable(Reason.NO_VARIANCE)
                : NormalTest.of(off.value() / Math.sqrt(variance.value()), alternative);
    }
}
