package org.ipstrial.dataimport.column;

import java.util.Optional;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataimport.text.Spreadsheet;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;

/**
 * A column that holds an outcome. Without word from the user only 0 and 1, yes and no, ja and nej, or true and false are
 * binary; other numbers are an amount; text is refused, and so are two numbers that may be codes for yes and no.
 */
public final class OutcomeColumn {

    private final RawColumn column;
    private final OutcomeRequest request;
    private final Optional<Character> decimal;
    private final MissingWords missing;
    private final Findings findings;
    private final String[] cells;
    private int known;
    private boolean refusedCells;

    private OutcomeColumn(
            RawColumn column,
            OutcomeRequest request,
            Optional<Character> decimal,
            MissingWords missing,
            Findings findings) {
        this.column = column;
        this.request = request;
        this.decimal = decimal;
        this.missing = missing;
        this.findings = findings;
        this.cells = new String[column.rows()];
    }

    /**
     * Reads an outcome.
     *
     * @param column   its column
     * @param request  what the user says of it
     * @param decimal  the decimal mark, if the user says it
     * @param missing  what counts as missing
     * @param findings what is found
     * @return the outcome, or nothing where it is refused
     */
    public static Optional<ReadOutcome> read(
            RawColumn column,
            OutcomeRequest request,
            Optional<Character> decimal,
            MissingWords missing,
            Findings findings) {
        return new OutcomeColumn(column, request, decimal, missing, findings).read();
    }

    private Optional<ReadOutcome> read() {
        Optional<String> absent =
                request.levels().stream().filter(missing::isMissing).findFirst();
        if (absent.isPresent()) {
            findings.add(FindingCode.E297, column.whole(), absent.get(), missing.declared());
            return Optional.empty();
        }
        if (PersonalNumbers.foundIn(column, findings)) {
            return Optional.empty();
        }
        for (int row = 0; row < cells.length; row++) {
            cells[row] = cell(row);
            known += cells[row] == null ? 0 : 1;
        }
        if (known == 0) {
            if (!refusedCells && cells.length > 0) {
                findings.add(FindingCode.E235, column.whole(), cells.length);
            }
            return Optional.empty();
        }
        Values values = Values.of(cells, decimal);
        if (request.eventValue().isPresent() || isKind(OutcomeKind.BINARY)) {
            return new BinaryColumn(column, cells, values, findings).read(request.eventValue());
        }
        if (isKind(OutcomeKind.ORDINAL)) {
            return levels(values);
        }
        if (request.kind().isEmpty()) {
            if (values.areYesAndNo()) {
                return new BinaryColumn(column, cells, values, findings).read(Optional.empty());
            }
            if (values.areTwoNumbers()) {
                findings.add(FindingCode.E234, column.whole(), values.counts());
                return Optional.empty();
            }
            if (2 * numbers() < known) {
                findings.add(FindingCode.E240, column.whole(), values.counts());
                return Optional.empty();
            }
        }
        return new AmountColumn(column, cells, request.kind().orElse(OutcomeKind.AMOUNT), decimal, findings).read();
    }

    private Optional<ReadOutcome> levels(Values values) {
        if (request.levels().isEmpty() && 2 * numbers() < known) {
            findings.add(FindingCode.E292, column.whole(), values.counts());
            return Optional.empty();
        }
        return new OrdinalColumn(column, cells, decimal, findings).read(request.levels());
    }

    private boolean isKind(OutcomeKind kind) {
        return request.kind().filter(kind::equals).isPresent();
    }

    /** A cell read plain, or null where it is missing or is refused here. */
    private String cell(int row) {
        String plain = CellText.plain(column.cell(row));
        if (Spreadsheet.isError(plain)) {
            findings.add(FindingCode.E228, column.at(row), Shown.value(plain));
            refusedCells = true;
            return null;
        }
        if (missing.isMissing(plain)) {
            return null;
        }
        boolean named = request.eventValue().equals(Optional.of(plain))
                || request.levels().contains(plain);
        if (missing.looksMissing(plain) && !named) {
            findings.add(FindingCode.E229, column.at(row), Shown.value(plain), missing.declared(), plain);
            refusedCells = true;
            return null;
        }
        return plain;
    }

    /** How many cells are a number, or meant as one. */
    private int numbers() {
        int numbers = 0;
        for (String cell : cells) {
            numbers += cell != null && NumberText.formOf(cell) != NumberText.Form.WORD ? 1 : 0;
        }
        return numbers;
    }
}
