package org.ipstrial.stats.location;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.resampling.PermutedSums;
import org.ipstrial.stats.resampling.Resampling;

/**
 * The sum of the smaller arm under allocations that are looked at one by one, all of them or some drawn at random.
 *
 * <p>Decimal amounts are summed as whole numbers wherever everything stays below 2<sup>53</sup>. Others are summed as
 * they are, and an allocation within a relative 1e-12 of the trial's distance from the expectation counts as equal.
 */
final class DealtSums {

    static final long MOST_ENUMERATED = 100_000;

    private static final double EXACT_BELOW = 0x1p53;
    private static final double TIE_WITHIN = 1e-12;

    private final double[] values;
    private final int size;
    private final double centre;
    private final double observed;
    private final double slack;
    private final boolean ofGroup;

    private DealtSums(double[] small, double[] large, boolean exact, boolean ofGroup) {
        this.values = DoubleStream.concat(Arrays.stream(small), Arrays.stream(large))
                .sorted()
                .toArray();
        this.size = small.length;
        this.centre = size * Arrays.stream(values).reduce(0, Double::sum);
        this.ofGroup = ofGroup;
        this.slack = exact ? 0 : TIE_WITHIN * sizes(small, large);
        double[] sorted = small.clone();
        Arrays.sort(sorted);
        this.observed = Arrays.stream(sorted).reduce(0, Double::sum);
    }

    static DealtSums of(TwoSamples samples, Optional<DecimalAmounts> decimals) {
        if (decimals.isPresent()) {
            double[] group = Arrays.stream(decimals.get().wholeNumbers(0))
                    .asDoubleStream()
                    .toArray();
            double[] reference = Arrays.stream(decimals.get().wholeNumbers(1))
                    .asDoubleStream()
                    .toArray();
            if (sizes(group, reference) < EXACT_BELOW) {
                return ordered(group, reference, true);
            }
        }
        return ordered(samples.group(), samples.reference(), false);
    }

    private static DealtSums ordered(double[] group, double[] reference, boolean exact) {
        return group.length <= reference.length
                ? new DealtSums(group, reference, exact, true)
                : new DealtSums(reference, group, exact, false);
    }

    /** The largest number that an exact distance goes through. */
    private static double sizes(double[] one, double[] other) {
        double sum = DoubleStream.concat(Arrays.stream(one), Arrays.stream(other))
                .map(Math::abs)
                .sorted()
                .reduce(0, Double::sum);
        return sum * (one.length + other.length);
    }

    /** How extreme a sum is, times the number of people: how far from its expectation, on the side that counts. */
    private double extent(double sum, Alternative alternative) {
        double above = values.length * sum - centre;
        if (alternative == Alternative.TWO_SIDED) {
            return Math.abs(above);
        }
        return (alternative == Alternative.GREATER) == ofGroup ? above : -above;
    }

    /** The share of all allocations that are as extreme as the trial's, or of those drawn. */
    double pValue(Alternative alternative, Resampling resampling) {
        double atLeast = extent(observed, alternative) - slack;
        DoublePredicate asExtreme = sum -> extent(sum, alternative) >= atLeast;
        return number() <= MOST_ENUMERATED ? ofAll(asExtreme) : drawn(asExtreme, resampling);
    }

    /** How many allocations there are, or more than are enumerated. */
    private long number() {
        long number = 1;
        for (int i = 1; i <= size && number <= MOST_ENUMERATED; i++) {
            number = number * (values.length - size + i) / i;
        }
        return number;
    }

    private double drawn(DoublePredicate asExtreme, Resampling resampling) {
        long far = Arrays.stream(PermutedSums.of(values, size, resampling))
                .filter(asExtreme)
                .count();
        return (1.0 + far) / (1.0 + resampling.resamples());
    }

    private double ofAll(DoublePredicate asExtreme) {
        int[] chosen = new int[size];
        Arrays.setAll(chosen, i -> i);
        long far = 0;
        long all = 0;
        int last;
        do {
            double sum = 0;
            for (int i : chosen) {
                sum += values[i];
            }
            far += asExtreme.test(sum) ? 1 : 0;
            all++;
            last = size - 1;
            while (last >= 0 && chosen[last] == values.length - size + last) {
                last--;
            }
            if (last >= 0) {
                chosen[last]++;
                for (int i = last + 1; i < size; i++) {
                    chosen[i] = chosen[i - 1] + 1;
                }
            }
        } while (last >= 0);
        return (double) far / all;
    }
}
