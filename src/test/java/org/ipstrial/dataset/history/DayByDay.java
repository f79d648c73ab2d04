package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.Overlap;

/** The second route: outcomes by walking through the window one calendar day after the other. */
final class DayByDay {

    private final PersonHistory person;
    private final DerivedOutcome outcome;
    private final Overlap overlap;

    DayByDay(PersonHistory person, DerivedOutcome outcome, Overlap overlap) {
        this.person = person;
        this.outcome = outcome;
        this.overlap = overlap;
    }

    Optional<Boolean> event() {
        boolean yes = false;
        boolean known = true;
        LocalDate end = outcome.horizon().from(person.randomised());
        for (LocalDate day = person.randomised(); day.isBefore(end); day = day.plusDays(1)) {
            boolean asked = outcome.measure() != DerivedMeasure.ON_LAST_DAY
                    || day.plusDays(1).equals(end);
            yes |= asked && seen(day) && !running(day).isEmpty();
            known &= seen(day) || person.idleAfter();
        }
        return yes ? Optional.of(true) : known ? Optional.of(false) : Optional.empty();
    }

    OptionalDouble amount() {
        double total = 0;
        double hours = 0;
        Set<Long> weeks = new HashSet<>();
        long[] tenure = new long[person.spells().size()];
        LocalDate end = outcome.horizon().from(person.randomised());
        long number = 0;
        for (LocalDate day = person.randomised(); day.isBefore(end); day = day.plusDays(1), number++) {
            if (!seen(day)) {
                if (!person.idleAfter()) {
                    return OptionalDouble.empty();
                }
                continue;
            }
            List<Spell> running = running(day);
            for (Spell spell : running) {
                tenure[person.spells().indexOf(spell)]++;
            }
            if (!running.isEmpty()) {
                weeks.add(number / 7);
            }
            switch (outcome.measure()) {
                case DAYS -> total += running.isEmpty() ? 0 : 1;
                case HOURS, HOURS_PER_MONTH -> total += worth(running, false) / 7;
                case EARNINGS -> total += worth(running, true) / 7;
                case HOURLY_WAGE -> {
                    total += worth(running, true);
                    hours += worth(running, false);
                }
                default -> {
                    // Counted at the end.
                }
            }
        }
        if (outcome.measure() == DerivedMeasure.HOURLY_WAGE && hours == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (outcome.measure()) {
                    case WEEKS -> weeks.size();
                    case LONGEST_TENURE -> {
                        long longest = 0;
                        for (long days : tenure) {
                            longest = Math.max(longest, days);
                        }
                        yield longest;
                    }
                    case HOURLY_WAGE -> total / hours;
                    case HOURS_PER_MONTH -> total / outcome.horizon().count();
                    default -> total;
                });
    }

    private boolean seen(LocalDate day) {
        return day.toEpochDay() <= person.lastSeen();
    }

    private List<Spell> running(LocalDate day) {
        return person.spells().stream()
                .filter(spell -> outcome.activities().contains(spell.activity()))
                .filter(spell -> spell.first() <= day.toEpochDay() && spell.last() >= day.toEpochDay())
                .toList();
    }

    private double worth(List<Spell> running, boolean wage) {
        double worth = 0;
        for (String activity : outcome.activities()) {
            List<Spell> same = new ArrayList<>(running);
            same.removeIf(spell -> !spell.activity().equals(activity));
            if (overlap != Overlap.SUM && !same.isEmpty()) {
                same = List.of(same.stream()
                        .max(Comparator.comparingDouble(
                                        (Spell spell) -> spell.hoursPerWeek().orElseThrow())
                                .thenComparingDouble(spell -> spell.hourlyWage().orElseThrow()))
                        .orElseThrow());
            }
            for (Spell spell : same) {
                worth += spell.hoursPerWeek().orElseThrow()
                        * (wage ? spell.hourlyWage().orElseThrow() : 1);
            }
        }
        return worth;
    }
}
