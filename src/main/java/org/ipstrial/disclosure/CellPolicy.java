package org.ipstrial.disclosure;

import org.ipstrial.ard.ResultTable;

/** What is done about cells so small that they could point at a person. */
public enum CellPolicy {
    /** Nothing is hidden. */
    NONE {
        @Override
        public ReleasedTable release(ResultTable table) {
            return new ReleasedTable(table);
        }
    };

    /** The table as it may leave the program. */
    public abstract ReleasedTable release(ResultTable table);
}
