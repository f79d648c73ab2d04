package org.ipstrial.dataimport.studies;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.SheetText;

/** The cells of a study table: each number is read as it stands or refused, none is guessed. */
final class StudyCells {

    /** At most nine digits, which an int holds. */
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private static final double MOST = 1e100;

    private final RawTable table;
    private final MissingWords missing;
    private final char decimal;
    private final Findings findings;

    StudyCells(RawTable table, MissingWords missing, char decimal, Findings findings) {
        this.table = table;
        this.missing = missing;
        this.decimal = decimal;
        this.findings = findings;
    }

    Location at(String column, int row) {
        return table.column(column).orElseThrow().at(row);
    }

    /** The text of a cell; empty where it is missing or there is no such column. */
    String text(String column, int row) {
        return table.column(column)
                .map(cells -> CellText.plain(cells.cell(row)))
                .filter(cell -> !missing.isMissing(cell))
                .orElse("");
    }

    /** A number of people, refused where there is none. */
    Optional<Integer> count(String column, int row, int least) {
        String cell = text(column, row);
        boolean whole = COUNT.matcher(cell).matches();
        if (!whole || Integer.parseInt(cell) < least) {
            refuse(column, row, cell, "a whole number of people of at least " + least + " and at most nine digits");
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(cell));
    }

    /** A number, refused where there is none. */
    Optional<Double> number(String column, int row, String wanted) {
        String cell = text(column, row);
        Optional<Double> number = parsed(cell);
        if (number.isEmpty()) {
            refuse(column, row, cell, wanted);
        }
        return number;
    }

    /** A number, or none where the cell does not hold one. */
    Optional<Double> parsed(String cell) {
        boolean fits = !cell.isEmpty()
                && switch (NumberText.formOf(cell)) {
                    case INTEGER -> true;
                    case POINT, POINT_OR_THOUSANDS -> decimal == '.';
                    case COMMA, COMMA_OR_THOUSANDS -> decimal == ',';
                    default -> false;
                };
        if (!fits) {
            return Optional.empty();
        }
        double value = NumberText.value(cell, decimal);
        return Math.abs(value) <= MOST ? Optional.of(value) : Optional.empty();
    }

    /** Refuses a text that a spreadsheet would run, or that holds what cannot be seen. */
    void checkLabel(String column, int row) {
        String raw = table.column(column).orElseThrow().cell(row);
        int control = CellText.firstControl(CellText.trim(raw));
        if (control >= 0) {
            findings.add(FindingCode.E110, at(column, row), "the label", CellText.hex(control));
        }
        String cell = text(column, row);
        if (SheetText.isFormula(cell)) {
            findings.add(FindingCode.E237, at(column, row), Shown.value(cell), "1 cell");
        }
    }

    void refuse(String column, int row, String cell, String wanted) {
        RawColumn cells = table.column(column).orElseThrow();
        String advice = decimal == '.' && cell.contains(",")
                ? "give --decimal , if the file is written so"
                : "correct the cell";
        findings.add(
                FindingCode.E500, cells.at(row), cell.isEmpty() ? "an empty cell" : Shown.value(cell), wanted, advice);
    }
}
