package org.ipstrial.ard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A curve, a grid or a trace: named columns of numbers of one length.
 *
 * @param name    what it is
 * @param columns the columns, in order; NaN where there is no number
 */
public record Series(String name, Map<String, double[]> columns) {

    /** The same of an outcome of one analysis among several. */
    public Series of(String analysis, String outcome) {
        return new Series(prefix(analysis, outcome) + name, columns);
    }

    /** What the names of the series of an outcome of one analysis among several begin with. */
    public static String prefix(String analysis, String outcome) {
        return Names.pair("analysis", analysis) + ";" + Names.pair("outcome", outcome) + ";";
    }

    /** Refuses columns of different lengths. */
    public Series {
        Objects.requireNonNull(name, "name");
        columns = new LinkedHashMap<>(columns);
        long lengths = columns.values().stream()
                .mapToInt(column -> column.length)
                .distinct()
                .count();
        if (lengths > 1) {
            throw new IllegalArgumentException("the columns of series " + name + " must have one length, got "
                    + Arrays.toString(columns.values().stream()
                            .mapToInt(column -> column.length)
                            .toArray()));
        }
    }
}
