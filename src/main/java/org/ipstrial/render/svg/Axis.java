package org.ipstrial.render.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.report.Numerals;

/**
 * The axis of a figure: from a number to a number, with round numbers marked.
 *
 * @param low   its lower end
 * @param high  its upper end
 * @param log   whether it is logarithmic
 * @param ticks the numbers that are marked
 */
record Axis(double low, double high, boolean log, List<Double> ticks) {

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int WANTED = 4;
    private static final int MARKS_OF_TIME = 6;
    private static final double[] OF_A_DECADE = {1, 2, 5};

    /** An axis that holds some numbers, with no more than five marks. */
    static Axis over(double least, double most, boolean log) {
        return over(least, most, log, WANTED);
    }

    /** An axis that holds some numbers, with no more than so many marks and one. */
    static Axis over(double least, double most, boolean log, int marks) {
        return log ? logarithmic(least, most, marks) : linear(least, most, marks);
    }

    /** An axis of time, which ends where the times do, with no more than seven marks. */
    static Axis ofTime(double last) {
        double end = last > 0 ? last : 1;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(end / MARKS_OF_TIME)));
        double step = power;
        for (double candidate : STEPS) {
            step = power * candidate;
            if (end / step <= MARKS_OF_TIME) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long tick = 0; tick * step <= end; tick++) {
            ticks.add(tick * step);
        }
        return new Axis(0, end, false, ticks);
    }

    private static Axis linear(double least, double most, int marks) {
        double span = most > least ? most - least : Math.max(1, Math.abs(most));
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(span / marks)));
        double step = power;
        for (double candidate : STEPS) {
            step = power * candidate;
            if (span / step <= marks) {
                break;
            }
        }
        long from = (long) Math.floor(least / step);
        long to = Math.max(from + 1, (long) Math.ceil(most / step));
        List<Double> ticks = new ArrayList<>();
        for (long tick = from; tick <= to; tick++) {
            ticks.add(tick * step);
        }
        return new Axis(from * step, to * step, false, ticks);
    }

    private static Axis logarithmic(double least, double most, int marks) {
        List<Double> all = new ArrayList<>();
        int first = (int) Math.floor(StrictMath.log10(least)) - 1;
        int last = (int) Math.ceil(StrictMath.log10(most)) + 1;
        for (int decade = first; decade <= last; decade++) {
            for (double digit : OF_A_DECADE) {
                all.add(new BigDecimal(digit).scaleByPowerOfTen(decade).doubleValue());
            }
        }
        int from = 0;
        while (all.get(from + 1) <= least) {
            from++;
        }
        int to = all.size() - 1;
        while (to > from + 1 && all.get(to - 1) >= most) {
            to--;
        }
        List<Double> ticks = new ArrayList<>(all.subList(from, to + 1));
        if (ticks.size() > marks + 1) {
            // Powers of ten are marks enough where there are many.
            double low = ticks.get(0);
            double high = ticks.get(ticks.size() - 1);
            ticks.removeIf(tick -> StrictMath.log10(tick) != Math.rint(StrictMath.log10(tick)));
            int each = (int) Math.ceil((ticks.size() - 1.0) / marks);
            ticks.removeIf(tick -> Math.floorMod((int) Math.rint(StrictMath.log10(tick)), Math.max(1, each)) != 0);
            return new Axis(low, high, true, ticks);
        }
        return new Axis(ticks.get(0), ticks.get(ticks.size() - 1), true, ticks);
    }

    /** Where a number lies, from 0 at the lower end to 1 at the upper; what lies beyond an end is at it. */
    double at(double value) {
        double share = log
                ? StrictMath.log(Math.max(value, low) / low) / StrictMath.log(high / low)
                : (value - low) / (high - low);
        return Math.min(1, Math.max(0, share));
    }

    /** Whether a number is on it. */
    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** A mark in words, in the notation of {@link Numerals}. */
    static String label(double tick) {
        BigDecimal digits =
                new BigDecimal(tick).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (digits.signum() == 0 ? "0" : digits.toPlainString())
                .replace('-', '\u2212')
                .replace('.', Numerals.DECIMAL);
    }
}
