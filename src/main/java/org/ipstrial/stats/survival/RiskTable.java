package org.ipstrial.stats.survival;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who is at risk when: at each distinct time, how many of each arm are still observed, and how many leave for what cause.
 *
 * <p>Whoever comes under observation late is at risk from just after the own entry on. Counts only, so that no order of the people can show in them; made by one sorting.
 */
public final class RiskTable {

    private final double[] times;
    /** By arm and cause, 0 being censored, at each time. */
    private final int[][][] ended;
    /** By arm, just before each time. */
    private final int[][] atRisk;
    /** By arm, in ascending order, those of the start left out. */
    private final double[][] entries;

    private RiskTable(double[] times, int[][][] ended, int[][] atRisk, double[][] entries) {
        this.times = times;
        this.ended = ended;
        this.atRisk = atRisk;
        this.entries = entries;
    }

    static RiskTable of(SurvivalTimes all, int[] people) {
        double[] times =
                Arrays.stream(people).mapToDouble(all::time).sorted().distinct().toArray();
        int causes = all.causes();
        int[][][] ended = new int[all.arms()][causes + 1][times.length];
        for (int person : people) {
            ended[all.arm(person)][all.cause(person)][Arrays.binarySearch(times, all.time(person))]++;
        }
        int[][] atRisk = new int[all.arms()][times.length];
        double[][] entries = new double[all.arms()][];
        for (int arm = 0; arm < all.arms(); arm++) {
            int own = arm;
            entries[arm] = Arrays.stream(people)
                    .filter(person -> all.arm(person) == own && all.entry(person) > 0)
                    .mapToDouble(all::entry)
                    .sorted()
                    .toArray();
            int left = 0;
            for (int k = times.length - 1; k >= 0; k--) {
                for (int cause = 0; cause <= causes; cause++) {
                    left += ended[arm][cause][k];
                }
                atRisk[arm][k] = left - notBefore(entries[arm], times[k]);
            }
        }
        return new RiskTable(times, ended, atRisk, entries);
    }

    /** How many of some numbers in ascending order are not below a bound. */
    private static int notBefore(double[] sorted, double bound) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < bound) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return sorted.length - from;
    }

    /** How many arms. */
    public int arms() {
        return ended.length;
    }

    /** How many distinct times. */
    public int size() {
        return times.length;
    }

    /** A distinct time, in ascending order. */
    public double time(int k) {
        return times[k];
    }

    /** How many of an arm are at risk just before a time. */
    public int atRisk(int arm, int k) {
        return atRisk[arm][k];
    }

    /** How many of all arms are at risk just before a time. */
    public long atRisk(int k) {
        long all = 0;
        for (int[] arm : atRisk) {
            all += arm[k];
        }
        return all;
    }

    /** How many of an arm end at a time for a cause, 0 being censored. */
    public int ended(int arm, int cause, int k) {
        return cause < ended[arm].length ? ended[arm][cause][k] : 0;
    }

    /** How many of an arm have the event at a time, from whatever cause. */
    public int events(int arm, int k) {
        int events = 0;
        for (int cause = 1; cause < ended[arm].length; cause++) {
            events += ended[arm][cause][k];
        }
        return events;
    }

    /** How many of all arms have the event at a time, from whatever cause. */
    public long events(int k) {
        long all = 0;
        for (int arm = 0; arm < arms(); arm++) {
            all += events(arm, k);
        }
        return all;
    }

    /** How many of an arm have the event up to a time, from whatever cause. */
    public long eventsBy(int arm, double upTo) {
        long all = 0;
        for (int k = 0; k < times.length && times[k] <= upTo; k++) {
            all += events(arm, k);
        }
        return all;
    }

    /** How many of an arm are at risk at a time: those whose own time is not before it, and whose entry is. */
    public int atRiskAt(int arm, double time) {
        int k = Arrays.binarySearch(times, time);
        int from = k < 0 ? -k - 1 : k;
        return from == times.length
                ? 0
                : atRisk[arm][from] + notBefore(entries[arm], times[from]) - notBefore(entries[arm], time);
    }

    /** When people of an arm come under observation, in ascending order; who is from the start is not among them. */
    public double[] entries(int arm) {
        return entries[arm].clone();
    }

    /** How many people an arm has. */
    public int people(int arm) {
        return atRisk[arm][0] + notBefore(entries[arm], times[0]);
    }

    /**
     * The first stretch before the last time of an arm in which nobody of it is under observation, from just after one time
     * up to and with the entry that ends it.
     */
    public Optional<double[]> unobserved(int arm) {
        double before = 0;
        for (int k = 0; k < times.length && times[k] <= lastTime(arm); k++) {
            if (atRiskAt(arm, Math.nextUp(before)) == 0) {
                double from = before;
                double until = Arrays.stream(entries[arm])
                        .filter(entry -> entry > from)
                        .min()
                        .orElseThrow();
                return Optional.of(new double[] {from, until});
            }
            before = times[k];
        }
        return Optional.empty();
    }

    /** The last time of an arm, censored or not; an arm of nobody has none and gives -1. */
    public double lastTime(int arm) {
        int k = times.length - 1;
        while (k >= 0 && atRisk[arm][k] == 0) {
            k--;
        }
        return k < 0 ? -1 : times[k];
    }
}
