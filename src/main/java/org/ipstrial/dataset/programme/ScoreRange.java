package org.ipstrial.dataset.programme;

import java.util.OptionalInt;

/**
 * What a sum of item scores can be: one number where every item is known, else the lowest and the highest. A missing item
 * is never filled.
 *
 * @param least   with every missing item at its lowest
 * @param most    with every missing item at its highest
 * @param missing how many items are missing
 */
public record ScoreRange(int least, int most, int missing) {

    /** Refuses a range that cannot be. */
    public ScoreRange {
        if (least > most || missing < 0 || (missing == 0 && least != most)) {
            throw new IllegalArgumentException(
                    "the range must not be empty, got " + least + " to " + most + " with " + missing + " missing");
        }
    }

    /** The sum, if every item is known. */
    public OptionalInt exact() {
        return missing == 0 ? OptionalInt.of(least) : OptionalInt.empty();
    }
}
