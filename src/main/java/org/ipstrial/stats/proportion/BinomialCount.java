package org.ipstrial.stats.proportion;

/**
 * Events among those whose outcome is known.
 *
 * @param events   number with the event, from 0 to {@code assessed}
 * @param assessed number with a known outcome, at least 1
 */
public record BinomialCount(int events, int assessed) {

    /** Refuses what cannot be. */
    public BinomialCount {
        if (assessed < 1) {
            throw new IllegalArgumentException("assessed must be at least 1, got " + assessed);
        }
        if (events < 0 || events > assessed) {
            throw new IllegalArgumentException(
                    "events must be between 0 and assessed (" + assessed + "), got " + events);
        }
    }

    /** The observed proportion, from 0 to 1. */
    public double proportion() {
        return (double) events / assessed;
    }

    /** The number without the event. */
    public int nonEvents() {
        return assessed - events;
    }

    /** The same people counted by those without the event. */
    public BinomialCount complement() {
        return new BinomialCount(assessed - events, assessed);
    }
}
