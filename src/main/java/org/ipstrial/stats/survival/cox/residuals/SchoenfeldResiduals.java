package org.ipstrial.stats.survival.cox.residuals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.Ties;

/**
 * Schoenfeld residuals: of each event how far the covariates of who has it lie from what was expected among those at risk.
 *
 * <p>With {@code x} the covariates of who has the event and {@code m} their mean over those at risk, each weighted by its hazard
 * (where events are tied the mean over the denominators of {@link Ties}):
 *
 * <pre>
 *   r = x - m
 * </pre>
 *
 * <p>Unit: that of the covariate. Times the case weights they sum to the score, which is 0 at the estimate; if the hazards are
 * proportional they go neither up nor down with time. There are none without an event, and none of a fit by the exact
 * likelihood of ties. As R's {@code residuals(coxph(), type = "schoenfeld")}, but for the order of tied events.
 *
 * <p>Source: Schoenfeld D (1982), Partial residuals for the proportional hazards regression model, Biometrika 69:239-241;
 * Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, section 4.6 and appendix E.
 *
 * @param events by stratum, the earliest first; tied events by their covariates
 */
public record SchoenfeldResiduals(List<Event> events) {

    /** Copies the events. */
    public SchoenfeldResiduals {
        events = List.copyOf(events);
    }

    /**
     * An event.
     *
     * @param person  who has it, of the people as they were given
     * @param stratum the stratum
     * @param time    its time
     * @param weight  the case weight
     * @param values  of each covariate the residual
     */
    public record Event(int person, int stratum, double time, double weight, double[] values) {}

    /** The residuals of a fit. */
    public static SchoenfeldResiduals of(CoxFit fit) {
        if (fit.isExact()) {
            throw new IllegalArgumentException("a fit by the exact likelihood of ties has no Schoenfeld residuals");
        }
        CoxData data = fit.data();
        HazardSteps steps = HazardSteps.of(fit);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (data.event(i)) {
                double[] values = new double[data.width()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = data.x(i, j) - steps.mean(i, j);
                }
                events.add(new Event(data.person(i), data.stratum(i), data.time(i), data.weight(i), values));
            }
        }
        events.sort(Comparator.comparingInt(Event::stratum).thenComparingDouble(Event::time));
        return new SchoenfeldResiduals(events);
    }
}
