package org.ipstrial.dataimport.column;

import java.util.List;
import java.util.Objects;
import org.ipstrial.dataset.Participants;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;

/**
 * An outcome as it was read, in file order.
 *
 * @param definition its name, kind and event
 * @param events     of a binary outcome true for the event, null where missing; of an amount of workers who worked; else
 *                   empty
 * @param amounts    of another outcome than a binary one the numbers, NaN where missing; else empty
 * @param ends       of a time how it ended, null where it is censored; else empty
 * @param weeks      of what was done week by week 1, 0 or -1 for each week, where it is not known; else empty
 */
public record ReadOutcome(
        OutcomeDefinition definition, List<Boolean> events, double[] amounts, List<String> ends, List<byte[]> weeks) {

    /** An outcome that is no time. */
    private ReadOutcome(OutcomeDefinition definition, List<Boolean> events, double[] amounts) {
        this(definition, events, amounts, List.of(), List.of());
    }

    /**
     * Times to an event, everybody's known.
     *
     * @param ends how each ended, null where it is censored
     */
    public static ReadOutcome ofTimes(String name, double[] times, List<String> ends) {
        return new ReadOutcome(new OutcomeDefinition(name, OutcomeKind.TIME, ""), List.of(), times, ends, List.of());
    }

    /**
     * Times of those with whom something began; NaN and null of the others.
     *
     * @param ends how each ended, null where it is censored
     */
    public static ReadOutcome ofTimesOfWorkers(String name, double[] times, List<String> ends) {
        return new ReadOutcome(
                new OutcomeDefinition(name, OutcomeKind.TIME_OF_WORKERS, ""), List.of(), times, ends, List.of());
    }

    /**
     * What was done week by week.
     *
     * @param sums  in how many weeks, NaN where any is not known
     * @param weeks for each person and week 1, 0 or -1, where it is not known
     */
    public static ReadOutcome ofWeeks(String name, double[] sums, List<byte[]> weeks) {
        return new ReadOutcome(new OutcomeDefinition(name, OutcomeKind.WEEKLY, ""), List.of(), sums, List.of(), weeks);
    }

    /** A yes/no outcome. */
    public static ReadOutcome ofEvents(String name, String eventValue, List<Boolean> events) {
        return new ReadOutcome(new OutcomeDefinition(name, OutcomeKind.BINARY, eventValue), events, new double[0]);
    }

    /** An outcome of numbers. */
    public static ReadOutcome ofAmounts(String name, OutcomeKind kind, double[] amounts) {
        return new ReadOutcome(new OutcomeDefinition(name, kind, ""), List.of(), amounts);
    }

    /**
     * An outcome of ordered levels.
     *
     * @param levels their names, the lowest first
     * @param places the place of each person's level, from 0; NaN where it is missing
     */
    public static ReadOutcome ofLevels(String name, List<String> levels, double[] places) {
        return new ReadOutcome(OutcomeDefinition.ofLevels(name, levels), List.of(), places);
    }

    /** An amount that only those have who worked. */
    public static ReadOutcome ofWorkers(String name, List<Boolean> worked, double[] amounts) {
        return new ReadOutcome(new OutcomeDefinition(name, OutcomeKind.AMOUNT_OF_WORKERS, ""), worked, amounts);
    }

    /** The same outcome under another name than its column's. */
    public ReadOutcome named(String name) {
        OutcomeDefinition named = new OutcomeDefinition(
                name,
                definition.kind(),
                definition.eventValue(),
                definition.timepoint(),
                definition.missing(),
                definition.levels());
        return new ReadOutcome(named, events, amounts, ends, weeks);
    }

    /** Hands the column on. */
    public void addTo(Participants.Builder participants) {
        if (!ends.isEmpty()) {
            participants.labels(definition.ends(), ends);
            participants.events(
                    definition.name(), ends.stream().map(Objects::nonNull).toList());
        }
        if (!weeks.isEmpty()) {
            participants.weeks(definition.name(), weeks);
        }
        if (!events.isEmpty()) {
            participants.events(definition.name(), events);
        }
        if (definition.kind() != OutcomeKind.BINARY) {
            participants.amounts(definition.name(), amounts);
        }
    }
}
