package org.ipstrial.disclosure;

import java.util.List;
import java.util.Objects;
import org.ipstrial.ard.ResultTable;

/** A result table that may leave the program. Only a {@link CellPolicy} makes one. */
public final class ReleasedTable {

    private final ResultTable table;
    private final List<Hidden> hidden;

    ReleasedTable(ResultTable table, List<Hidden> hidden) {
        this.table = Objects.requireNonNull(table, "table");
        this.hidden = List.copyOf(hidden);
    }

    /** What was hidden of it, and why. */
    public List<Hidden> hidden() {
        return hidden;
    }

    /** What may be shown. */
    public ResultTable table() {
        return table;
    }
}
