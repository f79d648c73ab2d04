package org.ipstrial.dataset;

import java.util.Arrays;

/**
 * A category of some participants, counted.
 *
 * @param rows   everybody
 * @param levels people at each level; not to be changed
 */
public record CategoryCounts(int rows, int[] levels) {

    /** Refuses more people at levels than there are. */
    public CategoryCounts {
        if (Arrays.stream(levels).anyMatch(count -> count < 0)
                || Arrays.stream(levels).sum() > rows) {
            throw new IllegalArgumentException(
                    "wanted at most " + rows + " people at the levels, got " + Arrays.toString(levels));
        }
    }

    /** Those whose level is known. */
    public int assessed() {
        return Arrays.stream(levels).sum();
    }

    /** Those whose level is missing. */
    public int missing() {
        return rows - assessed();
    }
}
