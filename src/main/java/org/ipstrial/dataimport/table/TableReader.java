package org.ipstrial.dataimport.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Header and rows of a text that passed {@link LexicalCheck}: keeps the wanted columns and drops no row unsaid. */
public final class TableReader {

    /** Records at the beginning in which a misplaced header is looked for. */
    private static final int FIRST = 100;

    private final String file;
    private final String text;
    private final Dialect dialect;
    private final WantedColumns wanted;
    private final Findings findings;
    private final RowLines lines = new RowLines();
    private final Map<String, RawColumn> columns = new LinkedHashMap<>();
    private Header header;
    private UnusedColumns unused;
    private int[] places;
    private int idPlace;
    private UnnamedColumns unnamed;
    private long blankLines;
    private long firstBlankLine;
    private long seen;

    /**
     * Prepares to read.
     *
     * @param file     the file's name for messages
     * @param text     its text
     * @param dialect  how the text is cut
     * @param wanted   the columns that are kept
     * @param findings what is found
     */
    public TableReader(String file, String text, Dialect dialect, WantedColumns wanted, Findings findings) {
        this.file = file;
        this.text = text;
        this.dialect = dialect;
        this.wanted = wanted;
        this.findings = findings;
    }

    /**
     * Reads all rows; where something is found that refuses, the table is not whole.
     *
     * @param maxRows how many data rows are accepted
     */
    public RawTable read(long maxRows) {
        RecordReader reader = new RecordReader(text, dialect);
        List<RecordReader.Line> first = new ArrayList<>();
        while (first.size() < FIRST && reader.hasNext()) {
            keep(reader.next(), first);
        }
        if (first.isEmpty()) {
            findings.add(FindingCode.E120, Location.file(file));
            return new RawTable(Map.of(), 0);
        }
        header = Header.of(first.get(0));
        if (!new AbsentColumns(file, header, first, findings).check(wanted)) {
            return new RawTable(Map.of(), 0);
        }
        header.check(file, first.get(0), wanted.names(), findings);
        prepareColumns();
        List<RecordReader.Line> last = new ArrayList<>(first.subList(1, first.size()));
        while (true) {
            // The very last row is looked at apart, so one is always held back.
            for (int i = 0; i < last.size() - 1; i++) {
                row(last.get(i));
            }
            if (last.size() > 1) {
                last.subList(0, last.size() - 1).clear();
            }
            if (seen + last.size() > maxRows) {
                findings.add(FindingCode.E138, Location.file(file), maxRows, estimatedRows());
                return new RawTable(columns, lines.rows());
            }
            if (!reader.hasNext()) {
                break;
            }
            keep(reader.next(), last);
        }
        last.forEach(this::lastRow);
        if (first.size() == 1) {
            findings.add(FindingCode.E121, Location.line(file, header.line()));
        }
        finish();
        return new RawTable(columns, lines.rows());
    }

    private void keep(RecordReader.Line line, List<RecordReader.Line> kept) {
        for (String cell : line.cells()) {
            if (!CellText.isBlank(cell)) {
                kept.add(line);
                return;
            }
        }
        firstBlankLine = blankLines++ == 0 ? line.number() : firstBlankLine;
    }

    private void prepareColumns() {
        for (String name : wanted.names()) {
            int place = header.names().indexOf(name);
            if (place >= 0) {
                columns.put(name, new RawColumn(file, name, place + 1, lines));
            }
        }
        places = columns.keySet().stream().mapToInt(header.names()::indexOf).toArray();
        idPlace = Math.max(0, header.names().indexOf(wanted.id()));
        unused = new UnusedColumns(file, header, wanted.names());
        unnamed = new UnnamedColumns(header);
    }

    private void row(RecordReader.Line line) {
        seen++;
        String[] cells = line.cells();
        Location where = Location.line(file, line.number());
        if (cells.length < header.namedWidth()) {
            findings.add(FindingCode.E131, where, Shown.number(cells.length, "field"), header.namedWidth());
        } else if (cells.length > header.width()) {
            findings.add(FindingCode.E132, where, Shown.number(cells.length, "field"), header.width(), tooManyAdvice());
        } else if (header.isRepeatedBy(cells)) {
            findings.add(FindingCode.E134, where);
        } else {
            accept(line);
        }
    }

    private void accept(RecordReader.Line line) {
        String[] cells = line.cells();
        lines.add(line.number(), cells);
        int next = 0;
        for (RawColumn column : columns.values()) {
            column.add(cells[places[next++]]);
        }
        unused.look(cells);
        unnamed.look(cells);
    }

    private void lastRow(RecordReader.Line line) {
        String[] cells = line.cells();
        Location where = Location.line(file, line.number());
        String id = idPlace < cells.length ? cells[idPlace] : "";
        if (TotalsRow.saysSo(id) || TotalsRow.saysSo(cells[0])) {
            findings.add(FindingCode.E124, where, "its first cell says so");
        } else if (CellText.isBlank(id) && TotalsRow.addsUp(cells, columns.values(), places)) {
            findings.add(FindingCode.E124, where, "it has no id and adds up a column");
        } else if (cells.length < header.namedWidth() && !endsWithLineEnd()) {
            findings.add(FindingCode.E125, where, cells.length, header.namedWidth());
        } else {
            row(line);
        }
    }

    private void finish() {
        if (blankLines > 0) {
            findings.add(FindingCode.W139, Location.line(file, firstBlankLine), Shown.number(blankLines, "blank line"));
        }
        unnamed.report(Location.line(file, header.line()), findings);
        unused.report(findings);
    }

    private String tooManyAdvice() {
        return dialect.delimiter() == ','
                ? "put a value that holds a comma, such as a text or a decimal comma, in quotes, or export with"
                        + " semicolons"
                : "put a value that holds the delimiter in quotes";
    }

    private boolean endsWithLineEnd() {
        char end = text.charAt(text.length() - 1);
        return end == '\n' || end == '\r';
    }

    private long estimatedRows() {
        return Math.max(seen + 1, text.chars().filter(c -> c == '\n').count() - 1);
    }
}
