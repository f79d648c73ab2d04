package org.ipstrial.stats.descriptive;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number that stands from one day to the next, such as how many people somebody has.
 *
 * <p>With {@code c(d)} the number on day {@code d}, from the first day {@code a} to the last {@code b}, both included:
 *
 * <pre>
 *   mean      = sum of c(d) over a &lt;= d &lt;= b, divided by b - a + 1
 *   most      = largest c(d)
 *   over(l)   = how many days have c(d) &gt; l
 * </pre>
 *
 * <p>Unit: people, and days. Everything is counted in whole numbers; the mean is one division. The days run from the first
 * with anything to the last with anything: days in between with nothing count, days outside do not.
 */
public final class DailyCount {

    private final long[] days;
    private final long[] counts;
    private final long last;

    private DailyCount(long[] days, long[] counts, long last) {
        this.days = days;
        this.counts = counts;
        this.last = last;
    }

    /**
     * How many spells go on at each day.
     *
     * @param first the first day of each spell, at least one spell
     * @param last  the last day of each, itself included
     * @throws IllegalArgumentException if there is none, or one ends before it begins
     */
    public static DailyCount ofSpells(long[] first, long[] last) {
        if (first.length == 0 || first.length != last.length) {
            throw new IllegalArgumentException(
                    "wanted as many first as last days, at least one, got " + first.length + " and " + last.length);
        }
        TreeMap<Long, Long> changes = new TreeMap<>();
        long end = Long.MIN_VALUE;
        for (int i = 0; i < first.length; i++) {
            if (last[i] < first[i]) {
                throw new IllegalArgumentException(
                        "a spell must not end before it begins, got " + first[i] + " and " + last[i]);
            }
            changes.merge(first[i], 1L, Long::sum);
            changes.merge(last[i] + 1, -1L, Long::sum);
            end = Math.max(end, last[i]);
        }
        TreeMap<Long, Long> levels = new TreeMap<>();
        long now = 0;
        for (Map.Entry<Long, Long> change : changes.entrySet()) {
            now += change.getValue();
            levels.put(change.getKey(), now);
        }
        return of(levels, end);
    }

    /**
     * A number that was counted on some days, and stands until it is counted again.
     *
     * @param counted by day, none negative and at least one above 0
     * @param until   the last day of all
     * @throws IllegalArgumentException if there is none, or one is after the last day
     */
    public static DailyCount ofCounts(Map<Long, Long> counted, long until) {
        TreeMap<Long, Long> levels = new TreeMap<>(counted);
        if (levels.isEmpty() || levels.lastKey() > until) {
            throw new IllegalArgumentException("wanted counts of days up to " + until + ", got " + levels.keySet());
        }
        long end = levels.lastEntry().getValue() == 0 ? levels.lastKey() - 1 : until;
        return of(levels, end);
    }

    /** Takes out what is no change, and days outside the first and the last with anything. */
    private static DailyCount of(TreeMap<Long, Long> levels, long end) {
        long before = 0;
        long[] days = new long[levels.size()];
        long[] counts = new long[levels.size()];
        int size = 0;
        for (Map.Entry<Long, Long> level : levels.entrySet()) {
            if (level.getValue() != before) {
                days[size] = level.getKey();
                counts[size++] = level.getValue();
                before = level.getValue();
            }
        }
        long last = end;
        if (size > 0 && counts[size - 1] == 0) {
            last = days[--size] - 1;
        }
        if (size == 0) {
            throw new IllegalArgumentException("wanted at least one day with more than 0");
        }
        return new DailyCount(Arrays.copyOf(days, size), Arrays.copyOf(counts, size), last);
    }

    /** The first day with anything. */
    public long first() {
        return days[0];
    }

    /** The last day with anything. */
    public long last() {
        return last;
    }

    /** How many days from the first to the last, both included. */
    public long days() {
        return last - days[0] + 1;
    }

    /** The number on a day. */
    public long on(long day) {
        int k = Arrays.binarySearch(days, day);
        int step = k >= 0 ? k : -k - 2;
        return step < 0 || day > last ? 0 : counts[step];
    }

    /** The largest number. */
    public long most() {
        return Arrays.stream(counts).max().orElseThrow();
    }

    /** The mean over the days. */
    public double mean() {
        long sum = 0;
        for (int step = 0; step < days.length; step++) {
            sum = Math.addExact(sum, Math.multiplyExact(counts[step], length(step)));
        }
        return (double) sum / days();
    }

    /** How many days have more than a number. */
    public long daysOver(long limit) {
        long over = 0;
        for (int step = 0; step < days.length; step++) {
            over += counts[step] > limit ? length(step) : 0;
        }
        return over;
    }

    /** The days on which the number changes, the first of all included. */
    public long[] changes() {
        return days.clone();
    }

    private long length(int step) {
        return (step + 1 < days.length ? days[step + 1] : last + 1) - days[step];
    }
}
