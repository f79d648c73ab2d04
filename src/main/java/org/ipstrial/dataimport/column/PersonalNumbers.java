package org.ipstrial.dataimport.column;

import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.NationalNumber;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** Refuses columns that seem to hold national personal numbers; what they hold is never shown. */
public final class PersonalNumbers {

    private PersonalNumbers() {}

    /** Tells whether a column of ids holds them; the user may accept it, since ids are never shown. */
    public static void checkIds(RawColumn column, Findings findings) {
        long[] counts = count(column);
        if (areMany(counts)) {
            findings.add(FindingCode.E300, column.whole(), 100 * counts[1] / counts[0]);
        }
    }

    /** Whether a column whose values are shown holds them, by their share or by one written with its separator. */
    public static boolean foundIn(RawColumn column, Findings findings) {
        long[] counts = count(column);
        if (!areMany(counts) && counts[2] == 0) {
            return false;
        }
        findings.add(FindingCode.E301, column.whole(), Shown.number(counts[1], "cell"));
        return true;
    }

    private static boolean areMany(long[] counts) {
        return counts[1] > 0 && counts[1] >= NationalNumber.SHARE * counts[0];
    }

    /** Filled cells, those that may be one, and those that are written as one. */
    private static long[] count(RawColumn column) {
        long[] counts = new long[3];
        for (int row = 0; row < column.rows(); row++) {
            String cell = column.cell(row);
            if (!CellText.isBlank(cell)) {
                counts[0]++;
                if (cell.length() >= 9 && NationalNumber.looksLike(cell)) {
                    counts[1]++;
                    counts[2] += NationalNumber.isWrittenAsOne(cell) ? 1 : 0;
                }
            }
        }
        return counts;
    }
}
