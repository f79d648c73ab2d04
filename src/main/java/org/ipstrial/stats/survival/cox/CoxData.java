package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * Times with covariates, in the order in which the partial likelihood is summed: by stratum, the latest time first.
 *
 * <p>People of one time are put in the order of what happened and of their covariates, so that the order of the rows moves
 * no digit. Covariates are taken from their middle, which changes no coefficient and keeps the exponentials small.
 *
 * <p>A person may come under observation late, and may have a case weight: a whole weight {@code w} stands for {@code w} people
 * of one time, exactly so under Breslow's handling of ties. The variance of the model then takes weights for people;
 * {@link ScoreResiduals} for how much a person counts. Weights are of the methods that are built on this, such as those of
 * competing ends; no command takes any, since a trial's tests would not hold under them.
 */
public final class CoxData {

    private final double[] time;
    private final double[] entry;
    private final double[] weight;
    private final boolean[] event;
    private final int[] stratum;
    private final int[] cluster;
    private final double[] x;
    private final int width;
    private final boolean late;

    private CoxData(SurvivalTimes times, double[] weights, double[] rows, int width, int[] order) {
        int n = order.length;
        time = new double[n];
        entry = new double[n];
        weight = new double[n];
        event = new boolean[n];
        stratum = new int[n];
        cluster = new int[n];
        x = new double[n * width];
        for (int i = 0; i < n; i++) {
            int person = order[i];
            time[i] = times.time(person);
            entry[i] = times.entry(person);
            weight[i] = weights[person];
            event[i] = times.cause(person) != SurvivalTimes.CENSORED;
            stratum[i] = times.stratum(person);
            cluster[i] = times.cluster(person);
            System.arraycopy(rows, person * width, x, i * width, width);
        }
        this.width = width;
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
        return ofColumns(times, withArms(times, reference, columns));
    }

    /** The columns of the arms, and others behind them. */
    public static double[][] withArms(SurvivalTimes times, int reference, double[][] columns) {
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
        return all;
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
        int width = columns.length;
        if (width == 0) {
            throw new IllegalArgumentException("there must be one column at least");
        }
        if (weights.length != n) {
            throw new IllegalArgumentException("weights must be those of " + n + " people, got " + weights.length);
        }
        for (double weight : weights) {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a weight must be positive and finite, got " + weight);
            }
        }
        double[] rows = new double[n * width];
        for (int j = 0; j < width; j++) {
            if (columns[j].length != n) {
                throw new IllegalArgumentException(
                        "a column must have values of " + n + " people, got " + columns[j].length);
            }
            Require.finite("a covariate", columns[j]);
            double middle = middle(columns[j]);
            for (int person = 0; person < n; person++) {
                rows[person * width + j] = columns[j][person] - middle + 0.0;
            }
        }
        return new CoxData(times, weights, rows, width, RowOrder.of(times, weights, rows, width));
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

    /** When the i-th comes under observation: negative infinity if that is from the start. */
    double entry(int i) {
        return entry[i];
    }

    /** Whether anybody comes under observation late. */
    boolean hasEntries() {
        return late;
    }

    double weight(int i) {
        return weight[i];
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

    double x(int i, int j) {
        return x[i * width + j];
    }

    /** The sum of the covariates of the i-th times coefficients. */
    double product(int i, double[] b) {
        double sum = 0;
        for (int j = 0, at = i * width; j < width; j++, at++) {
            sum += x[at] * b[j];
        }
        return sum;
    }

    /** The first of those who do not share stratum and time with the i-th. */
    int endOfTime(int i) {
        int end = i + 1;
        while (end < time.length && stratum[end] == stratum[i] && time[end] == time[i]) {
            end++;
        }
        return end;
    }

    /** The first of those who do not share the stratum of the i-th. */
    int endOfStratum(int i) {
        int end = i + 1;
        while (end < time.length && stratum[end] == stratum[i]) {
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
