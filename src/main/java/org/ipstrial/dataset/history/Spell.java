package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stretch of days of one activity.
 *
 * @param activity     what was done
 * @param first        the first day, counted from 1970-01-01
 * @param last         the last day, included; {@link #OPEN} where it goes on
 * @param hoursPerWeek hours a week, where known
 * @param hourlyWage   wage an hour, where known
 */
public record Spell(String activity, long first, long last, OptionalDouble hoursPerWeek, OptionalDouble hourlyWage) {

    /** The last day of a spell that goes on. */
    public static final long OPEN = Long.MAX_VALUE;

    /** By activity and days, so that the order of the file changes nothing. */
    public static final Comparator<Spell> ORDER = Comparator.comparing(Spell::activity)
            .thenComparingLong(Spell::first)
            .thenComparingLong(Spell::last)
            .thenComparingDouble(spell -> spell.hoursPerWeek.orElse(-1))
            .thenComparingDouble(spell -> spell.hourlyWage.orElse(-1));

    /** Refuses a spell that ends before it begins. */
    public Spell {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(hoursPerWeek, "hoursPerWeek");
        Objects.requireNonNull(hourlyWage, "hourlyWage");
        if (last < first) {
            throw new IllegalArgumentException("a spell must not end before it begins, got " + first + " to " + last);
        }
    }

    /** The first day. */
    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(first);
    }

    /** The last day, included; nothing where it goes on. */
    public Optional<LocalDate> lastDay() {
        return last == OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(last));
    }

    /** The part of it between two days, both included; it must reach into them. */
    Spell within(long from, long to) {
        return new Spell(activity, Math.max(first, from), Math.min(last, to), hoursPerWeek, hourlyWage);
    }

    /** Whether any of its days lies between two days, both included. */
    boolean reachesInto(long from, long to) {
        return first <= to && last >= from;
    }

    /** How many days it has; only of one that ends. */
    long days() {
        return last - first + 1;
    }
}
