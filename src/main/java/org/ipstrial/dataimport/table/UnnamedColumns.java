package org.ipstrial.dataimport.table;

import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Columns without a name: harmless where Excel left empty ones at the end, else nobody knows what they hold. */
final class UnnamedColumns {

    private final Header header;
    private final boolean[] withValues;

    UnnamedColumns(Header header) {
        this.header = header;
        this.withValues = new boolean[header.width()];
    }

    void look(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            withValues[i] |= header.names().get(i).isEmpty() && !CellText.isBlank(cells[i]);
        }
    }

    void report(Location where, Findings findings) {
        int kept = header.width();
        while (kept > header.namedWidth() && !withValues[kept - 1]) {
            kept--;
        }
        if (kept < header.width()) {
            findings.add(FindingCode.W142, where, Shown.number(header.width() - kept, "column"));
        }
        for (int i = 0; i < kept; i++) {
            if (header.names().get(i).isEmpty()) {
                findings.add(FindingCode.E142, where, i + 1);
            }
        }
    }
}
