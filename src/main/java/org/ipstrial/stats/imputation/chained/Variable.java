package org.ipstrial.stats.imputation.chained;

import org.ipstrial.stats.Require;

/**
 * A variable of some people; the arrays are taken as they are and must not be changed afterwards.
 *
 * @param name   its name
 * @param values one for each person; what stands where nothing is known is not looked at
 * @param known  whether each person's value is known
 */
public record Variable(String name, double[] values, boolean[] known) {

    /** Refuses other lengths, and known values that are not finite. */
    public Variable {
        if (values.length != known.length) {
            throw new IllegalArgumentException(
                    name + " must have as many values as marks, got " + values.length + " and " + known.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (known[i]) {
                Require.amounts(name, new double[] {values[i]});
            }
        }
    }

    /** A variable that is known of everybody. */
    public static Variable complete(String name, double[] values) {
        boolean[] known = new boolean[values.length];
        java.util.Arrays.fill(known, true);
        return new Variable(name, values, known);
    }

    /** How many people lack it. */
    public int missing() {
        int missing = 0;
        for (boolean has : known) {
            missing += has ? 0 : 1;
        }
        return missing;
    }
}
