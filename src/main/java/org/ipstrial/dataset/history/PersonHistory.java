package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What one person did since randomisation, as far as they were seen.
 *
 * @param randomised  the day of randomisation, which is the first of every window
 * @param lastSeen    the last day of which anything is known, counted from 1970-01-01; before randomisation where nothing
 *                    is
 * @param idleAfter   whether there is known to be no activity after that day
 * @param spells      the spells that count, in any order
 */
public record PersonHistory(LocalDate randomised, long lastSeen, boolean idleAfter, List<Spell> spells) {

    /** Sorts the spells. */
    public PersonHistory {
        Objects.requireNonNull(randomised, "randomised");
        spells = spells.stream().sorted(Spell.ORDER).toList();
    }
}
