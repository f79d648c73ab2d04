package org.ipstrial.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.dataset.history.PersonRecord;
import org.ipstrial.outcome.Horizon;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.simulation.Bands;
import org.ipstrial.plan.simulation.PlannedSimulation;
import org.ipstrial.plan.simulation.SimulatedArm;
import org.ipstrial.plan.simulation.SimulatedColumn;
import org.ipstrial.stats.resampling.Draws;

/**
 * The people of a simulated trial. Each has a number, and all that is drawn for them goes by the seed and this number:
 * their day of randomisation, drawn evenly from the days of recruitment, their columns, their follow-up and their work.
 * Arms are dealt out in the order of the numbers.
 */
public final class SimulatedTrial {

    private static final int DIGITS = 5;

    private final PlannedSimulation simulation;
    private final Horizon horizon;
    private final LocalDate dataCut;
    private final PersonStreams streams;

    private SimulatedTrial(Plan plan, long seed) {
        this.simulation = plan.simulation().orElseThrow();
        this.horizon = plan.history().horizon().orElseThrow();
        this.dataCut = plan.history().dataCut().orElseThrow().value();
        this.streams = new PersonStreams(seed);
    }

    /**
     * Draws everybody.
     *
     * @param plan a plan that has a simulation
     * @param seed the seed
     * @return the people in the order of their ids, S00001 first
     */
    public static List<PersonRecord> draw(Plan plan, long seed) {
        return new SimulatedTrial(plan, seed).people();
    }

    private List<PersonRecord> people() {
        PermutedBlocks blocks = new PermutedBlocks(simulation.arms(), streams);
        List<PersonRecord> people = new ArrayList<>();
        for (int number = 0; number < simulation.people(); number++) {
            Map<String, Integer> places = places(number);
            String stratum = String.join(
                    " ",
                    simulation.stratify().stream()
                            .map(column -> String.valueOf(places.get(column)))
                            .toList());
            people.add(person(number, places, simulation.arms().get(blocks.next(stratum))));
        }
        return people;
    }

    private PersonRecord person(int number, Map<String, Integer> places, SimulatedArm arm) {
        int days = (int) (simulation.to().toEpochDay() - simulation.from().toEpochDay()) + 1;
        LocalDate randomised =
                simulation.from().plusDays(streams.of(number, "randomised_on").below(days));
        Departure departure = Departure.draw(
                arm, randomised, horizon.from(randomised).minusDays(1), dataCut, streams.of(number, "follow-up"));
        return new PersonRecord(
                id(number),
                arm.label(),
                randomised,
                columns(number, places),
                new WorkHistory(arm, randomised, horizon.from(randomised).minusDays(1), departure, number, streams)
                        .spells(),
                departure.lastSeen(),
                departure.end());
    }

    /** By column the place of the person's code among those of the plan, so that other codes draw the same people. */
    private Map<String, Integer> places(int number) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (SimulatedColumn column : simulation.columns()) {
            double fraction = streams.of(number, "column", column.name()).fraction();
            places.put(column.name(), column.codes().place(fraction));
        }
        return places;
    }

    private Map<String, String> columns(int number, Map<String, Integer> places) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (SimulatedColumn column : simulation.columns()) {
            columns.put(column.column(), column.codes().values().get(places.get(column.name())));
        }
        Optional<PlannedSimulation.Age> age = simulation.age();
        age.ifPresent(years ->
                columns.put(years.column(), String.valueOf((int) number(years.years(), streams.of(number, "age")))));
        return columns;
    }

    /** A number drawn from bands: first the band, then one of its numbers. */
    static double number(Bands bands, Draws draws) {
        Bands.Band band = bands.bands().values().get(bands.bands().place(draws.fraction()));
        return bands.number(band.first() + draws.below(band.last() - band.first() + 1));
    }

    private static String id(int number) {
        String digits = String.valueOf(number + 1);
        return "S" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
