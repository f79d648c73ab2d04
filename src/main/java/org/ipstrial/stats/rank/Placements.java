package org.ipstrial.stats.rank;

import java.util.Arrays;
import org.ipstrial.stats.location.TwoSamples;

/**
 * How many of the other arm each person beats, ties one half.
 *
 * @param group     for each amount of the group, in ascending order, the number of the reference below it and half of
 *                  those equal to it
 * @param reference the same for each amount of the reference among the group
 */
record Placements(double[] group, double[] reference) {

    static Placements of(TwoSamples samples) {
        double[] x = sorted(samples.group());
        double[] y = sorted(samples.reference());
        return new Placements(among(x, y), among(y, x));
    }

    /** The pairs of one from either arm in which the group has more, ties one half: the Mann-Whitney statistic. */
    double wins() {
        return Arrays.stream(group).sum();
    }

    /** How many pairs there are. */
    double pairs() {
        return (double) group.length * reference.length;
    }

    private static double[] among(double[] values, double[] others) {
        double[] placements = new double[values.length];
        int below = 0;
        int upTo = 0;
        for (int i = 0; i < values.length; i++) {
            while (below < others.length && others[below] < values[i]) {
                below++;
            }
            while (upTo < others.length && others[upTo] <= values[i]) {
                upTo++;
            }
            placements[i] = (below + upTo) / 2.0;
        }
        return placements;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
