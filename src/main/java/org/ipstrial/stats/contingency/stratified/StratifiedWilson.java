package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import java.util.function.Function;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.WilsonInterval;

/**
 * The stratified Wilson limits of one arm, as the variances that they stand for: {@code k L (1 - L)} with
 * {@code k = sum w^2 / n} and {@code L = sum w l}, the symbols being those of {@link StratifiedNewcombeDifference}.
 *
 * @param strata  the arm in each stratum
 * @param weights the strata's weights, which sum to 1
 */
record StratifiedWilson(List<BinomialCount> strata, double[] weights) {

    double varianceAtLower(double z) {
        return variance(z, Estimate::lower, Estimate::upper);
    }

    double varianceAtUpper(double z) {
        return variance(z, Estimate::upper, Estimate::lower);
    }

    /** The share without the event has the same limits the other way round: so neither factor is a difference from 1. */
    private double variance(double z, Function<Estimate, Quantity> end, Function<Estimate, Quantity> otherEnd) {
        double zOfStrata = z * shrink();
        double with = 0;
        double without = 0;
        double k = 0;
        for (int h = 0; h < weights.length; h++) {
            BinomialCount count = strata.get(h);
            double w = weights[h];
            with += w * limit(end, WilsonInterval.at(count, zOfStrata));
            without += w * limit(otherEnd, WilsonInterval.at(count.complement(), zOfStrata));
            k += w * w / count.assessed();
        }
        return k * with * without;
    }

    private static double limit(Function<Estimate, Quantity> end, Estimate interval) {
        return end.apply(interval).ifEstimated().orElseThrow();
    }

    /** {@code sqrt(sum a^2) / sum a}, from 1 down to one over the root of the number of strata. */
    private double shrink() {
        boolean noVariance = strata.stream().allMatch(count -> count.events() == 0 || count.nonEvents() == 0);
        double sum = 0;
        double squares = 0;
        for (int h = 0; h < weights.length; h++) {
            BinomialCount count = strata.get(h);
            double n = count.assessed();
            double variance = noVariance ? 1 / n : count.proportion() * (count.nonEvents() / n) / n;
            double a = weights[h] * Math.sqrt(variance);
            sum += a;
            squares += a * a;
        }
        return Math.sqrt(squares) / sum;
    }
}
