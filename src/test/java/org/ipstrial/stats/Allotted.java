package org.ipstrial.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ipstrial.stats.location.TwoSamples;

/** The same people in every other allocation to arms of the same sizes, one by one. */
public final class Allotted {

    private Allotted() {}

    /** All allocations of at most twenty people, that of the trial among them. */
    public static List<TwoSamples> all(TwoSamples samples) {
        double[] all = DoubleStream.concat(DoubleStream.of(samples.group()), DoubleStream.of(samples.reference()))
                .toArray();
        List<TwoSamples> allocations = new ArrayList<>();
        for (int mask = 0; mask < 1 << all.length; mask++) {
            if (Integer.bitCount(mask) == samples.group().length) {
                allocations.add(new TwoSamples(chosen(all, mask), chosen(all, ~mask)));
            }
        }
        return allocations;
    }

    private static double[] chosen(double[] all, int mask) {
        return IntStream.range(0, all.length)
                .filter(i -> (mask >> i & 1) == 1)
                .mapToDouble(i -> all[i])
                .toArray();
    }
}
