package org.ipstrial.stats.missing;

import org.ipstrial.stats.proportion.BinomialCount;

/**
 * A yes/no outcome of one arm, known of some people only.
 *
 * @param events   those with the event
 * @param assessed those whose outcome is known
 * @param missing  those whose outcome is not known
 */
public record PartlyObserved(int events, int assessed, int missing) {

    /** Refuses what cannot be, and an arm of nobody. */
    public PartlyObserved {
        if (events < 0 || events > assessed || missing < 0 || (long) assessed + missing < 1) {
            throw new IllegalArgumentException("wanted 0 <= events <= assessed and somebody in the arm, got " + events
                    + " events, " + assessed + " assessed and " + missing + " missing");
        }
    }

    /** Everybody, where so many of the missing had the event. */
    BinomialCount with(int missingEvents) {
        return new BinomialCount(events + missingEvents, Math.addExact(assessed, missing));
    }

    /**
     * How many of the missing had the event if they had it as often as those assessed, to the nearest whole number, a half
     * to the even one; there must be somebody assessed.
     */
    public int missingEventsAsObserved() {
        return (int) Math.rint((double) ((long) missing * events) / assessed);
    }
}
