package org.ipstrial.dataimport.table;

import java.util.Map;
import java.util.Optional;

/**
 * The wanted columns of a file.
 *
 * @param columns by name; those that the file lacks are not in it
 * @param rows    how many data rows there are
 */
public record RawTable(Map<String, RawColumn> columns, long rows) {

    /** A column, if the file has it. */
    public Optional<RawColumn> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }
}
