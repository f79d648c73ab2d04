package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * Times with covariates, in the order in which the partial likelihood is summed: by stratum, the latest time first.
 *
 * <p>People of one time are put in the order of what happened and of their covariates, so that the order of the rows moves
 * no digit. Covariates are taken from their middle, which changes no coefficient and keeps the exponentials small.
 */
public final class CoxData {

    private final double[] time;
    private final boolean[] event;
    private final int[] stratum;
    private final int[] cluster;
    private final double[][] x;
    private final int width;

    private CoxData(double[] time, boolean[] event, int[] stratum, int[] cluster, double[][] x, int width) {
        this.time = time;
        this.event = event;
        this.stratum = stratum;
        this.cluster = cluster;
        this.x = x;
        this.width = width;
    }

    /**
     * The model of the arm alone: one covariate for each arm but the last, 1 for its people and 0 for all others.
     *
     * @param times two arms or more; whatever the cause, an end that is not censored is the event
     */
    public static CoxData ofArms(SurvivalTimes times) {
        return ofArms(times, times.arms() - 1, new double[0][]);
    }

    /**
     * The model of the arm and more: the columns of the arms first.
     *
     * @param reference the arm that has no column
     * @param columns   of covariates, each finite and with a value of each person
     */
    public static CoxData ofArms(SurvivalTimes times, int reference, double[][] columns) {
        if (times.arms() < 2) {
            throw new IllegalArgumentException("a hazard ratio of arms needs two arms, got " + times.arms());
        }
        double[][] all = new double[times.arms() - 1 + columns.length][];
        for (int arm = 0, next = 0; arm < times.arms(); arm++) {
            if (arm != reference) {
                all[next] = new double[times.size()];
                for (int person = 0; person < times.size(); person++) {
                    all[next][person] = times.arm(person) == arm ? 1 : 0;
                }
                next++;
            }
        }
        System.arraycopy(columns, 0, all, times.arms() - 1, columns.length);
        return ofColumns(times, all);
    }

    /**
     * Each person with the columns that are given, in strata and clusters if the times have them.
     *
     * @param columns at least one, each finite and with a value of each person
     */
    public static CoxData ofColumns(SurvivalTimes times, double[]... columns) {
        int n = times.size();
        if (columns.length == 0) {
            throw new IllegalArgumentException("there must be one column at least");
        }
        double[] middle = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != n) {
                throw new IllegalArgumentException(
                        "a column must have values of " + n + " people, got " + columns[j].length);
            }
            Require.finite("a covariate", columns[j]);
            middle[j] = middle(columns[j]);
        }
        double[][] rows = new double[n][columns.length];
        for (int person = 0; person < n; person++) {
            for (int j = 0; j < columns.length; j++) {
                rows[person][j] = columns[j][person] - middle[j] + 0.0;
            }
        }
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(times::stratum)
                        .thenComparing(
                                Comparator.<Integer>comparingDouble(times::time).reversed())
                        .thenComparingInt(times::cause)
                        .thenComparing((a, b) -> Arrays.compare(rows[a], rows[b]))
                        .thenComparingInt(times::cluster));
        return new CoxData(
                Arrays.stream(order).mapToDouble(times::time).toArray(),
                events(times, order),
                Arrays.stream(order).mapToInt(times::stratum).toArray(),
                Arrays.stream(order).mapToInt(times::cluster).toArray(),
                Arrays.stream(order).map(person -> rows[person]).toArray(double[][]::new),
                columns.length);
    }

    /** The middle of smallest and largest, not the mean: it hangs on no order of summing. */
    private static double middle(double[] column) {
        double least = column[0];
        double most = column[0];
        for (double value : column) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return least / 2 + most / 2;
    }

    private static boolean[] events(SurvivalTimes times, Integer[] order) {
        boolean[] events = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            events[i] = times.cause(order[i]) != SurvivalTimes.CENSORED;
        }
        return events;
    }

    /** How many people. */
    public int size() {
        return time.length;
    }

    /** How many covariates. */
    public int width() {
        return width;
    }

    double time(int i) {
        return time[i];
    }

    boolean event(int i) {
        return event[i];
    }

    int stratum(int i) {
        return stratum[i];
    }

    int cluster(int i) {
        return cluster[i];
    }

    double[] x(int i) {
        return x[i];
    }

    /** The first of those who do not share stratum and time with the i-th. */
    int endOfTime(int i) {
        int end = i + 1;
        while (end < time.length && stratum[end] == stratum[i] && time[end] == time[i]) {
            end++;
        }
        return end;
    }

    /** Whether the i-th is the first of a stratum. */
    boolean beginsStratum(int i) {
        return i == 0 || stratum[i] != stratum[i - 1];
    }

    /** How many have the event. */
    public int events() {
        int events = 0;
        for (boolean one : event) {
            events += one ? 1 : 0;
        }
        return events;
    }
}
