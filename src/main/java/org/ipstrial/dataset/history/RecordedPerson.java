package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One person as the files tell of them, before any rule is applied.
 *
 * @param id         the pseudonym
 * @param place      their place in the participants file, by which register weeks are kept
 * @param randomised the day of randomisation, where the plan names a column of it
 * @param spells     what they did, by activity and days
 * @param lastSeen   how long they were followed, where there is a file of it
 */
public record RecordedPerson(
        String id, int place, Optional<LocalDate> randomised, List<Spell> spells, Optional<LastSeen> lastSeen) {

    /** Sorts the spells. */
    public RecordedPerson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(randomised, "randomised");
        spells = spells.stream().sorted(Spell.ORDER).toList();
        Objects.requireNonNull(lastSeen, "lastSeen");
    }

    /** Shows no id. */
    @Override
    public String toString() {
        return "person at place " + place;
    }
}
