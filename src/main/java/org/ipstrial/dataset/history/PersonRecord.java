package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipstrial.outcome.EndOfFollowUp;

/**
 * One person as the files of a trial tell of them.
 *
 * @param id         the pseudonym
 * @param arm        the arm by its label
 * @param randomised the day of randomisation
 * @param columns    further columns of the participants file by their name in the file, in order
 * @param spells     what they did, by activity and days
 * @param lastSeen   the last day of which anything is known
 * @param end        why not longer
 */
public record PersonRecord(
        String id,
        String arm,
        LocalDate randomised,
        Map<String, String> columns,
        List<Spell> spells,
        LocalDate lastSeen,
        EndOfFollowUp end) {

    /** Copies the columns and sorts the spells. */
    public PersonRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(randomised, "randomised");
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        spells = spells.stream().sorted(Spell.ORDER).toList();
        Objects.requireNonNull(lastSeen, "lastSeen");
        Objects.requireNonNull(end, "end");
    }
}
