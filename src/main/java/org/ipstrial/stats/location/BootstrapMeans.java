package org.ipstrial.stats.location;

import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.resampling.ResampledSums;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Resampled means of two arms, their differences and their ratios.
 *
 * <p>The arms are sorted first, so that the order of the rows changes nothing. Decimal amounts are resampled as whole
 * numbers of their smallest unit wherever the sums, times the other arm's size, stay below 2<sup>53</sup>: all
 * arithmetic up to the last division is then exact, and a replicate that equals the estimate does so to the bit. Others
 * are resampled as they are, and a replicate within a relative 1e-12 of the estimate counts as equal to it.
 */
final class BootstrapMeans {

    private static final double EXACT_BELOW = 0x1p53;
    private static final double TIE_WITHIN = 1e-12;

    private final double[] group;
    private final double[] reference;
    private final double unitsPerOne;
    private final boolean exact;

    private BootstrapMeans(double[] group, double[] reference, double unitsPerOne, boolean exact) {
        this.group = group;
        this.reference = reference;
        this.unitsPerOne = unitsPerOne;
        this.exact = exact;
    }

    static BootstrapMeans of(TwoSamples samples) {
        Optional<DecimalAmounts> decimals = DecimalAmounts.of(samples.group(), samples.reference());
        if (decimals.isPresent()) {
            double[] group = asDoubles(decimals.get().wholeNumbers(0));
            double[] reference = asDoubles(decimals.get().wholeNumbers(1));
            double largest = Math.max(largest(group), largest(reference));
            if (2 * largest * group.length * reference.length < EXACT_BELOW) {
                return new BootstrapMeans(
                        sorted(group), sorted(reference), decimals.get().unitsPerOne(), true);
            }
        }
        return new BootstrapMeans(sorted(samples.group()), sorted(samples.reference()), 1, false);
    }

    /** The observed difference of means, by the arithmetic of the replicates. */
    double difference() {
        return difference(sum(group), sum(reference));
    }

    /** The observed ratio of means, by the arithmetic of the replicates. */
    double ratio() {
        return ratio(sum(group), sum(reference));
    }

    /** The difference of means in each resample, sorted: limits and standard error both need that. */
    double[] differences(Resampling resampling) {
        double observed = difference();
        double size = TIE_WITHIN * (sumOfSizes(group) / group.length + sumOfSizes(reference) / reference.length);
        ResampledSums sums = ResampledSums.of(group, reference, resampling);
        double[] replicates = new double[sums.resamples()];
        for (int i = 0; i < replicates.length; i++) {
            double replicate = difference(sums.group()[i], sums.reference()[i]);
            replicates[i] = !exact && Math.abs(replicate - observed) <= size ? observed : replicate;
        }
        Arrays.sort(replicates);
        return replicates;
    }

    /** The ratio of means in each resample, sorted; infinite where the resampled reference mean is not above 0. */
    double[] ratios(Resampling resampling) {
        double observed = ratio();
        ResampledSums sums = ResampledSums.of(group, reference, resampling);
        double[] replicates = new double[sums.resamples()];
        for (int i = 0; i < replicates.length; i++) {
            double replicate =
                    sums.reference()[i] > 0 ? ratio(sums.group()[i], sums.reference()[i]) : Double.POSITIVE_INFINITY;
            replicates[i] =
                    !exact && Math.abs(replicate - observed) <= TIE_WITHIN * Math.abs(observed) ? observed : replicate;
        }
        Arrays.sort(replicates);
        return replicates;
    }

    private double difference(double groupSum, double referenceSum) {
        if (!exact) {
            return groupSum / group.length - referenceSum / reference.length;
        }
        double crossed = groupSum * reference.length - referenceSum * group.length;
        return crossed / ((double) group.length * reference.length * unitsPerOne);
    }

    private double ratio(double groupSum, double referenceSum) {
        return groupSum * reference.length / (referenceSum * group.length);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sumOfSizes(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double[] asDoubles(long[] whole) {
        return Arrays.stream(whole).asDoubleStream().toArray();
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
