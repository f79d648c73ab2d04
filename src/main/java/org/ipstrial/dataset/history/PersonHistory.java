package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.outcome.EndOfFollowUp;

/**
 * What one person did since randomisation, as far as they were seen.
 *
 * @param randomised  the day of randomisation, which is the first of every window
 * @param lastSeen    the last day of which anything is known, counted from 1970-01-01; before randomisation where nothing
 *                    is
 * @param idleAfter   whether there is known to be no activity after that day
 * @param spells      the spells that count, in any order
 * @param competing   what happened on the last day seen that leaves nothing to come: a death, or an end after which the
 *                    plan says that there is no activity
 */
public record PersonHistory(
        LocalDate randomised, long lastSeen, boolean idleAfter, List<Spell> spells, Optional<EndOfFollowUp> competing) {

    /** Sorts the spells. */
    public PersonHistory {
        Objects.requireNonNull(randomised, "randomised");
        Objects.requireNonNull(competing, "competing");
        spells = spells.stream().sorted(Spell.ORDER).toList();
    }

    /** Somebody to whom nothing happened that leaves nothing to come. */
    public PersonHistory(LocalDate randomised, long lastSeen, boolean idleAfter, List<Spell> spells) {
        this(randomised, lastSeen, idleAfter, spells, Optional.empty());
    }
}
