package org.ipstrial.stats.weekly;

import java.util.Arrays;

/** What the people of one arm did in each week: something, nothing, or nobody knows. The order of people means nothing. */
public final class WeeklyStates {

    private static final int UNKNOWN = -1;
    private static final int ACTIVE = 1;

    private final byte[][] people;
    private final long[] observed;
    private final long[] active;

    private WeeklyStates(byte[][] people, int weeks) {
        this.people = people;
        this.observed = new long[weeks];
        this.active = new long[weeks];
        for (byte[] person : people) {
            for (int week = 0; week < weeks; week++) {
                observed[week] += person[week] == UNKNOWN ? 0 : 1;
                active[week] += person[week] == ACTIVE ? 1 : 0;
            }
        }
    }

    /**
     * The weeks of some people.
     *
     * @param people for each person and week 1 where there was something, 0 where there was nothing, -1 where it is not
     *     known
     * @throws IllegalArgumentException if there is nobody or no week, if people have different numbers of weeks, or if a
     *     week is none of the three
     */
    public static WeeklyStates of(byte[][] people) {
        if (people.length == 0 || people[0].length == 0) {
            throw new IllegalArgumentException("weeks need at least one person and one week, got none");
        }
        int weeks = people[0].length;
        byte[][] copy = new byte[people.length][];
        for (int i = 0; i < people.length; i++) {
            if (people[i].length != weeks) {
                throw new IllegalArgumentException(
                        "everybody must have the same number of weeks, got " + weeks + " and " + people[i].length);
            }
            for (byte state : people[i]) {
                if (state < UNKNOWN || state > ACTIVE) {
                    throw new IllegalArgumentException("a week must be 1, 0 or -1, got " + state);
                }
            }
            copy[i] = people[i].clone();
        }
        return new WeeklyStates(copy, weeks);
    }

    /** How many people. */
    public int people() {
        return people.length;
    }

    /** How many weeks. */
    public int weeks() {
        return observed.length;
    }

    /** How many people were observed in a week, counted from 0. */
    public long observed(int week) {
        return observed[week];
    }

    /** How many of them did something in it. */
    public long active(int week) {
        return active[week];
    }

    /** How many people were observed in every week. */
    public int complete() {
        return (int) Arrays.stream(people).filter(WeeklyStates::isComplete).count();
    }

    private static boolean isComplete(byte[] person) {
        for (byte state : person) {
            if (state == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** The people who were observed in any week. */
    byte[][] everObserved() {
        return Arrays.stream(people).filter(WeeklyStates::isObserved).toArray(byte[][]::new);
    }

    private static boolean isObserved(byte[] person) {
        for (byte state : person) {
            if (state != UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
