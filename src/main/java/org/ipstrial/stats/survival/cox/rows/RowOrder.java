package org.ipstrial.stats.survival.cox.rows;

import java.util.Arrays;
import java.util.Comparator;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * The order of people in the data of a Cox model: by stratum, the latest time first, then by cause, covariates, entry, weight and
 * cluster, so that it hangs on nothing but what they are.
 *
 * <p>Stratum, time and cause are sorted as numbers with the person in the low half, without an object for each; only those
 * who are alike in the three are compared one by one.
 */
public final class RowOrder {

    private static final int LOW = 32;

    private RowOrder() {}

    /**
     * The people in their order.
     *
     * @param weights of each person
     * @param rows    the covariates, one person after the other
     * @param width   how many covariates
     */
    public static int[] of(SurvivalTimes times, double[] weights, double[] rows, int width) {
        int n = times.size();
        int[] rank = ranks(times);
        long[] keys = new long[n];
        for (int person = 0; person < n; person++) {
            keys[person] = (long) rank[person] << LOW | person;
        }
        Arrays.sort(keys);
        Comparator<Integer> within = Comparator.<Integer>comparingInt(times::cause)
                .thenComparing((a, b) ->
                        Arrays.compare(rows, a * width, a * width + width, rows, b * width, b * width + width))
                .thenComparingDouble(times::entry)
                .thenComparingDouble(person -> weights[person])
                .thenComparingInt(times::cluster);
        int[] order = new int[n];
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && keys[to] >>> LOW == keys[from] >>> LOW) {
                to++;
            }
            if (to - from == 1) {
                order[from] = (int) keys[from];
                continue;
            }
            Integer[] alike = new Integer[to - from];
            for (int i = from; i < to; i++) {
                alike[i - from] = (int) keys[i];
            }
            Arrays.sort(alike, within);
            for (int i = from; i < to; i++) {
                order[i] = alike[i - from];
            }
        }
        return order;
    }

    /** The place of each person's stratum and time, the latest time of the first stratum having place 0. */
    private static int[] ranks(SurvivalTimes times) {
        int n = times.size();
        double[] distinct = new double[n];
        int strata = 0;
        for (int person = 0; person < n; person++) {
            distinct[person] = times.time(person);
            strata = Math.max(strata, times.stratum(person) + 1);
        }
        distinct = Arrays.stream(distinct).sorted().distinct().toArray();
        long[] pairs = new long[n];
        for (int person = 0; person < n; person++) {
            int later = distinct.length - 1 - Arrays.binarySearch(distinct, times.time(person));
            pairs[person] = (long) times.stratum(person) << LOW | later;
        }
        long[] sorted = Arrays.stream(pairs).sorted().distinct().toArray();
        int[] ranks = new int[n];
        for (int person = 0; person < n; person++) {
            ranks[person] = Arrays.binarySearch(sorted, pairs[person]);
        }
        return ranks;
    }
}
