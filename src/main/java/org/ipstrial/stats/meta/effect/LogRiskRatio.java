package org.ipstrial.stats.meta.effect;

import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.StudyEffect;

/**
 * The logarithm of a study's risk ratio.
 *
 * <p>With x1 of n1 in the group and x2 of n2 in the reference:
 * <pre>
 *   y = log((x1 / n1) / (x2 / n2)),  v = 1/x1 - 1/n1 + 1/x2 - 1/n2
 * </pre>
 * Above 0 where the event is more frequent in the group; changing the arms round changes the sign.
 *
 * <p>Edges: an arm without events has no logarithm, and nothing is added to it; where everybody in both arms had the event
 * the ratio is 1 and its variance 0 ({@code all-events-in-both-arms}).
 *
 * <p>Source: Katz D, Baptista J, Azen SP, Pike MC (1978), Biometrics 34:469-474.
 */
public final class LogRiskRatio {

    private LogRiskRatio() {}

    /** The effect of a study. */
    public static StudyEffect of(ArmCounts counts) {
        Optional<Reason> empty = counts.emptyCell();
        if (empty.isPresent()) {
            return new StudyEffect.Unknown(empty.get());
        }
        double x1 = counts.groupEvents();
        double n1 = counts.groupPeople();
        double x2 = counts.referenceEvents();
        double n2 = counts.referencePeople();
        double variance = (n1 - x1) / (x1 * n1) + (n2 - x2) / (x2 * n2);
        return variance > 0
                ? new StudyEffect.Known(StrictMath.log(x1 / n1) - StrictMath.log(x2 / n2), variance)
                : new StudyEffect.Unknown(Reason.ALL_EVENTS_IN_BOTH_ARMS);
    }
}
