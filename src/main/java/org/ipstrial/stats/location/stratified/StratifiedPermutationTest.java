package org.ipstrial.stats.location.stratified;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.descriptive.Moments;
import org.ipstrial.stats.location.PermutationTest;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;
import org.ipstrial.stats.resampling.StratifiedAllocations;

/**
 * Permutation test of the difference of means within strata: how often would allocating the same people anew at random, each
 * within their stratum, give a difference at least as large?
 *
 * <p>In each stratum {@code n1} people of the group have the mean {@code m1} and {@code n0} of the reference {@code m0},
 * {@code N = n1 + n0}; sums are over the strata that have both arms, and {@code d*} is the difference of a new allocation
 * that keeps the sizes of the arms in every stratum:
 *
 * <pre>
 *   d = sum w (m1 - m0) / sum w,  w = n1 n0 / N
 *   all allocations:    p = share of those with |d*| &gt;= |d|
 *   drawn at random:    p = (1 + number of those with |d*| &gt;= |d|) / (1 + B)
 * </pre>
 *
 * <p>Against more in the group, with {@code d* >= d} in the place of {@code |d*| >= |d|}, against less, with {@code d* <= d}.
 * With these weights {@code d} is, but for a factor, how far the sum of the group lies from its expectation, whatever the
 * strata's sizes.
 *
 * <p>The statistic is {@code d} in the amounts' unit; positive where the group has more. All allocations are counted by
 * {@link StratifiedAllocations} where the amounts are decimal numbers and their sums few enough; the p-value then does not
 * depend on the seed. Otherwise they are drawn. Of one stratum it is {@link PermutationTest}.
 *
 * <p>Edges: strata with one arm, and strata whose amounts are all equal, tell nothing of a difference; amounts that are all
 * equal in every stratum give {@code p = 1}.
 *
 * <p>Source: Pitman EJG (1937), Supplement to the Journal of the Royal Statistical Society 4:119-130; within strata:
 * Good P (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd edition, Springer, chapter 3; drawn at
 * random: Phipson B, Smyth GK (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39.
 */
public final class StratifiedPermutationTest {

    private StratifiedPermutationTest() {}

    /**
     * The test of some strata.
     *
     * @param alternative what is set against no difference, "greater" being more in the group
     * @param resampling  how many allocations to draw where they are too many, from which streams, on how many threads
     */
    public static TestResult of(StratifiedSamples strata, Alternative alternative, Resampling resampling) {
        List<TwoSamples> all = strata.samples();
        if (all.isEmpty()) {
            return TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS);
        }
        if (all.size() == 1) {
            return PermutationTest.of(all.get(0), alternative, resampling);
        }
        Optional<DecimalAmounts> decimals = decimals(all);
        double p = decimals.flatMap(
                        whole -> StratifiedAllocations.of(arms(whole, all.size(), 0), arms(whole, all.size(), 1)))
                .map(allocations -> allocations.shareAsExtreme(alternative))
                .orElseGet(() -> StratifiedDealtSums.of(all, decimals).pValue(alternative, resampling));
        return TestResult.of(difference(all), p);
    }

    /** All amounts in one unit: group and reference of the first stratum, then of the next. */
    private static Optional<DecimalAmounts> decimals(List<TwoSamples> all) {
        double[][] arms = new double[2 * all.size()][];
        for (int h = 0; h < all.size(); h++) {
            arms[2 * h] = all.get(h).group();
            arms[2 * h + 1] = all.get(h).reference();
        }
        return DecimalAmounts.of(arms);
    }

    private static long[][] arms(DecimalAmounts whole, int strata, int arm) {
        long[][] arms = new long[strata][];
        for (int h = 0; h < strata; h++) {
            arms[h] = whole.wholeNumbers(2 * h + arm);
        }
        return arms;
    }

    private static double difference(List<TwoSamples> all) {
        CompensatedSum off = new CompensatedSum();
        CompensatedSum weights = new CompensatedSum();
        for (TwoSamples samples : all) {
            double w = (double) samples.group().length
                    * samples.reference().length
                    / (samples.group().length + samples.reference().length);
            off.add(w * Moments.of(samples.group()).meanMinus(Moments.of(samples.reference())));
            weights.add(w);
        }
        return off.value() / weights.value();
    }
}
