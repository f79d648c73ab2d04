package org.ipstrial.stats.rank;

import java.util.Arrays;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSamples;

/** What the Hodges-Lehmann methods share: the median of all differences, and limits by rank. */
public final class HodgesLehmann {

    private HodgesLehmann() {}

    /**
     * The median with limits.
     *
     * @param above how far above half the pairs a test lets the Mann-Whitney statistic lie
     * @param below how far below
     */
    static Estimate of(PairDifferences differences, double above, double below) {
        double median = differences.median();
        if (!differences.spread()) {
            return Estimate.withoutLimits(median, Reason.NO_VARIANCE);
        }
        double half = differences.pairs() / 2.0;
        double lower = Math.ceil(half - above);
        double upper = Math.ceil(half - below);
        return Estimate.of(
                median,
                lower < 1 ? Double.NEGATIVE_INFINITY : differences.at((long) lower),
                upper < 1 ? Double.POSITIVE_INFINITY : differences.at(differences.pairs() + 1 - (long) upper));
    }

    /**
     * How far the Mann-Whitney statistic lies above half the pairs after a shift of the group is taken away.
     *
     * @param least with the pairs that are then equal lost by the group
     * @param most  with these pairs won by the group
     */
    record Shifted(double least, double most) {

        static Shifted by(PairDifferences differences, double shift) {
            double half = differences.pairs() / 2.0;
            return new Shifted(half - differences.atMost(shift), half - differences.atMost(Math.nextDown(shift)));
        }

        /** The test at this shift. */
        TestResult test(PairDifferences differences, double pValue) {
            return TestResult.of(differences.pairs() / 2.0 + (least + most) / 2, pValue);
        }
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
