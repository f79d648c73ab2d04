package org.ipstrial.disclosure;

import java.util.Objects;
import org.ipstrial.ard.ResultTable;

/** A result table that may leave the program. Only a {@link CellPolicy} makes one. */
public final class ReleasedTable {

    private final ResultTable table;

    ReleasedTable(ResultTable table) {
        this.table = Objects.requireNonNull(table, "table");
    }

    /** What may be shown. */
    public ResultTable table() {
        return table;
    }
}
