package org.ipstrial.finding;

import java.util.Objects;

/**
 * Where a finding is.
 *
 * @param file         the file as the user named it, or empty for the command line
 * @param line         physical line from 1 (the first line of a record that spans several), or 0 for the whole file
 * @param column       name of the column, or empty
 * @param columnNumber position of the column from 1, or 0
 */
public record Location(String file, long line, String column, int columnNumber) {

    /** The command line itself. */
    public static final Location COMMAND_LINE = new Location("", 0, "", 0);

    /** Checks that nothing is null. */
    public Location {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(column, "column");
    }

    /** A file as a whole. */
    public static Location file(String file) {
        return new Location(file, 0, "", 0);
    }

    /** One line of a file. */
    public static Location line(String file, long line) {
        return new Location(file, line, "", 0);
    }

    /** One column of a file. */
    public static Location column(String file, String column, int columnNumber) {
        return new Location(file, 0, column, columnNumber);
    }

    /** One cell of a file. */
    public static Location cell(String file, long line, String column, int columnNumber) {
        return new Location(file, line, column, columnNumber);
    }

    /** The same place so many lines further down; a file as a whole stays one. */
    public Location further(long lines) {
        return line == 0 ? this : new Location(file, line + lines, column, columnNumber);
    }

    /** The place as messages begin with it: {@code file:line: column (n): }, as far as it is known. */
    public String prefix() {
        if (file.isEmpty()) {
            return "ipstrial: ";
        }
        StringBuilder text = new StringBuilder(VisibleText.of(file));
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!column.isEmpty()) {
            text.append(VisibleText.of(column))
                    .append(" (")
                    .append(columnNumber)
                    .append("): ");
        }
        return text.toString();
    }
}
