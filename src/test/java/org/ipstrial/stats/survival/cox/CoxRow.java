package org.ipstrial.stats.survival.cox;

import java.util.List;
import org.ipstrial.stats.survival.SurvivalTimes;

/**
 * A person of a test with one covariate, and Cox's model by the sums as they are written: each event looks through everybody.
 *
 * @param entry  when the person comes under observation
 * @param time   when that ends
 * @param event  whether in the event
 * @param x      the covariate
 * @param weight the case weight
 */
public record CoxRow(double entry, double time, boolean event, double x, double weight) {

    /** The data as the methods take them. */
    public static CoxData data(List<CoxRow> rows) {
        return CoxData.weighted(
                times(rows),
                rows.stream().mapToDouble(CoxRow::weight).toArray(),
                rows.stream().mapToDouble(CoxRow::x).toArray());
    }

    /** The times alone. */
    public static SurvivalTimes times(List<CoxRow> rows) {
        return SurvivalTimes.of(
                        rows.stream().mapToDouble(CoxRow::time).toArray(),
                        rows.stream().mapToInt(row -> row.event() ? 1 : 0).toArray(),
                        new int[rows.size()])
                .enteringAt(rows.stream().mapToDouble(CoxRow::entry).toArray());
    }

    /** Logarithm of the likelihood, score and information. */
    public static double[] likelihood(List<CoxRow> rows, Ties ties, double b) {
        double value = 0;
        double score = 0;
        double information = 0;
        for (double time : eventTimes(rows)) {
            List<CoxRow> events = events(rows, time);
            int d = events.size();
            double mean = events.stream().mapToDouble(CoxRow::weight).sum() / d;
            for (CoxRow one : events) {
                value += one.weight * one.x * b;
                score += one.weight * one.x;
            }
            for (int l = 0; l < d; l++) {
                double[] s = sums(rows, ties, b, time, l);
                value -= mean * StrictMath.log(s[0]);
                score -= mean * s[1] / s[0];
                information += mean * (s[2] / s[0] - s[1] / s[0] * (s[1] / s[0]));
            }
        }
        return new double[] {value, score, information};
    }

    /** The score residual of each person. */
    public static double[] scoreResiduals(List<CoxRow> rows, Ties ties, double b) {
        return residuals(rows, ties, b, false);
    }

    /** The martingale residual of each person. */
    public static double[] martingaleResiduals(List<CoxRow> rows, Ties ties, double b) {
        return residuals(rows, ties, b, true);
    }

    private static double[] residuals(List<CoxRow> rows, Ties ties, double b, boolean martingale) {
        double[] residuals = new double[rows.size()];
        for (double time : eventTimes(rows)) {
            List<CoxRow> events = events(rows, time);
            int d = events.size();
            double mean = events.stream().mapToDouble(CoxRow::weight).sum() / d;
            for (int l = 0; l < d; l++) {
                double[] s = sums(rows, ties, b, time, l);
                for (int i = 0; i < residuals.length; i++) {
                    CoxRow row = rows.get(i);
                    boolean dies = row.event && row.time == time;
                    double own = dies ? 1.0 / d : 0;
                    if (row.entry < time && row.time >= time) {
                        own -= (dies ? 1 - ties.leftOut(l, d) : 1) * StrictMath.exp(row.x * b) * mean / s[0];
                    }
                    residuals[i] += own * (martingale ? 1 : row.x - s[1] / s[0]);
                }
            }
        }
        return residuals;
    }

    private static double[] eventTimes(List<CoxRow> rows) {
        return rows.stream()
                .filter(CoxRow::event)
                .mapToDouble(CoxRow::time)
                .distinct()
                .toArray();
    }

    private static List<CoxRow> events(List<CoxRow> rows, double time) {
        return rows.stream().filter(row -> row.event && row.time == time).toList();
    }

    /** Sums of hazards, and of hazards times the covariate once and twice, under the l-th denominator of a time. */
    private static double[] sums(List<CoxRow> rows, Ties ties, double b, double time, int l) {
        int d = events(rows, time).size();
        double[] sums = new double[3];
        for (CoxRow row : rows) {
            if (row.entry < time && row.time >= time) {
                double part = row.event && row.time == time ? 1 - ties.leftOut(l, d) : 1;
                double w = part * row.weight * StrictMath.exp(row.x * b);
                sums[0] += w;
                sums[1] += w * row.x;
                sums[2] += w * row.x * row.x;
            }
        }
        return sums;
    }
}
