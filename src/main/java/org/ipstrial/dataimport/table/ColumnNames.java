package org.ipstrial.dataimport.table;

import java.util.List;

/** The names in the first line of a text that is not blank. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The names, read plain, empty where a column has none; none at all where the text is blank. */
    public static List<String> of(String text, Dialect dialect) {
        RecordReader reader = new RecordReader(text, dialect);
        while (reader.hasNext()) {
            List<String> names = Header.of(reader.next()).names();
            if (names.stream().anyMatch(name -> !name.isEmpty())) {
                return names;
            }
        }
        return List.of();
    }
}
