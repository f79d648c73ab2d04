package org.ipstrial.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.plan.simulation.SimulatedActivity;
import org.ipstrial.plan.simulation.SimulatedArm;
import org.ipstrial.stats.resampling.Draws;

/**
 * What somebody does from randomisation to the last day on which they are seen: one job after another, and each other
 * activity once or never. A spell that runs when they are last seen has no end, unless what happened to them ended it.
 *
 * @param arm        what happens in their arm
 * @param randomised the day of randomisation
 * @param last       the last day of the window, within which other activities begin
 * @param departure  until when they are seen
 * @param number     the person's number
 * @param streams    the random streams
 */
record WorkHistory(
        SimulatedArm arm,
        LocalDate randomised,
        LocalDate last,
        Departure departure,
        int number,
        PersonStreams streams) {

    List<Spell> spells() {
        List<Spell> spells = new ArrayList<>();
        jobs(spells);
        arm.activities().forEach(activity -> once(activity, spells));
        return spells;
    }

    private void jobs(List<Spell> spells) {
        Draws draws = streams.of(number, "jobs");
        long day = randomised.toEpochDay() + Durations.daysBefore(arm.firstPerMonth(), draws);
        while (day <= seen()) {
            long end = day + Durations.daysLasted(arm.tenureMonths(), draws) - 1;
            double hours = SimulatedTrial.number(arm.hoursPerWeek(), draws);
            OptionalDouble wage = arm.hourlyWage()
                    .map(bands -> OptionalDouble.of(SimulatedTrial.number(bands, draws)))
                    .orElse(OptionalDouble.empty());
            spells.add(new Spell(SimulatedArm.JOB, day, asSeen(end), OptionalDouble.of(hours), wage));
            day = end + 1 + Durations.daysBefore(arm.nextPerMonth(), draws);
        }
    }

    private void once(SimulatedActivity activity, List<Spell> spells) {
        Draws draws = streams.of(number, "activity", activity.name().value());
        boolean begins = draws.fraction() < activity.share();
        long start = randomised.toEpochDay() + draws.below((int) (last.toEpochDay() - randomised.toEpochDay()) + 1);
        long end = start + Durations.daysLasted(activity.tenureMonths(), draws) - 1;
        double hours = SimulatedTrial.number(activity.hoursPerWeek(), draws);
        if (begins && start <= seen()) {
            spells.add(new Spell(
                    activity.name().value(), start, asSeen(end), OptionalDouble.of(hours), OptionalDouble.empty()));
        }
    }

    private long seen() {
        return departure.lastSeen().toEpochDay();
    }

    /** The last day of a spell as the files tell it. */
    private long asSeen(long end) {
        long running = departure.endsActivity() ? seen() : Spell.OPEN;
        return end <= seen() ? end : running;
    }
}
