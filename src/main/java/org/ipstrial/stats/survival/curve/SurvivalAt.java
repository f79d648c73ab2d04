package org.ipstrial.stats.survival.curve;

import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;

/**
 * The share that has not had the event by a time, with limits: {@code S(t)} of {@link KaplanMeier}.
 *
 * <pre>
 *   estimate S(t);  standard error S(t) sqrt(G(t));  limits by {@link CurveLimits} from sqrt(G(t))
 * </pre>
 *
 * <p>Unit: a share. An event at {@code t} itself counts as having happened. Where nobody has had the event the share is 1,
 * where everybody has it is 0, both without a standard error ({@code no-variance}). Beyond the last time, unless
 * everybody has had the event, the curve is not known ({@code beyond-follow-up}): it is not carried on flat.
 *
 * <p>Source: as {@link KaplanMeier}.
 */
public final class SurvivalAt {

    private SurvivalAt() {}

    /** The share at a time. */
    public static Estimate of(KaplanMeier curve, double time, double level, CurveLimits limits) {
        Require.fraction("level", level);
        if (!curve.isKnownAt(time)) {
            return Estimate.notEstimable(Reason.BEYOND_FOLLOW_UP);
        }
        int step = curve.stepAt(time);
        double s = curve.survival(step);
        if (!CurveLimits.exist(s)) {
            return Estimate.withoutLimits(s, Reason.NO_VARIANCE);
        }
        double e = Math.sqrt(curve.greenwood(step));
        return Estimate.of(s, s * e, limits.lower(s, e, level), limits.upper(s, e, level));
    }
}
