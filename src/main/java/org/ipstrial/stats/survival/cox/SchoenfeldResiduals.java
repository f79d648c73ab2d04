package org.ipstrial.stats.survival.cox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Scaled Schoenfeld residuals: of each event a rough reading of a coefficient at its time.
 *
 * <p>With {@code x} the covariates of who has the event, {@code m} their mean over those at risk, each weighted by its hazard
 * (where events are tied the mean over the denominators of {@link Ties}), {@code d} the number of events, {@code b} the
 * coefficients of the fit and {@code V} their variance:
 *
 * <pre>
 *   r  = x - m             Schoenfeld's residual; they sum to 0 over the events
 *   r* = b + d V r         scaled; their mean is b, and their expectation at t about b(t)
 *   variance of r*_j = d V_jj, about
 * </pre>
 *
 * <p>As {@code $y} and {@code $var} of {@code cox.zph} in R's survival from version 3 on. In strata the scale is that of all
 * strata together.
 *
 * <p>Source: Schoenfeld D (1982), Biometrika 69:239-241; Grambsch PM, Therneau TM (1994), Biometrika 81:515-526.
 */
public final class SchoenfeldResiduals {

    /**
     * An event.
     *
     * @param time     its time
     * @param at       the function of time there, from its mean over all events
     * @param residual the scaled residual, a logarithm of a hazard ratio
     */
    public record Event(double time, double at, double residual) {}

    private SchoenfeldResiduals() {}

    /** The residuals of one column in order of time, the smaller first where events are tied. */
    public static List<Event> of(CoxFit fit, TimeTransform transform, int column) {
        CoxData data = fit.data();
        int width = data.width();
        double[] scale = fit.variance()[column];
        double b = fit.coefficients()[column];
        int events = data.events();
        Map<Double, Double> g = transform.values(data);
        List<Event> all = new ArrayList<>();
        RiskSums.visit(data, RiskSums.exponents(data, fit.coefficients()), time -> {
            double[] mean = new double[width];
            for (int l = 0; l < time.events(); l++) {
                for (int j = 0; j < width; j++) {
                    mean[j] += time.mean(fit.ties(), l, j) / time.events();
                }
            }
            for (int i = time.from(); i < time.to(); i++) {
                if (data.event(i)) {
                    double[] raw = new double[width];
                    for (int j = 0; j < width; j++) {
                        raw[j] = data.x(i, j) - mean[j];
                    }
                    double when = data.time(i);
                    all.add(new Event(when, g.get(when), b + events * CoxFit.dot(scale, raw)));
                }
            }
        });
        all.sort(Comparator.comparingDouble(Event::time).thenComparingDouble(Event::residual));
        return List.copyOf(all);
    }
}
