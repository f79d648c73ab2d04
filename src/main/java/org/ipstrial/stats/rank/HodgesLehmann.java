package org.ipstrial.stats.rank;

import java.util.Arrays;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.location.TwoSamples;

/** What the Hodges-Lehmann methods share: the median of all differences, and limits by rank. */
public final class HodgesLehmann {

    private HodgesLehmann() {}

    /**
     * The median with limits.
     *
     * @param accepted how far from half the pairs a test lets the Mann-Whitney statistic lie
     */
    static Estimate of(PairDifferences differences, double accepted) {
        double median = differences.median();
        if (!differences.spread()) {
            return Estimate.withoutLimits(median, Reason.NO_VARIANCE);
        }
        double rank = Math.ceil(differences.pairs() / 2.0 - accepted);
        if (rank < 1) {
            return Estimate.of(median, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        long lower = (long) rank;
        return Estimate.of(median, differences.at(lower), differences.at(differences.pairs() + 1 - lower));
    }

    /**
     * Whether zeros in both arms settle the result: the estimate or a limit is exactly 0, and most of the pairs whose
     * amounts are equal are pairs of zeros.
     *
     * @param samples  the two arms
     * @param estimate the Hodges-Lehmann difference of these arms
     */
    public static boolean settledByZeros(TwoSamples samples, Estimate estimate) {
        return (isZero(estimate.estimate()) || isZero(estimate.lower()) || isZero(estimate.upper()))
                && 2 * zeroPairs(samples) > PairDifferences.of(samples).zeros();
    }

    private static boolean isZero(Quantity quantity) {
        return quantity.ifEstimated().isPresent() && quantity.ifEstimated().getAsDouble() == 0;
    }

    private static long zeroPairs(TwoSamples samples) {
        return Arrays.stream(samples.group()).filter(x -> x == 0).count()
                * Arrays.stream(samples.reference()).filter(x -> x == 0).count();
    }
}
