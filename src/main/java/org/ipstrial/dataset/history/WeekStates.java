package org.ipstrial.dataset.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.outcome.WeekState;

/**
 * What register weeks tell of many people: a byte for each person and week between the first and the last that is told of
 * them, so that ten million weeks need some ten megabytes.
 */
public final class WeekStates {

    /** The most activities that are told apart. */
    public static final int MOST_ACTIVITIES = 100;

    private static final byte NO_ROW = 0;
    private static final int DAYS = 7;
    /** The Monday of week 0: 1970-01-01 was a Thursday. */
    private static final int FIRST_MONDAY = 4;

    private static final int ACTIVITIES_FROM = 1 + WeekState.values().length;

    private final List<String> activities;
    private final int[] first;
    private final byte[][] states;

    /**
     * No week is told of yet.
     *
     * @param people     how many
     * @param activities the activities, at most {@value #MOST_ACTIVITIES}
     */
    public WeekStates(int people, List<String> activities) {
        if (activities.size() > MOST_ACTIVITIES) {
            throw new IllegalArgumentException(
                    "at most " + MOST_ACTIVITIES + " activities can be told apart, got " + activities.size());
        }
        this.activities = List.copyOf(activities);
        this.first = new int[people];
        this.states = new byte[people][];
    }

    /**
     * Takes what a row tells.
     *
     * @param person the person's place
     * @param monday the week, by its first day counted from 1970-01-01
     * @param code   what the row tells, as {@link #code} gives it
     * @return whether no row told of the week before; if one did, that stands
     */
    public boolean put(int person, long monday, byte code) {
        int week = week(monday);
        if (states[person] == null) {
            first[person] = week;
            states[person] = new byte[64];
        } else if (week < first[person]) {
            int more = first[person] - week;
            byte[] longer = new byte[states[person].length + more];
            System.arraycopy(states[person], 0, longer, more, states[person].length);
            first[person] = week;
            states[person] = longer;
        } else if (week - first[person] >= states[person].length) {
            int wanted = week - first[person] + 1;
            states[person] = Arrays.copyOf(states[person], Math.max(wanted, states[person].length * 2));
        }
        int place = week - first[person];
        boolean free = states[person][place] == NO_ROW;
        if (free) {
            states[person][place] = code;
        }
        return free;
    }

    /**
     * What is known of a week.
     *
     * @param withoutRow what it means that no row tells of it
     * @return an activity or the word of a {@link WeekState}
     */
    String state(int person, long monday, WeekState withoutRow) {
        int place = week(monday) - first[person];
        byte[] known = states[person];
        byte state = known == null || place < 0 || place >= known.length ? NO_ROW : known[place];
        if (state == NO_ROW) {
            return withoutRow.id();
        }
        return label(state);
    }

    /** Takes the weeks of which a row tells. */
    @FunctionalInterface
    public interface WeekConsumer {

        /**
         * Takes a week.
         *
         * @param monday its first day, counted from 1970-01-01
         * @param label  an activity or the word of a {@link WeekState}
         */
        void accept(long monday, String label) throws IOException;
    }

    /**
     * Hands over the weeks of a person of which a row tells, in order.
     *
     * @throws IOException if the taker does
     */
    public void each(int person, WeekConsumer taker) throws IOException {
        byte[] known = states[person];
        for (int place = 0; known != null && place < known.length; place++) {
            if (known[place] != NO_ROW) {
                taker.accept((long) (first[person] + place) * DAYS + FIRST_MONDAY, label(known[place]));
            }
        }
    }

    private String label(byte state) {
        return state < ACTIVITIES_FROM ? WeekState.values()[state - 1].id() : activities.get(state - ACTIVITIES_FROM);
    }

    /**
     * What stands for a label in a week.
     *
     * @param label an activity or the word of a {@link WeekState}
     * @throws IllegalArgumentException if it is neither
     */
    public byte code(String label) {
        int state = WeekState.ids().indexOf(label);
        int activity = activities.indexOf(label);
        if (state < 0 && activity < 0) {
            throw new IllegalArgumentException("no activity or state is called " + label);
        }
        return (byte) (state >= 0 ? 1 + state : ACTIVITIES_FROM + activity);
    }

    private static int week(long monday) {
        return (int) Math.floorDiv(monday, DAYS);
    }
}
