package org.ipstrial.dataimport.table;

import java.util.Set;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.NationalNumber;
import org.ipstrial.dataimport.text.Personal;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Columns that nobody asked for and that seem to be about single people: better not in the file at all. */
final class UnusedColumns {

    /** Rows that are looked at; the point is to tell, not to find each. */
    private static final int LOOKED_AT = 1000;

    private static final String[] WHAT = {"e-mail addresses", "telephone numbers", "personal numbers", "free text"};

    private final String file;
    private final Header header;
    private final Set<String> wanted;
    private final int[][] counts;
    private final int[] filled;
    private int rows;

    UnusedColumns(String file, Header header, Set<String> wanted) {
        this.file = file;
        this.header = header;
        this.wanted = wanted;
        this.counts = new int[header.width()][WHAT.length];
        this.filled = new int[header.width()];
    }

    void look(String[] cells) {
        if (rows++ >= LOOKED_AT) {
            return;
        }
        for (int i = 0; i < Math.min(cells.length, filled.length); i++) {
            if (wanted.contains(header.names().get(i)) || CellText.isBlank(cells[i])) {
                continue;
            }
            String cell = CellText.trim(cells[i]);
            filled[i]++;
            counts[i][0] += Personal.isEmail(cell) ? 1 : 0;
            counts[i][1] += Personal.isPhone(cell) ? 1 : 0;
            counts[i][2] += NationalNumber.looksLike(cell) ? 1 : 0;
            counts[i][3] += Personal.isFreeText(cell) ? 1 : 0;
        }
    }

    void report(Findings findings) {
        for (int i = 0; i < filled.length; i++) {
            for (int kind = 0; kind < WHAT.length; kind++) {
                // One address says enough; numbers and long texts must be the rule.
                int enough = kind == 0 ? 1 : Math.max(1, filled[i] / (kind == 3 ? 5 : 2));
                if (filled[i] > 0 && counts[i][kind] >= enough) {
                    String name = header.names().get(i);
                    Location where = Personal.isPersonal(name)
                            ? Location.file(file)
                            : Location.column(file, name.isEmpty() ? "(no name)" : name, i + 1);
                    findings.add(FindingCode.W302, where, WHAT[kind]);
                    break;
                }
            }
        }
    }
}
