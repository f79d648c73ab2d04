package org.ipstrial.dataimport.column;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.dataimport.text.NumberText.Form;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;

/**
 * An outcome of numbers. Which mark is the decimal one is told by the whole column, never by a cell: 1.234 is read only
 * where another cell, or the user, proves what its point means.
 */
final class AmountColumn {

    private final RawColumn column;
    private final String[] cells;
    private final OutcomeKind kind;
    private final Optional<Character> told;
    private final Findings findings;
    private final Form[] forms;
    private final Map<Form, Integer> firstRow = new EnumMap<>(Form.class);
    private final Map<Form, Long> counts = new EnumMap<>(Form.class);

    AmountColumn(RawColumn column, String[] cells, OutcomeKind kind, Optional<Character> decimal, Findings findings) {
        this.column = column;
        this.cells = cells;
        this.kind = kind;
        this.told = decimal;
        this.findings = findings;
        this.forms = new Form[cells.length];
    }

    /** The numbers; nothing where the decimal mark cannot be told. Single cells that are refused are left missing. */
    Optional<ReadOutcome> read() {
        Optional<double[]> values = numbers();
        values.ifPresent(all -> SuspiciousAmounts.check(column, all, kind, findings));
        return values.map(all -> ReadOutcome.ofAmounts(column.name(), kind, all));
    }

    /** The same as they stand, NaN where missing or refused. */
    Optional<double[]> numbers() {
        for (int row = 0; row < cells.length; row++) {
            if (cells[row] != null) {
                forms[row] = NumberText.formOf(cells[row]);
                firstRow.putIfAbsent(forms[row], row);
                counts.merge(forms[row], 1L, Long::sum);
            }
        }
        if (told.isEmpty() && !marksAgree()) {
            return Optional.empty();
        }
        double[] values = new double[cells.length];
        Arrays.fill(values, Double.NaN);
        for (int row = 0; row < cells.length; row++) {
            if (cells[row] != null) {
                values[row] = value(row);
            }
        }
        return Optional.of(values);
    }

    private boolean marksAgree() {
        boolean point = firstRow.containsKey(Form.POINT);
        boolean comma = firstRow.containsKey(Form.COMMA);
        boolean pointThousands = firstRow.containsKey(Form.POINT_OR_THOUSANDS);
        boolean commaThousands = firstRow.containsKey(Form.COMMA_OR_THOUSANDS);
        if ((comma && (point || pointThousands)) || (pointThousands && commaThousands && !point)) {
            int commaRow = firstRow.get(comma ? Form.COMMA : Form.COMMA_OR_THOUSANDS);
            int pointRow = firstRow.get(point ? Form.POINT : Form.POINT_OR_THOUSANDS);
            findings.add(FindingCode.E221, column.whole(), column.line(commaRow), column.line(pointRow));
            return false;
        }
        // Where groups are certain, each such cell is refused below, and told how to be read.
        if (!point && !comma && !hasGroups() && (pointThousands || commaThousands)) {
            Form form = pointThousands ? Form.POINT_OR_THOUSANDS : Form.COMMA_OR_THOUSANDS;
            int row = firstRow.get(form);
            findings.add(
                    FindingCode.E222, column.at(row), Shown.value(cells[row]), Shown.number(counts.get(form), "cell"));
            return false;
        }
        return true;
    }

    private boolean hasGroups() {
        return firstRow.containsKey(Form.GROUPED);
    }

    private double value(int row) {
        char decimal = told.orElse('.');
        return switch (forms[row]) {
            case INTEGER -> number(row, decimal);
            case POINT -> decimal == '.' ? number(row, decimal) : wrongMark(row, "point", "comma", '.');
            case COMMA -> decimal == ',' ? number(row, decimal) : wrongMark(row, "comma", "point", ',');
            case POINT_OR_THOUSANDS ->
                told.isPresent() || !hasGroups() ? number(row, decimal) : refused(FindingCode.E238, row);
            case COMMA_OR_THOUSANDS -> told.isPresent() ? number(row, decimal) : commaOrThousands(row);
            case GROUPED ->
                told.isPresent() && NumberText.isGroupedFor(cells[row], decimal)
                        ? number(row, decimal)
                        : refused(FindingCode.E238, row);
            case LITERAL -> refused(FindingCode.E223, row);
            case ODD_MINUS -> refused(FindingCode.E225, row);
            case FOREIGN_DIGITS -> refused(FindingCode.E226, row);
            case WITH_UNIT -> refused(FindingCode.E227, row, unitAdvice(cells[row]));
            case WORD ->
                refused(FindingCode.E241, row, "correct it, or give --missing if it stands for a missing value");
        };
    }

    private double number(int row, char decimal) {
        double value = NumberText.value(cells[row], decimal);
        if (NumberText.isOutOfRange(cells[row], value)) {
            return refused(FindingCode.E224, row);
        }
        // -0.0 would sort and print apart from 0.
        return value + 0.0;
    }

    /** Where no mark is told: decimal beside a comma that can be nothing else, and otherwise a mark of thousands. */
    private double commaOrThousands(int row) {
        return firstRow.containsKey(Form.COMMA)
                ? wrongMark(row, "comma", "point", ',')
                : refused(FindingCode.E238, row);
    }

    private double wrongMark(int row, String found, String wanted, char mark) {
        return refused(FindingCode.E220, row, found, wanted, mark);
    }

    private double refused(FindingCode code, int row, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Shown.value(cells[row]);
        System.arraycopy(more, 0, arguments, 1, more.length);
        findings.add(code, column.at(row), arguments);
        return Double.NaN;
    }

    private static String unitAdvice(String cell) {
        if (cell.indexOf(':') > 0) {
            return "write hours and minutes as a decimal number, 37:30 as 37.5";
        }
        if (cell.indexOf('%') > 0) {
            return "leave the percent sign out";
        }
        return cell.charAt(0) == '\''
                ? "leave the apostrophe out, which spreadsheets put before numbers kept as text"
                : "leave the unit out and name it in the column";
    }
}
