package org.ipstrial.dataset.history;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * How long the first job of one person went on, in days, its first and last among them.
 *
 * <p>It begins on the first day of the window with a spell that counts and goes on over spells that overlap or follow each
 * other with no more days between them than the gap. It ended if more days than that were seen without one, or none is to
 * come. While it still ran on the last day of the window on which the person was seen, it is censored there, unless the
 * person died on that day or an end that leaves nothing to come fell on it, which end it too. If the person was not seen
 * for long enough after its last day to know that it had ended, it is censored on that day.
 *
 * @param days the tenure, at least 1
 * @param end  how it ended; nothing where it is censored
 */
public record FirstTenure(long days, Optional<String> end) {

    /** Refuses a tenure of no day. */
    public FirstTenure {
        Objects.requireNonNull(end, "end");
        if (days < 1) {
            throw new IllegalArgumentException("a tenure must be at least a day, got " + days);
        }
    }

    /** The tenure of a person; nothing where no job was seen. */
    public static Optional<FirstTenure> of(PersonHistory person, DerivedOutcome outcome) {
        Window window = Window.of(person, outcome);
        List<Spell> spells = window.spells().stream()
                .sorted(Comparator.comparingLong(Spell::first))
                .toList();
        if (spells.isEmpty()) {
            return Optional.empty();
        }
        long first = spells.get(0).first();
        long last = first;
        for (Spell spell : spells) {
            if (spell.first() > last + 1 + outcome.gap()) {
                break;
            }
            last = Math.max(last, spell.last());
        }
        Optional<String> end = Optional.empty();
        if (last == window.seen()) {
            end = person.competing()
                    .filter(any -> person.lastSeen() <= window.last())
                    .map(TimeToFirst::word);
        } else if (window.seen() - last > outcome.gap() || person.idleAfter()) {
            end = Optional.of(OutcomeDefinition.EVENT);
        }
        return Optional.of(new FirstTenure(last - first + 1, end));
    }
}
