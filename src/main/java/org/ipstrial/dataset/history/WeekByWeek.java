package org.ipstrial.dataset.history;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.WeekState;

/**
 * Whether one person did anything that counts in each whole week of the window, as far as it is known.
 *
 * <p>From spells the weeks are counted from the day of randomisation, and a week is one of those with a spell if any of its
 * days is. It is known if the person was seen to its end, or if nothing was to come after the last day seen; a week that was
 * seen in part is not known even if there was a spell in that part, since those weeks would otherwise count only where there
 * was one. From register weeks they are the weeks whose Mondays lie in the window, in order.
 *
 * @param states for each week {@link #ACTIVE}, {@link #IDLE} or {@link #UNKNOWN}
 */
public record WeekByWeek(byte[] states) {

    /** There was something. */
    public static final byte ACTIVE = 1;

    /** There was nothing. */
    public static final byte IDLE = 0;

    /** Nobody knows. */
    public static final byte UNKNOWN = -1;

    private static final int DAYS = 7;
    /** The day of the week on which 1970-01-05 fell, the first Monday: four days after 1970-01-01. */
    private static final int FIRST_MONDAY = 4;

    /**
     * The weeks of a person by their spells.
     *
     * @param count how many weeks
     */
    public static WeekByWeek ofSpells(PersonHistory person, DerivedOutcome outcome, int count) {
        Window window = Window.of(person, outcome);
        byte[] states = new byte[count];
        for (Spell spell : window.spells()) {
            long to = Math.min(count - 1L, (spell.last() - window.first()) / DAYS);
            for (long week = (spell.first() - window.first()) / DAYS; week <= to; week++) {
                states[(int) week] = ACTIVE;
            }
        }
        if (!person.idleAfter()) {
            long known = Math.max(0, (window.seen() - window.first() + 1) / DAYS);
            if (known < count) {
                Arrays.fill(states, (int) known, count, UNKNOWN);
            }
        }
        return new WeekByWeek(states);
    }

    /**
     * The weeks of a person by register weeks.
     *
     * @param place      their place among the weeks
     * @param withoutRow what it means that no row tells of a week
     * @param count      how many weeks
     */
    public static WeekByWeek ofRegister(
            PersonHistory person,
            WeekStates weeks,
            int place,
            WeekState withoutRow,
            DerivedOutcome outcome,
            int count) {
        long first = person.randomised().toEpochDay();
        long monday = first + Math.floorMod(FIRST_MONDAY - first, DAYS);
        byte[] states = new byte[count];
        for (int week = 0; week < count; week++, monday += DAYS) {
            if (monday > person.lastSeen()) {
                states[week] = person.idleAfter() ? IDLE : UNKNOWN;
            } else {
                String state = weeks.state(place, monday, withoutRow);
                states[week] = outcome.activities().contains(state)
                        ? ACTIVE
                        : state.equals(WeekState.NOT_OBSERVED.id()) ? UNKNOWN : IDLE;
            }
        }
        return new WeekByWeek(states);
    }

    /** In how many weeks there was something; nothing where any is not known. */
    public OptionalDouble sum() {
        int sum = 0;
        for (byte state : states) {
            if (state == UNKNOWN) {
                return OptionalDouble.empty();
            }
            sum += state;
        }
        return OptionalDouble.of(sum);
    }
}
