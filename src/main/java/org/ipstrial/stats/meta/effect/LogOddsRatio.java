package org.ipstrial.stats.meta.effect;

import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.StudyEffect;

/**
 * The logarithm of a study's odds ratio.
 *
 * <p>With x1 events and y1 others in the group, x2 and y2 in the reference:
 * <pre>
 *   y = log(x1 / y1) - log(x2 / y2),  v = 1/x1 + 1/y1 + 1/x2 + 1/y2
 * </pre>
 * Above 0 where the event is more frequent in the group; changing the arms round, or counting those without the event,
 * changes the sign.
 *
 * <p>Edges: an empty cell has no logarithm, and nothing is added to it. Studies without events, or with events only, tell
 * nothing of an odds ratio.
 *
 * <p>Source: Woolf B (1955), Annals of Human Genetics 19:251-253.
 */
public final class LogOddsRatio {

    private LogOddsRatio() {}

    /** The effect of a study. */
    public static StudyEffect of(ArmCounts counts) {
        Optional<Reason> empty =
                counts.emptyCell().or(() -> counts.complement().emptyCell().map(LogOddsRatio::ofOthers));
        if (empty.isPresent()) {
            return new StudyEffect.Unknown(empty.get());
        }
        double x1 = counts.groupEvents();
        double y1 = counts.groupPeople() - x1;
        double x2 = counts.referenceEvents();
        double y2 = counts.referencePeople() - x2;
        return new StudyEffect.Known(
                StrictMath.log(x1 / y1) - StrictMath.log(x2 / y2), 1 / x1 + 1 / y1 + 1 / x2 + 1 / y2);
    }

    private static Reason ofOthers(Reason reason) {
        if (reason == Reason.NO_EVENTS_IN_EITHER_ARM) {
            return Reason.ALL_EVENTS_IN_BOTH_ARMS;
        }
        return reason == Reason.NO_EVENTS_IN_GROUP ? Reason.ALL_EVENTS_IN_GROUP : Reason.ALL_EVENTS_IN_REFERENCE;
    }
}
