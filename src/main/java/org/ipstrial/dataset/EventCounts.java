package org.ipstrial.dataset;

/**
 * A yes/no outcome of some participants, counted.
 *
 * @param rows     everybody
 * @param assessed those whose outcome is known
 * @param events   those with the event
 */
public record EventCounts(int rows, int assessed, int events) {

    /** Refuses what cannot be. */
    public EventCounts {
        if (events < 0 || events > assessed || assessed > rows) {
            throw new IllegalArgumentException(
                    "wanted 0 <= events <= assessed <= rows, got " + events + ", " + assessed + ", " + rows);
        }
    }

    /** Those whose outcome is missing. */
    public int missing() {
        return rows - assessed;
    }
}
