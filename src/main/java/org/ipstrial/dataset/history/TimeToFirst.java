package org.ipstrial.dataset.history;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * How long it took one person until the first spell that counts, in days; the day of randomisation is day 0.
 *
 * <p>The time ends on the first day of the window with such a spell. Without one it ends on the last day of the window on
 * which the person was seen: there it is censored, unless the person died on that day or an end that leaves nothing to
 * come fell on it, which compete. Of somebody who was never seen the time is 0 and censored.
 *
 * @param days the time
 * @param end  how it ended; nothing where it is censored
 */
public record TimeToFirst(long days, Optional<String> end) {

    /** Refuses a time before the start. */
    public TimeToFirst {
        Objects.requireNonNull(end, "end");
        if (days < 0) {
            throw new IllegalArgumentException("a time must not be below 0, got " + days);
        }
    }

    /** The time of a person. */
    public static TimeToFirst of(PersonHistory person, DerivedOutcome outcome) {
        Window window = Window.of(person, outcome);
        return window.spells().stream()
                .map(Spell::first)
                .min(Long::compare)
                .map(first -> new TimeToFirst(first - window.first(), Optional.of(OutcomeDefinition.EVENT)))
                .orElseGet(() -> new TimeToFirst(
                        Math.max(0, window.seen() - window.first()),
                        // On the last day seen itself, and not where the window ended before it.
                        person.competing()
                                .filter(any -> person.lastSeen() <= window.last())
                                .map(TimeToFirst::word)));
    }

    /** What competes, as a cause in results. */
    static String word(EndOfFollowUp end) {
        return switch (end) {
            case DIED -> "death";
            case EMIGRATED -> "emigration";
            default -> end.id();
        };
    }
}
