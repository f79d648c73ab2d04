package org.ipstrial.stats.meta.effect;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.StudyEffect;

/**
 * The logit of the share of one arm.
 *
 * <p>With x of n people:
 * <pre>
 *   y = log(x / (n - x)),  v = 1/x + 1/(n - x)
 * </pre>
 * Edge: where nobody or everybody had the event there is none ({@code no-share-strictly-between}).
 *
 * <p>Source: Stijnen T, Hamza TH, Ozdemir P (2010), Statistics in Medicine 29:3046-3067.
 */
public final class LogitShare {

    private LogitShare() {}

    /** The effect of an arm. */
    public static StudyEffect of(double events, double people) {
        double others = people - events;
        return events > 0 && others > 0
                ? new StudyEffect.Known(StrictMath.log(events / others), 1 / events + 1 / others)
                : new StudyEffect.Unknown(Reason.NO_SHARE_STRICTLY_BETWEEN);
    }

    /** The share of a logit. */
    public static double share(double logit) {
        return logit >= 0 ? 1 / (1 + StrictMath.exp(-logit)) : StrictMath.exp(logit) / (1 + StrictMath.exp(logit));
    }
}
