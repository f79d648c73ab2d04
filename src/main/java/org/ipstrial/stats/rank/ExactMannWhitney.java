package org.ipstrial.stats.rank;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Allocations;

/** The distribution of the Mann-Whitney statistic over all allocations of the amounts as they are tied. */
final class ExactMannWhitney {

    /** Up to so many pairs the distribution is computed: 223 people in either arm, or 100 and 500. */
    static final long MOST_PAIRS = 50_000;

    private final Allocations allocations;

    private ExactMannWhitney(Allocations allocations) {
        this.allocations = allocations;
    }

    /** The distribution, or none where there are too many pairs. */
    static Optional<ExactMannWhitney> of(TwoSamples samples) {
        if ((long) samples.group().length * samples.reference().length > MOST_PAIRS) {
            return Optional.empty();
        }
        double[] all = DoubleStream.concat(Arrays.stream(samples.group()), Arrays.stream(samples.reference()))
                .sorted()
                .toArray();
        return Allocations.of(doubledRanks(samples.group(), all), doubledRanks(samples.reference(), all))
                .map(ExactMannWhitney::new);
    }

    /** Twice the rank of each amount among all, ties sharing the mean of theirs. */
    private static long[] doubledRanks(double[] values, double[] all) {
        long[] ranks = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = places(all, values[i], false);
            int upTo = places(all, values[i], true);
            ranks[i] = (long) below + 1 + upTo;
        }
        return ranks;
    }

    private static int places(double[] sorted, double value, boolean withEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || withEqual && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The share of allocations in which W is as extreme as in the trial. */
    double pValue(Alternative alternative) {
        return allocations.shareAsExtreme(alternative);
    }

    /** The share of allocations in which W lies at least so far from half the pairs: above, below, or either way. */
    double pValue(double distance, Alternative alternative) {
        return allocations.shareAtLeast(2 * distance, alternative);
    }

    /** The largest distance of W from half the pairs that a test at level alpha does not reject. */
    double acceptedDistance(double alpha, Alternative alternative) {
        return allocations.acceptedDistance(alpha, alternative) / 2;
    }
}
