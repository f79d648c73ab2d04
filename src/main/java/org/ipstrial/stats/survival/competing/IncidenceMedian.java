package org.ipstrial.stats.survival.competing;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.survival.curve.CurveLimits;

/**
 * The time by which half of everybody has had the event of one cause, where other causes end the time at risk for good.
 *
 * <p>With {@code F} the cumulative incidence of {@link AalenJohansen} and {@code L(t), U(t)} its pointwise limits,
 * symmetric in {@code log(-log F)}:
 *
 * <pre>
 *   estimate: the first time at which F(t) &gt;= 1/2
 *   lower:    the first time at which U(t) &gt;= 1/2
 *   upper:    the first time at which L(t) &gt;= 1/2
 * </pre>
 *
 * <p>Unit: that of the times. It is a median of everybody, those who leave without the event included: where half never have
 * it, there is none ({@code not-reached}). Where {@code F} is 1/2 from one time to the next the first of them is given, since
 * half have had the event from then on; {@link org.ipstrial.stats.survival.curve.SurvivalQuantile} takes the middle. A sum
 * within 1e-12 of 1/2 is taken as 1/2, since its parts are rounded.
 *
 * <p>Source: the inversion of pointwise limits of Brookmeyer R, Crowley J (1982), Biometrics 38:29-41, with the incidence in
 * the place of the curve.
 */
public final class IncidenceMedian {

    private static final double HALF = 0.5;
    private static final double ROUNDING = 1e-12;

    private IncidenceMedian() {}

    /** The median. */
    public static Estimate of(AalenJohansen incidence, double level) {
        Require.fraction("level", level);
        return new Estimate(
                first(incidence, step -> incidence.incidence(step) >= HALF - ROUNDING)
                        .orElse(Quantity.notEstimable(Reason.NOT_REACHED)),
                Optional.empty(),
                first(incidence, step -> limit(incidence, step, level, true) >= HALF)
                        .orElse(Quantity.notEstimable(Reason.NOT_REACHED)),
                first(incidence, step -> limit(incidence, step, level, false) >= HALF)
                        .orElse(Quantity.notEstimable(Reason.UNBOUNDED)));
    }

    /** The limit from a step on; where the incidence is 0 or 1 it has none, and no share is reached. */
    private static double limit(AalenJohansen incidence, int step, double level, boolean upper) {
        double f = incidence.incidence(step);
        double error = Math.sqrt(incidence.variance(step));
        if (!CurveLimits.exist(f) || error == 0) {
            return -1;
        }
        return upper ? CurveLimits.LOG_LOG.upper(f, error / f, level) : CurveLimits.LOG_LOG.lower(f, error / f, level);
    }

    private static Optional<Quantity> first(AalenJohansen incidence, IntPredicate reached) {
        for (int step = 0; step < incidence.anyCause().steps(); step++) {
            if (reached.test(step)) {
                return Optional.of(Quantity.of(incidence.anyCause().time(step)));
            }
        }
        return Optional.empty();
    }
}
