package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.stats.survival.ArmColumns;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.rows.CentredRows;
import org.ipstrial.stats.survival.cox.rows.RowOrder;

/**
 * Times with covariates, in the order in which the partial likelihood is summed: by stratum, the latest time first.
 *
 * <p>People of one time are put in the order of what happened and of their covariates, so that the order of the rows moves
 * no digit. Covariates are taken from their middle, which changes no coefficient and keeps the exponentials small.
 *
 * <p>A person may come under observation late, and may have a case weight: a whole weight {@code w} stands for {@code w} people
 * of one time, exactly so under Breslow's handling of ties. The variance of the model then takes weights for people;
 * the robust one for how much a person counts. Weights are of the methods that are built on this, such as those of
 * competing ends; no command takes any, since a trial's tests would not hold under them.
 */
public final class CoxData {

    private final double[] time;
    private final double[] entry;
    private final double[] weight;
    private final boolean[] event;
    private final int[] stratum;
    private final int[] cluster;
    private final int[] person;
    private final double[] x;
    private final double[] middles;
    private final boolean late;

    private CoxData(SurvivalTimes times, double[] weights, CentredRows rows, int[] order) {
        int n = order.length;
        int width = rows.width();
        time = new double[n];
        entry = new double[n];
        weight = new double[n];
        event = new boolean[n];
        stratum = new int[n];
        cluster = new int[n];
        person = order;
        x = new double[n * width];
        for (int i = 0; i < n; i++) {
            int who = order[i];
            time[i] = times.time(who);
            entry[i] = times.entry(who);
            weight[i] = weights[who];
            event[i] = times.cause(who) != SurvivalTimes.CENSORED;
            stratum[i] = times.stratum(who);
            cluster[i] = times.cluster(who);
            System.arraycopy(rows.values(), who * width, x, i * width, width);
        }
        middles = rows.middles();
        late = times.hasEntries();
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
        return ofColumns(times, ArmColumns.of(times, reference, columns));
    }

    /**
     * Each person with the columns that are given, in strata and clusters if the times have them.
     *
     * @param columns at least one, each finite and with a value of each person
     */
    public static CoxData ofColumns(SurvivalTimes times, double[]... columns) {
        double[] alike = new double[times.size()];
        Arrays.fill(alike, 1);
        return weighted(times, alike, columns);
    }

    /**
     * The same where people have weights.
     *
     * @param weights a positive number of each person
     * @param columns at least one, each finite and with a value of each person
     */
    public static CoxData weighted(SurvivalTimes times, double[] weights, double[]... columns) {
        int n = times.size();
        if (weights.length != n) {
            throw new IllegalArgumentException("weights must be those of " + n + " people, got " + weights.length);
        }
        for (double weight : weights) {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a weight must be positive and finite, got " + weight);
            }
        }
        CentredRows rows = CentredRows.of(n, columns);
        return new CoxData(times, weights, rows, RowOrder.of(times, weights, rows.values(), rows.width()));
    }

    /** How many people. */
    public int size() {
        return time.length;
    }

    /** How many covariates. */
    public int width() {
        return middles.length;
    }

    /** Which of the people that were given stands in the i-th row. */
    public int person(int i) {
        return person[i];
    }

    /** The time of the i-th row. */
    public double time(int i) {
        return time[i];
    }

    /** When the i-th comes under observation: negative infinity if that is from the start. */
    public double entry(int i) {
        return entry[i];
    }

    /** Whether anybody comes under observation late. */
    public boolean hasEntries() {
        return late;
    }

    /** How many people the i-th stands for. */
    public double weight(int i) {
        return weight[i];
    }

    /** Whether the i-th has the event. */
    public boolean event(int i) {
        return event[i];
    }

    /** The stratum of the i-th. */
    public int stratum(int i) {
        return stratum[i];
    }

    /** The cluster of the i-th. */
    public int cluster(int i) {
        return cluster[i];
    }

    /** A covariate of the i-th, from the middle of its column. */
    public double x(int i, int j) {
        return x[i * middles.length + j];
    }

    /** What a column is taken from: half-way between its least and its largest. */
    public double middle(int j) {
        return middles[j];
    }

    /** How far the least and the largest value of a column are apart. */
    double range(int j) {
        double half = 0;
        for (int i = 0; i < size(); i++) {
            half = Math.max(half, Math.abs(x(i, j)));
        }
        return 2 * half;
    }

    /** The sum of the covariates of the i-th times coefficients. */
    public double product(int i, double[] b) {
        double sum = 0;
        for (int j = 0, at = i * b.length; j < b.length; j++, at++) {
            sum += x[at] * b[j];
        }
        return sum;
    }

    /** The first of those who do not share stratum and time with the i-th. */
    public int endOfTime(int i) {
        int end = i + 1;
        while (end < time.length && stratum[end] == stratum[i] && time[end] == time[i]) {
            end++;
        }
        return end;
    }

    /** The first of those who do not share the stratum of the i-th. */
    public int endOfStratum(int i) {
        int end = i + 1;
        while (end < time.length && stratum[end] == stratum[i]) {
            end++;
        }
        return end;
    }

    /** Whether the i-th is the first of a stratum. */
    public boolean beginsStratum(int i) {
        return i == 0 || stratum[i] != stratum[i - 1];
    }

    /** How many have the event. */
    public int events() {
        return (int) IntStream.range(0, event.length).filter(i -> event[i]).count();
    }
}
