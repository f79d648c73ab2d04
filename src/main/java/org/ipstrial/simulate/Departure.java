package org.ipstrial.simulate;

import java.time.LocalDate;
import java.util.Map;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.plan.simulation.SimulatedArm;
import org.ipstrial.stats.resampling.Draws;

/**
 * Until when somebody is seen, and why not longer. Who does not leave is seen until the data cut, as in a register; who
 * leaves does so before the last day of the window, on a day drawn evenly.
 *
 * @param lastSeen the last day of which anything is known
 * @param end      why not longer
 */
record Departure(LocalDate lastSeen, EndOfFollowUp end) {

    /**
     * Draws it.
     *
     * @param last    the last day of the window
     * @param dataCut the last day that anybody is seen
     */
    static Departure draw(SimulatedArm arm, LocalDate randomised, LocalDate last, LocalDate dataCut, Draws draws) {
        double fraction = draws.fraction();
        int days = Math.max(1, (int) (last.toEpochDay() - randomised.toEpochDay()));
        LocalDate leaves = randomised.plusDays(draws.below(days));
        for (Map.Entry<EndOfFollowUp, Double> reason : arm.dropOut().entrySet()) {
            if (fraction < reason.getValue()) {
                return leaves.isBefore(dataCut) ? new Departure(leaves, reason.getKey()) : completed(dataCut);
            }
            fraction -= reason.getValue();
        }
        return completed(dataCut);
    }

    private static Departure completed(LocalDate dataCut) {
        return new Departure(dataCut, EndOfFollowUp.COMPLETED);
    }

    /** Whether it ends what the person was doing, as death does; otherwise nobody saw it end. */
    boolean endsActivity() {
        return end.needsRule();
    }
}
