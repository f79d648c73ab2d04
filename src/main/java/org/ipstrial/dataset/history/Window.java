package org.ipstrial.dataset.history;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.outcome.DerivedOutcome;

/**
 * The days on which one outcome of one person is counted.
 *
 * @param first    the day of randomisation, counted from 1970-01-01
 * @param last     the last day of the window
 * @param seen     the last day of it of which anything is known; before the first where nothing is
 * @param complete whether the rest of it is known as well, since nothing is to come
 * @param spells   what was done of the activities that count, cut to the days that were seen, by activity and days
 */
record Window(long first, long last, long seen, boolean complete, List<Spell> spells) {

    static Window of(PersonHistory person, DerivedOutcome outcome) {
        long first = person.randomised().toEpochDay();
        long last = outcome.horizon().from(person.randomised()).toEpochDay() - 1;
        long seen = Math.min(last, person.lastSeen());
        List<Spell> spells = new ArrayList<>();
        for (Spell spell : person.spells()) {
            if (outcome.activities().contains(spell.activity()) && spell.reachesInto(first, seen)) {
                spells.add(spell.within(first, seen));
            }
        }
        return new Window(first, last, seen, seen == last || person.idleAfter(), List.copyOf(spells));
    }
}
