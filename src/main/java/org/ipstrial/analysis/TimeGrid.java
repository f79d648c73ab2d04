package org.ipstrial.analysis;

import java.util.Arrays;
import java.util.Collection;

/**
 * Times at which others are grouped, so that no number tells of fewer people than leave between two of them: what happened
 * after one of them and up to the next counts as if it had happened at the next, and who is still there after the last is
 * censored at it.
 *
 * @param times the times, ascending, all above 0; at least one
 */
public record TimeGrid(double[] times) {

    /**
     * The grid of some times.
     *
     * @throws IllegalArgumentException if none is above 0
     */
    public static TimeGrid of(Collection<Double> times) {
        double[] above = times.stream()
                .mapToDouble(Double::doubleValue)
                .filter(time -> time > 0)
                .sorted()
                .distinct()
                .toArray();
        if (above.length == 0) {
            throw new IllegalArgumentException("a grid needs a time above 0, got " + times);
        }
        return new TimeGrid(above);
    }

    /** The time that stands for another. */
    public double of(double time) {
        int k = Arrays.binarySearch(times, time);
        return times[Math.min(times.length - 1, k < 0 ? -k - 1 : k)];
    }

    /** Whether a time lies after the last, so that nothing is told of it. */
    public boolean endsBefore(double time) {
        return time > times[times.length - 1];
    }
}
