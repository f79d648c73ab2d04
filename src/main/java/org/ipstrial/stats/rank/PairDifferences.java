package org.ipstrial.stats.rank;

import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.descriptive.DecimalAmounts;
import org.ipstrial.stats.location.TwoSamples;

/**
 * The differences of all pairs of one from either arm, group minus reference, by their order, without ever being
 * written down: memory for the people, not for the pairs.
 *
 * <p>How many differences are at most {@code t} takes one walk along both sorted arms, since the smallest amount of the
 * reference that lies within {@code t} can only rise with that of the group. The difference of rank {@code r} is the
 * smallest {@code t} of which there are at least {@code r}, found by halving the range of {@code t}: for decimal amounts
 * the whole numbers of their smallest unit, else all doubles by the order of their bits. That is at most 64 walks, and
 * the number found is a difference to the bit.
 */
final class PairDifferences {

    private static final double EXACT_BELOW = 0x1p53;

    private final double[] group;
    private final double[] reference;
    private final boolean whole;
    private final double unitsPerOne;

    private PairDifferences(double[] group, double[] reference, boolean whole, double unitsPerOne) {
        this.group = group;
        this.reference = reference;
        this.whole = whole;
        this.unitsPerOne = unitsPerOne;
        Arrays.sort(group);
        Arrays.sort(reference);
    }

    static PairDifferences of(TwoSamples samples) {
        Optional<DecimalAmounts> decimals = DecimalAmounts.of(samples.group(), samples.reference());
        if (decimals.isEmpty()) {
            return new PairDifferences(
                    samples.group().clone(), samples.reference().clone(), false, 1);
        }
        DecimalAmounts amounts = decimals.get();
        return new PairDifferences(
                Arrays.stream(amounts.wholeNumbers(0)).asDoubleStream().toArray(),
                Arrays.stream(amounts.wholeNumbers(1)).asDoubleStream().toArray(),
                true,
                amounts.unitsPerOne());
    }

    /** How many pairs there are. */
    long pairs() {
        return (long) group.length * reference.length;
    }

    /** Whether anybody differs from the rest of their own arm. */
    boolean spread() {
        return group[0] < group[group.length - 1] || reference[0] < reference[reference.length - 1];
    }

    /** How many differences are exactly 0. */
    long zeros() {
        return upTo(0) - upTo(-Double.MIN_VALUE);
    }

    /** How many differences are at most t, each as {@link #at} gives it. */
    long atMost(double t) {
        if (!whole) {
            return upTo(t);
        }
        double units = Math.floor(t * unitsPerOne);
        // Multiplying and dividing round: a difference counts by its own double.
        while (Math.abs(units) < EXACT_BELOW && (units + 1) / unitsPerOne <= t) {
            units++;
        }
        while (Math.abs(units) < EXACT_BELOW && units / unitsPerOne > t) {
            units--;
        }
        return upTo(units);
    }

    /** The median of the differences; of an even number the mean of the middle two. */
    double median() {
        long half = pairs() / 2;
        if (pairs() % 2 == 1) {
            return at(half + 1);
        }
        double lower = select(half);
        double upper = upTo(lower) > half ? lower : above(lower);
        return (lower + upper) / 2 / unitsPerOne + 0.0;
    }

    /**
     * The difference of a rank.
     *
     * @param rank from 1, the smallest, to the number of pairs
     */
    double at(long rank) {
        return select(rank) / unitsPerOne + 0.0;
    }

    private double select(long rank) {
        long low = key(group[0] - reference[reference.length - 1]);
        long high = key(group[group.length - 1] - reference[0]);
        while (low < high) {
            // The mean of the two rounded down, which cannot overflow.
            long middle = (low & high) + ((low ^ high) >> 1);
            if (upTo(value(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return value(low);
    }

    /** How many differences are at most t. */
    private long upTo(double t) {
        long count = 0;
        int within = 0;
        for (double x : group) {
            while (within < reference.length && x - reference[within] > t) {
                within++;
            }
            count += reference.length - within;
        }
        return count;
    }

    /** The smallest difference above t, of which there is one. */
    private double above(double t) {
        double smallest = Double.POSITIVE_INFINITY;
        int within = 0;
        for (double x : group) {
            while (within < reference.length && x - reference[within] > t) {
                within++;
            }
            if (within > 0) {
                smallest = Math.min(smallest, x - reference[within - 1]);
            }
        }
        return smallest;
    }

    /** A whole number with the order of the differences. */
    private long key(double difference) {
        return whole ? (long) difference : ordered(Double.doubleToRawLongBits(difference));
    }

    private double value(long key) {
        return whole ? key : Double.longBitsToDouble(ordered(key));
    }

    /** Turns the bits of negative numbers round, so that bits and numbers have one order; its own inverse. */
    private static long ordered(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
