package org.ipstrial.dataset;

/**
 * An amount of some participants.
 *
 * @param rows   everybody
 * @param values the amounts that are known, in the order of the participants' ids; not to be changed
 */
public record Amounts(int rows, double[] values) {

    /** Refuses more values than people. */
    public Amounts {
        if (values.length > rows) {
            throw new IllegalArgumentException("wanted at most " + rows + " values, got " + values.length);
        }
    }

    /** Those whose amount is missing. */
    public int missing() {
        return rows - values.length;
    }
}
