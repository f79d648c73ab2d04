package org.ipstrial.dataimport.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.OpenedFile;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.column.DateColumn;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.SheetText;
import org.ipstrial.plan.participants.DateFormat;

/** A file of a few fixed columns: its cells as labels, days and whole numbers, and what is wrong with them. */
final class ItemTable {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Map<String, Boolean> YES_NO =
            Map.of("yes", true, "no", false, "1", true, "0", false, "ja", true, "nej", false);

    private final RawTable table;
    private final MissingWords missing;
    private final String sha256;
    private final Findings findings;

    private ItemTable(RawTable table, ReadOptions options, String sha256, Findings findings) {
        this.table = table;
        this.missing = new MissingWords(options.missing());
        this.sha256 = sha256;
        this.findings = findings;
    }

    /**
     * Reads a file.
     *
     * @param columns the columns that it must have, the first the one that says who or which team
     * @throws org.ipstrial.finding.RefusedException if it cannot be read or lacks one
     */
    static ItemTable of(DataSource source, ReadOptions options, List<String> columns, Findings findings) {
        return of(source, options, columns, List.of(), findings);
    }

    /**
     * Reads a file.
     *
     * @param columns  the columns that it must have, the first the one that says who or which team
     * @param optional columns that are read where they are there
     * @throws org.ipstrial.finding.RefusedException if it cannot be read or lacks one that it must have
     */
    static ItemTable of(
            DataSource source, ReadOptions options, List<String> columns, List<String> optional, Findings findings) {
        OpenedFile opened = OpenedFile.of(source, options, findings);
        Map<String, String> wanted = new LinkedHashMap<>();
        columns.forEach(name -> wanted.put(name, "name the column '" + name + "' in the header line"));
        // Without advice a column is not asked for.
        optional.forEach(name -> wanted.put(name, ""));
        RawTable table = opened.table(new WantedColumns(columns.get(0), wanted), options, findings);
        findings.throwIfRefused();
        return new ItemTable(table, options, opened.sha256(), findings);
    }

    int rows() {
        return (int) table.rows();
    }

    String sha256() {
        return sha256;
    }

    /** Whether the file has a column. */
    boolean has(String name) {
        return table.column(name).isPresent();
    }

    RawColumn column(String name) {
        return table.column(name).orElseThrow();
    }

    /** Labels in file order; null where one is missing, which is told. */
    List<String> labels(String name, String wanted) {
        RawColumn column = column(name);
        List<String> labels = Labels.read(column, Optional.empty(), missing, findings);
        for (int row = 0; row < labels.size(); row++) {
            if (labels.get(row) == null) {
                refuse(name, row, "an empty cell", wanted);
            }
        }
        return labels;
    }

    /** Pseudonyms in file order, each as often as it stands; null where one is missing or refused, which is told. */
    List<String> ids(Findings told) {
        RawColumn column = column("id");
        PersonalNumbers.checkIds(column, told);
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            String cell = column.cell(row);
            String id = CellText.plain(cell);
            int control = CellText.firstControl(CellText.trim(cell));
            int odd = Math.max(CellText.firstOddBlank(cell), CellText.firstDirectionMark(cell));
            boolean fine = false;
            if (missing.isMissingId(id)) {
                told.add(FindingCode.E207, column.at(row));
            } else if (control >= 0) {
                told.add(FindingCode.E110, column.at(row), "the id", CellText.hex(control));
            } else if (odd >= 0) {
                told.add(FindingCode.E108, column.at(row), CellText.hex(odd));
            } else if (SheetText.isFormula(id)) {
                told.add(FindingCode.E237, column.at(row), "the id", "1 cell");
            } else {
                fine = true;
            }
            ids.add(fine ? id : null);
        }
        return ids;
    }

    /** Days in file order; nothing where one is missing or refused, which is told. */
    OptionalLong[] days(String name, DateFormat format) {
        OptionalLong[] days = DateColumn.read(column(name), format, missing, findings);
        for (int row = 0; row < days.length; row++) {
            if (days[row].isEmpty() && isMissing(name, row)) {
                refuse(name, row, "an empty cell", "a day");
            }
        }
        return days;
    }

    /** Days in file order; nothing where none is told, or refused, which is told. */
    OptionalLong[] daysOrNone(String name, DateFormat format) {
        if (!has(name)) {
            OptionalLong[] none = new OptionalLong[rows()];
            Arrays.fill(none, OptionalLong.empty());
            return none;
        }
        return DateColumn.read(column(name), format, missing, findings);
    }

    boolean isMissing(String name, int row) {
        return missing.isMissing(text(name, row));
    }

    String text(String name, int row) {
        return CellText.plain(column(name).cell(row));
    }

    /** Yes or no, also as ja and nej, or 1 and 0; nothing where it is missing, or refused, which is told. */
    Optional<Boolean> yesNo(String name, int row) {
        if (!has(name) || isMissing(name, row)) {
            return Optional.empty();
        }
        String text = text(name, row);
        Optional<Boolean> word = Optional.ofNullable(YES_NO.get(text.toLowerCase(Locale.ROOT)));
        if (word.isEmpty()) {
            refuse(name, row, Shown.value(text), "yes or no, or nothing where it is not known");
        }
        return word;
    }

    /** A whole number within limits; nothing where it is missing, or refused, which is told. */
    Optional<Integer> whole(String name, int row, int least, int most, String wanted) {
        String text = text(name, row);
        if (missing.isMissing(text)) {
            return Optional.empty();
        }
        Optional<Integer> number =
                WHOLE.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
        if (number.filter(value -> value >= least && value <= most).isEmpty()) {
            refuse(name, row, Shown.value(text), wanted);
            return Optional.empty();
        }
        return number;
    }

    /** Refuses a cell. */
    void refuse(String name, int row, String found, String wanted) {
        findings.add(FindingCode.E531, column(name).at(row), found, wanted);
    }
}
