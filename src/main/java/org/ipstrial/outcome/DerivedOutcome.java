package org.ipstrial.outcome;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An outcome that is worked out from spells or weeks.
 *
 * @param source     what it is worked out from
 * @param measure    what is counted
 * @param activities the activities that count, at least one
 * @param horizon    how long after randomisation
 * @param atLeast    how much of an amount makes the outcome a yes; without it the outcome is the amount
 * @param gap        of a tenure, how many days without anything do not end it
 */
public record DerivedOutcome(
        Source source,
        DerivedMeasure measure,
        List<String> activities,
        Horizon horizon,
        OptionalDouble atLeast,
        int gap) {

    /** What an outcome is worked out from. */
    public enum Source {
        /** Stretches of activities. */
        SPELLS,
        /** Register weeks. */
        WEEKS
    }

    /** Refuses an outcome of no activity and a threshold of what is no amount. */
    public DerivedOutcome {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(horizon, "horizon");
        activities = List.copyOf(activities);
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("an outcome needs at least one activity, got none");
        }
        if (atLeast.isPresent() && !measure.takesThreshold()) {
            throw new IllegalArgumentException(measure.id() + " has no threshold, got " + atLeast.getAsDouble());
        }
        if (gap < 0) {
            throw new IllegalArgumentException("a gap must be at least 0 days, got " + gap);
        }
    }

    /** An outcome to which gaps mean nothing, or end a tenure. */
    public DerivedOutcome(
            Source source, DerivedMeasure measure, List<String> activities, Horizon horizon, OptionalDouble atLeast) {
        this(source, measure, activities, horizon, atLeast, 0);
    }

    /** How its values are read. */
    public OutcomeKind kind() {
        return atLeast.isPresent() ? OutcomeKind.BINARY : measure.kind();
    }

    /** The same of one of its activities alone. */
    public DerivedOutcome component(String activity) {
        return new DerivedOutcome(source, measure, List.of(activity), horizon, atLeast, gap);
    }
}
