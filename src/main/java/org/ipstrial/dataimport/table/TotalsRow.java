package org.ipstrial.dataimport.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.NumberText;

/** A last row that adds up the rows above it and would count as one more person. */
final class TotalsRow {

    private static final Set<String> WORDS = Set.of(
            "total",
            "totalt",
            "totals",
            "i alt",
            "ialt",
            "sum",
            "summa",
            "gesamt",
            "grand total",
            "alle",
            "all",
            "number of rows",
            "n",
            "gennemsnit",
            "mean",
            "average");

    private TotalsRow() {}

    /** Whether a cell in the place of an id, or in the first one, says so. */
    static boolean saysSo(String cell) {
        String word = CellText.plain(cell).toLowerCase(Locale.ROOT);
        return WORDS.contains(word.endsWith(":") ? word.substring(0, word.length() - 1) : word);
    }

    /** Whether some cell of a row without id is the sum of its column. */
    static boolean addsUp(String[] cells, Collection<RawColumn> columns, int[] places) {
        int next = 0;
        for (RawColumn column : columns) {
            int place = places[next++];
            if (place < cells.length && column.rows() > 1 && isSum(CellText.plain(cells[place]), column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSum(String cell, RawColumn column) {
        if (!isNumber(cell)) {
            return false;
        }
        double sum = 0;
        for (int row = 0; row < column.rows(); row++) {
            String other = CellText.plain(column.cell(row));
            if (isNumber(other)) {
                sum += NumberText.value(other, '.');
            }
        }
        double total = NumberText.value(cell, '.');
        return total != 0 && Math.abs(total - sum) <= 1e-6 * Math.abs(total);
    }

    private static boolean isNumber(String cell) {
        NumberText.Form form = NumberText.formOf(cell);
        return form == NumberText.Form.INTEGER
                || form == NumberText.Form.POINT
                || form == NumberText.Form.POINT_OR_THOUSANDS;
    }
}
