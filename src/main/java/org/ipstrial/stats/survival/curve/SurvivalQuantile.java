package org.ipstrial.stats.survival.curve;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;

/**
 * The time by which a share {@code p} has had the event, with the limits of Brookmeyer and Crowley; the median where
 * {@code p} is one half.
 *
 * <p>With {@code S} the curve and {@code L(t), U(t)} its pointwise limits by {@link CurveLimits}:
 *
 * <pre>
 *   estimate: the first time at which S(t) &lt; 1 - p; where S is exactly 1 - p from one time of events to the next,
 *             the middle of the two; where it stays there to the end, the time at which it gets there
 *   lower:    the first time at which L(t) &lt;= 1 - p
 *   upper:    the first time at which U(t) &lt;= 1 - p
 * </pre>
 *
 * <p>Unit: that of the times. The middle of a flat stretch is what R's survfit and SAS's LIFETEST give; whether the curve
 * is exactly {@code 1 - p} is decided in whole numbers, {@code p} being the decimal number as it is written. Where the
 * curve does not come down so far there is no estimate ({@code not-reached}); a lower limit may exist all the same. An
 * upper limit that is not reached is unbounded.
 *
 * <p>Source: Brookmeyer R, Crowley J (1982), A confidence interval for the median survival time, Biometrics 38:29-41.
 */
public final class SurvivalQuantile {

    private SurvivalQuantile() {}

    /** The median. */
    public static Estimate median(KaplanMeier curve, double level, CurveLimits limits) {
        return of(curve, 0.5, level, limits);
    }

    /**
     * The time by which a share has had the event.
     *
     * @param p the share, strictly between 0 and 1
     */
    public static Estimate of(KaplanMeier curve, double p, double level, CurveLimits limits) {
        Require.fraction("level", level);
        BigDecimal left = BigDecimal.ONE.subtract(BigDecimal.valueOf(Require.fraction("p", p)));
        double share = left.doubleValue();
        return new Estimate(
                estimate(curve, left),
                Optional.empty(),
                first(curve, step -> limit(curve, step, level, limits, false) <= share)
                        .orElse(Quantity.notEstimable(Reason.NOT_REACHED)),
                first(curve, step -> limit(curve, step, level, limits, true) <= share)
                        .orElse(Quantity.notEstimable(Reason.UNBOUNDED)));
    }

    private static Quantity estimate(KaplanMeier curve, BigDecimal left) {
        int low = -1;
        int high = curve.steps();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (curve.compare(middle, left) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (high == curve.steps()) {
            return Quantity.notEstimable(Reason.NOT_REACHED);
        }
        double time = curve.time(high);
        boolean flat = high + 1 < curve.steps() && curve.compare(high, left) == 0;
        return Quantity.of(flat ? time + (curve.time(high + 1) - time) / 2 : time);
    }

    /** The limit from a step on; where the curve is 0 it has none, and 2 is above every share. */
    private static double limit(KaplanMeier curve, int step, double level, CurveLimits limits, boolean upper) {
        double s = curve.survival(step);
        if (!CurveLimits.exist(s)) {
            return 2;
        }
        double e = Math.sqrt(curve.greenwood(step));
        return upper ? limits.upper(s, e, level) : limits.lower(s, e, level);
    }

    private static Optional<Quantity> first(KaplanMeier curve, IntPredicate reached) {
        for (int step = 0; step < curve.steps(); step++) {
            if (reached.test(step)) {
                return Optional.of(Quantity.of(curve.time(step)));
            }
        }
        return Optional.empty();
    }
}
