package org.ipstrial.stats.location.stratified;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;
import org.ipstrial.stats.resampling.StratifiedPermutedSums;
import org.ipstrial.stats.resampling.StratifiedPermutedSums.Part;

/**
 * The sum of the group under allocations within strata that are drawn at random.
 *
 * <p>Of each stratum the smaller arm is drawn; what it has as the reference is taken from the sum. Decimal amounts are
 * summed as whole numbers wherever those stay below 2<sup>53</sup>. The expectation is no whole number, so that an
 * allocation within a relative 1e-12 of the trial's distance from it counts as equal.
 */
final class StratifiedDealtSums {

    private static final double EXACT_BELOW = 0x1p53;
    private static final double TIE_WITHIN = 1e-12;

    private final List<Part> parts = new ArrayList<>();
    private final double observed;
    private final double centre;
    private final double slack;

    private StratifiedDealtSums(List<double[][]> strata) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum expected = new CompensatedSum();
        for (double[][] arms : strata) {
            boolean ofGroup = arms[0].length <= arms[1].length;
            double[] small = arms[ofGroup ? 0 : 1];
            int sign = ofGroup ? 1 : -1;
            double[] values = both(arms);
            parts.add(new Part(values, small.length, sign));
            Arrays.stream(small).forEach(value -> sum.add(sign * value));
            double whole = Arrays.stream(values).sum();
            expected.add(sign * (small.length * whole) / values.length);
        }
        this.observed = sum.value();
        this.centre = expected.value();
        this.slack = TIE_WITHIN * sizes(strata);
    }

    static StratifiedDealtSums of(List<TwoSamples> all, Optional<DecimalAmounts> decimals) {
        if (decimals.isPresent()) {
            List<double[][]> whole = new ArrayList<>();
            for (int h = 0; h < all.size(); h++) {
                whole.add(new double[][] {
                    doubles(decimals.get().wholeNumbers(2 * h)),
                    doubles(decimals.get().wholeNumbers(2 * h + 1))
                });
            }
            if (sizes(whole) < EXACT_BELOW) {
                return new StratifiedDealtSums(whole);
            }
        }
        return new StratifiedDealtSums(all.stream()
                .map(samples -> new double[][] {samples.group(), samples.reference()})
                .toList());
    }

    private static double[] doubles(long[] whole) {
        return Arrays.stream(whole).asDoubleStream().toArray();
    }

    private static double[] both(double[][] arms) {
        return DoubleStream.concat(Arrays.stream(arms[0]), Arrays.stream(arms[1]))
                .sorted()
                .toArray();
    }

    private static double sizes(List<double[][]> strata) {
        return strata.stream()
                .flatMapToDouble(arms -> Arrays.stream(both(arms)))
                .map(Math::abs)
                .sorted()
                .reduce(0, Double::sum);
    }

    /** The share of the allocations drawn that are as extreme as the trial's, the trial's own among them. */
    double pValue(Alternative alternative, Resampling resampling) {
        double atLeast = extent(observed, alternative) - slack;
        long far = Arrays.stream(StratifiedPermutedSums.of(parts, resampling))
                .filter(sum -> extent(sum, alternative) >= atLeast)
                .count();
        return (1.0 + far) / (1.0 + resampling.resamples());
    }

    /** How extreme a sum is: how far from its expectation, on the side that counts. */
    private double extent(double sum, Alternative alternative) {
        double above = sum - centre;
        return switch (alternative) {
            case TWO_SIDED -> Math.abs(above);
            case GREATER -> above;
            case LESS -> -above;
        };
    }
}
