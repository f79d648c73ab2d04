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
