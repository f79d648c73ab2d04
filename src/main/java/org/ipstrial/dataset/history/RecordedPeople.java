package org.ipstrial.dataset.history;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.dataset.CodePointOrder;

/**
 * Everybody as the files tell of them, ids included: what a canonical copy is written from, and kept for nothing else.
 *
 * @param people in the order of their ids, which is the order of {@link org.ipstrial.dataset.Participants}
 * @param weeks  what register weeks tell of them, if there are any
 */
public record RecordedPeople(List<RecordedPerson> people, Optional<WeekStates> weeks) {

    /** Sorts the people. */
    public RecordedPeople {
        people = people.stream()
                .sorted(Comparator.comparing(RecordedPerson::id, CodePointOrder.INSTANCE))
                .toList();
        Objects.requireNonNull(weeks, "weeks");
    }
}
