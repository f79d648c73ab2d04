package org.ipstrial.ard;

import java.util.Objects;

/**
 * A warning that goes with the results.
 *
 * @param code    its code
 * @param file    the file it is about, or empty
 * @param line    the line, or 0
 * @param column  the column's name, or empty
 * @param message its words
 */
public record Remark(String code, String file, long line, String column, String message) {

    /** Checks that nothing is null. */
    public Remark {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(message, "message");
    }
}
