package org.ipstrial.stats.survival.curve;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.stats.survival.RiskTable;

/**
 * The Kaplan-Meier curve of one arm: the share that has not had the event, as a product over the times of events.
 *
 * <p>With {@code d_i} events among {@code n_i} at risk at the distinct times of events {@code t_i}:
 *
 * <pre>
 *   S(t) = product of (n_i - d_i) / n_i over t_i &lt;= t
 *   G(t) = sum of d_i / (n_i (n_i - d_i)) over t_i &lt;= t,  the variance of log S(t) (Greenwood)
 * </pre>
 *
 * <p>Unit: a share, from 1 down. People censored at a time of events count as at risk. Between two censored times the
 * product is one fraction, {@code (n_i - d_i)} over those at risk at the first event after the earlier of them, so that
 * without censoring {@code S} is the share itself, rounded once. After the last time the curve is known only if it has
 * come down to 0. {@code G} is infinite from where the curve is 0. Where people come under observation late, the curve is that
 * of people who have had no event by the first entry, and stays at 0 once it is there.
 *
 * <p>Source: Kaplan EL, Meier P (1958), Journal of the American Statistical Association 53:457-481; Greenwood M (1926),
 * Reports on Public Health and Medical Subjects 33, HMSO.
 */
public final class KaplanMeier {

    private final double[] times;
    private final int[] atRisk;
    private final int[] events;
    private final double[] survival;
    private final double[] greenwood;
    private final RiskTable table;
    private final int arm;

    private KaplanMeier(double[] times, int[] atRisk, int[] events, RiskTable table, int arm) {
        this.times = times;
        this.atRisk = atRisk;
        this.events = events;
        this.table = table;
        this.arm = arm;
        survival = new double[times.length];
        greenwood = new double[times.length];
        double before = 1;
        double sum = 0;
        int start = 0;
        for (int i = 0; i < times.length; i++) {
            int left = atRisk[i] - events[i];
            if (i > 0 && isCensoredBefore(i)) {
                before = survival[i - 1];
                start = i;
            }
            survival[i] = before * ((double) left / atRisk[start]);
            sum += events[i] / ((double) atRisk[i] * left);
            greenwood[i] = sum;
        }
    }

    /**
     * The curve of one arm.
     *
     * @throws IllegalArgumentException if the arm has nobody
     */
    public static KaplanMeier of(RiskTable table, int arm) {
        if (table.lastTime(arm) < 0) {
            throw new IllegalArgumentException("the curve of an arm needs somebody, arm " + arm + " has nobody");
        }
        int[] steps = IntStream.range(0, table.size())
                .filter(k -> table.events(arm, k) > 0)
                .toArray();
        return new KaplanMeier(
                Arrays.stream(steps).mapToDouble(table::time).toArray(),
                Arrays.stream(steps).map(k -> table.atRisk(arm, k)).toArray(),
                Arrays.stream(steps).map(k -> table.events(arm, k)).toArray(),
                table,
                arm);
    }

    /** Whether somebody was censored between an event's time and the one before it. */
    boolean isCensoredBefore(int step) {
        return atRisk[step] != atRisk[step - 1] - events[step - 1];
    }

    /** How many people the curve is of. */
    public int people() {
        return table.people(arm);
    }

    /** How many times of events. */
    public int steps() {
        return times.length;
    }

    /** The time of a step. */
    public double time(int step) {
        return times[step];
    }

    /** How many are at risk just before a step. */
    public int atRisk(int step) {
        return atRisk[step];
    }

    /** How many have the event at a step. */
    public int events(int step) {
        return events[step];
    }

    /** How many are at risk at a time: those whose own time is not before it. */
    public int atRiskAt(double time) {
        return table.atRiskAt(arm, time);
    }

    /** The curve from a step on; 1 before the first, which is step -1. */
    public double survival(int step) {
        return step < 0 ? 1 : survival[step];
    }

    /** The variance of the logarithm of the curve from a step on. */
    public double greenwood(int step) {
        return step < 0 ? 0 : greenwood[step];
    }

    /** The last step that is not after a time, -1 if there is none. */
    public int stepAt(double time) {
        int step = Arrays.binarySearch(times, time);
        return step >= 0 ? step : -step - 2;
    }

    /** The last time that somebody was observed to. */
    public double lastTime() {
        return table.lastTime(arm);
    }

    /** Whether the curve is known at a time: somebody was followed to it, or everybody has had the event. */
    public boolean isKnownAt(double time) {
        return time <= lastTime() || survival(steps() - 1) == 0;
    }

    /** The curve from a step on against a share, decided exactly: below 0, 0 or above 0 as the curve lies. */
    public int compare(int step, BigDecimal share) {
        return ExactProduct.compare(this, step, share);
    }
}
