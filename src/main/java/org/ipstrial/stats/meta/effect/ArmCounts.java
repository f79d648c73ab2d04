package org.ipstrial.stats.meta.effect;

import java.util.Optional;
import org.ipstrial.stats.Reason;

/**
 * A yes/no outcome in both arms of a study. Counts need not be whole: a control arm that several studies share may be split
 * between them.
 *
 * @param groupEvents     with the event, in the compared arm
 * @param groupPeople     assessed there
 * @param referenceEvents with the event, in the reference arm
 * @param referencePeople assessed there
 */
public record ArmCounts(double groupEvents, double groupPeople, double referenceEvents, double referencePeople) {

    /** Refuses arms of nobody, and more events than people. */
    public ArmCounts {
        require(groupEvents, groupPeople);
        require(referenceEvents, referencePeople);
    }

    private static void require(double events, double people) {
        if (!(people > 0 && events >= 0 && events <= people && people < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "events must be from 0 to the people of an arm that has some, got " + events + " of " + people);
        }
    }

    /** The same with one half added to each of the four cells. */
    public ArmCounts withHalves() {
        return new ArmCounts(groupEvents + 0.5, groupPeople + 1, referenceEvents + 0.5, referencePeople + 1);
    }

    /** The same with the reference arm split into so many. */
    public ArmCounts splitReference(int parts) {
        return new ArmCounts(groupEvents, groupPeople, referenceEvents / parts, referencePeople / parts);
    }

    /** Why the arms tell nothing of a ratio: nobody in either had the event. */
    Optional<Reason> withoutEvents() {
        return groupEvents == 0 && referenceEvents == 0
                ? Optional.of(Reason.NO_EVENTS_IN_EITHER_ARM)
                : Optional.empty();
    }

    /** Why a ratio has no logarithm: nobody in one arm had the event. */
    Optional<Reason> emptyCell() {
        if (withoutEvents().isPresent()) {
            return withoutEvents();
        }
        if (groupEvents == 0) {
            return Optional.of(Reason.NO_EVENTS_IN_GROUP);
        }
        return referenceEvents == 0 ? Optional.of(Reason.NO_EVENTS_IN_REFERENCE) : Optional.empty();
    }

    /** The same counted by those without the event. */
    ArmCounts complement() {
        return new ArmCounts(
                groupPeople - groupEvents, groupPeople, referencePeople - referenceEvents, referencePeople);
    }
}
