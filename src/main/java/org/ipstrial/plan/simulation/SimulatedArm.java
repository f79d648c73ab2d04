package org.ipstrial.plan.simulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.outcome.EndOfFollowUp;

/**
 * What happens to the people of one arm.
 *
 * @param label         its label
 * @param people        how many are randomised to it
 * @param perBlock      places in each block of the randomisation
 * @param firstPerMonth hazard of a first job, a month
 * @param nextPerMonth  hazard of another job after one ended, a month
 * @param tenureMonths  how many months a job lasts on average
 * @param hoursPerWeek  hours a week in a job
 * @param hourlyWage    wage an hour in a job; not written where the plan does not say it
 * @param activities    what else people begin
 * @param dropOut       how many leave before the horizon, as a fraction, by reason
 */
public record SimulatedArm(
        String label,
        int people,
        int perBlock,
        double firstPerMonth,
        double nextPerMonth,
        double tenureMonths,
        Bands hoursPerWeek,
        Optional<Bands> hourlyWage,
        List<SimulatedActivity> activities,
        Map<EndOfFollowUp, Double> dropOut) {

    /** The activity that a job is. */
    public static final String JOB = "competitive_employment";

    /** Copies what it holds; reasons stand in the order of {@link EndOfFollowUp}. */
    public SimulatedArm {
        activities = List.copyOf(activities);
        Map<EndOfFollowUp, Double> ordered = new EnumMap<>(EndOfFollowUp.class);
        ordered.putAll(dropOut);
        dropOut = Collections.unmodifiableMap(ordered);
    }
}
