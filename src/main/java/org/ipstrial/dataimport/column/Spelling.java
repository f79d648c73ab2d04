package org.ipstrial.dataimport.column;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.finding.Findings;

/** What one spelling of a label is read as, and where and how often it stands. */
final class Spelling {

    private final String label;
    private final String unmapped;
    private final List<Integer> rows = new ArrayList<>();
    private final int firstRow;
    private long count;

    /**
     * A spelling that was met.
     *
     * @param label    what it is read as, or null where it is missing or not mapped
     * @param unmapped the spelling itself where a map should name it and does not, else null
     * @param firstRow the row where it was met first
     */
    Spelling(String label, String unmapped, int firstRow) {
        this.label = label;
        this.unmapped = unmapped;
        this.firstRow = firstRow;
    }

    /** Counts a row; only the first rows are kept, as messages name no more. */
    void standsAt(int row) {
        count++;
        if (rows.size() < Findings.KEPT) {
            rows.add(row);
        }
    }

    String label() {
        return label;
    }

    String unmapped() {
        return unmapped;
    }

    List<Integer> rows() {
        return rows;
    }

    int firstRow() {
        return firstRow;
    }

    long count() {
        return count;
    }
}
