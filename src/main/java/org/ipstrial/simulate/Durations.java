package org.ipstrial.simulate;

import org.ipstrial.stats.resampling.Draws;

/**
 * Times that end with the same probability each day: exponential in months, and counted in whole days. With a hazard
 * {@code h} a month, the chance that nothing has happened in the first {@code d} days is {@code exp(-h d / 30.4375)}.
 */
final class Durations {

    /** Days of a month, on average over four years: 365.25 / 12. */
    static final double DAYS_A_MONTH = 30.4375;

    /** Longer than anybody lives. */
    private static final long NEVER = 1L << 40;

    private Durations() {}

    /**
     * Whole days that pass before something happens, from 0.
     *
     * @param perMonth hazard a month; 0 where it never happens
     */
    static long daysBefore(double perMonth, Draws draws) {
        double exponential = -StrictMath.log(1 - draws.fraction());
        return perMonth == 0 ? NEVER : (long) Math.min(NEVER, Math.floor(exponential / perMonth * DAYS_A_MONTH));
    }

    /**
     * Days that something lasts, at least 1.
     *
     * @param months how many months it lasts on average, before the day that was begun is counted in full
     */
    static long daysLasted(double months, Draws draws) {
        double exponential = -StrictMath.log(1 - draws.fraction());
        return Math.max(1, (long) Math.min(NEVER, Math.ceil(exponential * months * DAYS_A_MONTH)));
    }
}
