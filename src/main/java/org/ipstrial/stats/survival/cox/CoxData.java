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
        return ofArms(times, new double[times.size()][0]);
    }

    /**
     * The model of the arm and more: the covariates of the arms first.
     *
     * @param covariates of each person, finite and as many for each
     */
    public static CoxData ofArms(SurvivalTimes times, double[][] covariates) {
        if (times.arms() < 2) {
            throw new IllegalArgumentException("a hazard ratio of arms needs two arms, got " + times.arms());
        }
        int arms = times.arms() - 1;
        double[][] all = new double[covariates.length][];
        for (int person = 0; person < covariates.length; person++) {
            all[person] = new double[arms + covariates[person].length];
            System.arraycopy(covariates[person], 0, all[person], arms, covariates[person].length);
            if (person < times.size() && times.arm(person) < arms) {
                all[person][times.arm(person)] = 1;
            }
        }
        return of(times, all);
    }

    /** Each person alone: the covariates that are given, in strata if the times have them. */
    public static CoxData of(SurvivalTimes times, double[][] covariates) {
        return of(times, covariates, IntStream.range(0, times.size()).toArray());
    }

    /**
     * People in clusters.
     *
     * @param covariates of each person, finite, as many for each and at least one
     * @param clusters   the number of each person's cluster, from 0; only robust variances look at it
     */
    public static CoxData of(SurvivalTimes times, double[][] covariates, int[] clusters) {
        int n = times.size();
        if (covariates.length != n || clusters.length != n) {
            throw new IllegalArgumentException("covariates and clusters must be those of " + n + " people, got "
                    + covariates.length + " and " + clusters.length);
        }
        int width = covariates[0].length;
        for (double[] row : covariates) {
            if (row.length != width || width == 0) {
                throw new IllegalArgumentException(
                        "each person must have as many covariates, at least one, got " + width + " and " + row.length);
            }
            Require.finite("a covariate", row);
        }
        double[][] centred = centred(covariates);
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(times::stratum)
                        .thenComparing(
                                Comparator.<Integer>comparingDouble(times::time).reversed())
                        .thenComparingInt(person -> times.cause(person))
                        .thenComparing((a, b) -> Arrays.compare(centred[a], centred[b]))
                        .thenComparingInt(person -> clusters[person]));
        return new CoxData(
                Arrays.stream(order).mapToDouble(times::time).toArray(),
                events(times, order),
                Arrays.stream(order).mapToInt(times::stratum).toArray(),
                Arrays.stream(order).mapToInt(person -> clusters[person]).toArray(),
                Arrays.stream(order).map(person -> centred[person]).toArray(double[][]::new),
                width);
    }

    private static boolean[] events(SurvivalTimes times, Integer[] order) {
        boolean[] events = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            events[i] = times.cause(order[i]) != SurvivalTimes.CENSORED;
        }
        return events;
    }

    /** The middle of smallest and largest, not the mean: it hangs on no order of summing. */
    private static double[][] centred(double[][] covariates) {
        double[][] centred = Arrays.stream(covariates).map(double[]::clone).toArray(double[][]::new);
        for (int column = 0; column < covariates[0].length; column++) {
            int c = column;
            double least =
                    Arrays.stream(covariates).mapToDouble(row -> row[c]).min().orElseThrow();
            double most =
                    Arrays.stream(covariates).mapToDouble(row -> row[c]).max().orElseThrow();
            double middle = least / 2 + most / 2;
            for (double[] row : centred) {
                row[column] = row[column] - middle + 0.0;
            }
        }
        return centred;
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
