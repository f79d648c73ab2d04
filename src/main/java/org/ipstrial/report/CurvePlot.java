package org.ipstrial.report;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Step curves over time, one of each arm: the share that has not had the event yet, or the share that has; with pointwise
 * limits, marks of the censored, and how many are at risk.
 *
 * @param title  what it shows, for its caption and for those who do not see it
 * @param time   the words of the time axis
 * @param share  the words of the share
 * @param atRisk the words of the table of those at risk
 * @param rising whether the curves rise from 0; else they fall from 1
 * @param arms   the arms, at most {@value #MOST_ARMS}
 */
public record CurvePlot(String title, String time, String share, String atRisk, boolean rising, List<Arm> arms)
        implements Block {

    /** More arms cannot be told apart by colour and dash. */
    public static final int MOST_ARMS = 4;

    /**
     * The most steps that are drawn. Of more the time is cut into as many parts of one length, and of each part the last
     * step is kept, so that the curve is exact at the end of each part, which no eye tells from the next.
     */
    public static final int MOST_STEPS = 2000;

    /** Refuses no arm, and more than can be told apart. */
    public CurvePlot {
        Objects.requireNonNull(title, "title");
        arms = List.copyOf(arms);
        if (arms.isEmpty() || arms.size() > MOST_ARMS) {
            throw new IllegalArgumentException("wanted 1 to " + MOST_ARMS + " arms, got " + arms.size());
        }
    }

    /**
     * The curve of one arm. The columns of each of its three parts have one length, times ascending.
     *
     * @param label    its name
     * @param times    when it steps
     * @param shares   what it steps to, as fractions
     * @param low      the lower limit from there on; NaN where there is none
     * @param high     the upper limit, likewise
     * @param censored when somebody was censored
     * @param left     when somebody left, for whatever reason
     * @param atRisk   how many were at risk up to and at each of those times
     */
    public record Arm(
            String label,
            double[] times,
            double[] shares,
            double[] low,
            double[] high,
            double[] censored,
            double[] left,
            double[] atRisk) {

        /** How many are at risk at a time. */
        public long atRiskAt(double time) {
            int k = Arrays.binarySearch(left, time);
            int from = k < 0 ? -k - 1 : k;
            return from == left.length ? 0 : (long) atRisk[from];
        }

        /** The last time at which anybody was observed. */
        public double lastTime() {
            return left.length == 0 ? 0 : left[left.length - 1];
        }

        /** The share after a time, from a start. */
        public double shareAt(double time, double start) {
            int k = Arrays.binarySearch(times, time);
            int last = k < 0 ? -k - 2 : k;
            return last < 0 ? start : shares[last];
        }

        /** The same with no more steps than are drawn. */
        Arm thinned() {
            if (times.length <= MOST_STEPS) {
                return this;
            }
            double width = lastTime() / MOST_STEPS;
            int[] kept = IntStream.range(0, times.length)
                    .filter(k -> k == times.length - 1 || part(times[k], width) != part(times[k + 1], width))
                    .toArray();
            return new Arm(
                    label, of(times, kept), of(shares, kept), of(low, kept), of(high, kept), censored, left, atRisk);
        }

        /** The same up to a time, at which those who are still observed leave. */
        Arm upTo(double time) {
            if (lastTime() <= time) {
                return this;
            }
            int[] kept = IntStream.range(0, times.length)
                    .filter(k -> times[k] <= time)
                    .toArray();
            double[] before = Arrays.stream(left).filter(at -> at < time).toArray();
            double[] ends = Arrays.copyOf(before, before.length + 1);
            ends[before.length] = time;
            double[] counts = Arrays.copyOf(atRisk, ends.length);
            counts[before.length] = atRiskAt(time);
            return new Arm(
                    label,
                    of(times, kept),
                    of(shares, kept),
                    of(low, kept),
                    of(high, kept),
                    Arrays.stream(censored).filter(at -> at <= time).toArray(),
                    ends,
                    counts);
        }

        private static double part(double time, double width) {
            return Math.min(MOST_STEPS - 1, Math.floor(time / width));
        }

        private static double[] of(double[] column, int[] kept) {
            return Arrays.stream(kept).mapToDouble(k -> column[k]).toArray();
        }
    }

    /** The last time of all arms. */
    public double lastTime() {
        return arms.stream().mapToDouble(Arm::lastTime).max().orElseThrow();
    }

    /** The largest share that is drawn, limits included. */
    public double largestShare() {
        return arms.stream()
                .flatMap(arm -> List.of(arm.shares(), arm.high()).stream())
                .flatMapToDouble(Arrays::stream)
                .filter(share -> !Double.isNaN(share))
                .max()
                .orElse(1);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.curves(this);
    }
}
