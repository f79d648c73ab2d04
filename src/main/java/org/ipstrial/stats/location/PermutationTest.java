package org.ipstrial.stats.location;

import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.resampling.Allocations;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Permutation test of the difference of two means: how often would allocating the same people anew at random give a
 * difference at least as large?
 *
 * <p>With the difference {@code d} of the means, {@code d*} that of a new allocation to arms of the same sizes, and
 * {@code B} allocations drawn at random:
 *
 * <pre>
 *   all allocations:    p = share of those with |d*| &gt;= |d|
 *   drawn at random:    p = (1 + number of those with |d*| &gt;= |d|) / (1 + B)
 * </pre>
 *
 * <p>Against more in the group, with {@code d* >= d} in the place of {@code |d*| >= |d|}, against less, with {@code d* <= d}.
 *
 * <p>The statistic is {@code d} in the amounts' unit, not studentised; positive where the group has more. All
 * allocations are counted by {@link Allocations} where the amounts are decimal numbers and their sums few enough, and
 * looked at one by one where there are at most 100,000; the p-value then does not depend on the seed. Otherwise they are
 * drawn. Amounts that are all equal give {@code p = 1}. Defined for arms of one person as well.
 *
 * <p>Source: Pitman EJG (1937), Supplement to the Journal of the Royal Statistical Society 4:119-130; drawn at random:
 * Phipson B, Smyth GK (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39.
 */
public final class PermutationTest {

    private PermutationTest() {}

    /**
     * The test of two samples.
     *
     * @param samples     the two arms
     * @param alternative what is set against no difference, "greater" being more in the group
     * @param resampling  how many allocations to draw where they are too many, from which streams, on how many threads
     */
    public static TestResult of(TwoSamples samples, Alternative alternative, Resampling resampling) {
        double difference = TwoMeans.of(samples).difference();
        Optional<DecimalAmounts> decimals = DecimalAmounts.of(samples.group(), samples.reference());
        double p = decimals.flatMap(whole -> Allocations.of(whole.wholeNumbers(0), whole.wholeNumbers(1)))
                .map(allocations -> allocations.shareAsExtreme(alternative))
                .orElseGet(() -> DealtSums.of(samples, decimals).pValue(alternative, resampling));
        return TestResult.of(difference, p);
    }
}
