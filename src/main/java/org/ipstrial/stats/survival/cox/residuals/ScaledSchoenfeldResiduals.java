package org.ipstrial.stats.survival.cox.residuals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Information;

/**
 * Scaled Schoenfeld residuals: of each event a rough reading of a coefficient at its time.
 *
 * <p>With {@code r} the {@link SchoenfeldResiduals}, {@code d} the number of events, {@code b} the coefficients of the fit and
 * {@code V} their variance:
 *
 * <pre>
 *   r* = b + d V r         their mean is b, and their expectation at t about b(t)
 *   variance of r*_j = d V_jj, about
 * </pre>
 *
 * <p>As {@code $y} and {@code $var} of {@code cox.zph} in R's survival from version 3 on. In strata the scale is that of all
 * strata together.
 *
 * <p>Source: Grambsch PM, Therneau TM (1994), Biometrika 81:515-526.
 */
public final class ScaledSchoenfeldResiduals {

    /**
     * An event.
     *
     * @param time     its time
     * @param at       the function of time there, from its mean over all events
     * @param residual the scaled residual, a logarithm of a hazard ratio
     */
    public record Event(double time, double at, double residual) {}

    private ScaledSchoenfeldResiduals() {}

    /** The residuals of one column in order of time, the smaller first where events are tied. */
    public static List<Event> of(CoxFit fit, TimeTransform transform, int column) {
        double[] scale = fit.variance()[column];
        double b = fit.coefficients()[column];
        List<SchoenfeldResiduals.Event> events = SchoenfeldResiduals.of(fit).events();
        Map<Double, Double> g = transform.values(fit.data());
        List<Event> all = new ArrayList<>();
        for (SchoenfeldResiduals.Event event : events) {
            double residual = b + events.size() * Information.dot(scale, event.values());
            all.add(new Event(event.time(), g.get(event.time()), residual));
        }
        all.sort(Comparator.comparingDouble(Event::time).thenComparingDouble(Event::residual));
        return List.copyOf(all);
    }
}
