package org.ipstrial.dataset.history;

import java.time.LocalDate;
import java.util.Objects;
import org.ipstrial.outcome.EndOfFollowUp;

/**
 * How long somebody was followed.
 *
 * @param day the last day of which anything is known
 * @param end why not longer
 */
public record LastSeen(LocalDate day, EndOfFollowUp end) {

    /** Checks that nothing is null. */
    public LastSeen {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(end, "end");
    }
}
