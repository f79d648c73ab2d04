package org.ipstrial.stats.rank;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;

/**
 * Exact Mann-Whitney (Wilcoxon rank-sum) test: the share of all allocations of the same amounts that are as far from
 * expectation as the trial's, ties and all.
 *
 * <p>With {@code W} the pairs of one from either arm in which the group has more, ties one half, {@code n1, n0} the
 * arms' sizes, and {@code W*} the same under an allocation of all amounts to arms of these sizes:
 *
 * <pre>
 *   p = share of all allocations with |W* - n1 n0 / 2| &gt;= |W - n1 n0 / 2|;
 *       against more in the group with W* &gt;= W, against less with W* &lt;= W
 * </pre>
 *
 * <p>The statistic is {@code W}, from 0 to {@code n1 n0}; above half of that where the group has more. Amounts that are
 * all equal give {@code p = 1}. Defined for arms of one person as well. With more than 50,000 pairs (223 people in either
 * arm) the allocations are not counted ({@code too-large-for-exact}); nothing else is put in their place.
 *
 * <p>Source: Streitberg B, R&ouml;hmel J (1986), Statistical Software Newsletter 12:10-17; two-sided as in Lehmann EL
 * (1975), Nonparametrics: Statistical Methods Based on Ranks, section 1.4.
 */
public final class MannWhitneyExactTest {

    private MannWhitneyExactTest() {}

    /** The test of two samples. */
    public static TestResult of(TwoSamples samples, Alternative alternative) {
        return ExactMannWhitney.of(samples)
                .map(exact -> TestResult.of(Placements.of(samples).wins(), exact.pValue(alternative)))
                .orElseGet(() -> TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
    }
}
