package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.report.Block.Align;

/**
 * A table of many columns, drawn in parts of at most {@value #WIDTH} characters, each with the labels of the rows. Columns
 * of notes are kept together: beside the last part where they all fit, else below it, without the rows that have none.
 */
final class WideTable {

    static final int WIDTH = 100;

    private static final int GAP = 2;

    private record Column(String header, List<String> cells) {

        int width() {
            return GAP
                    + Math.max(
                            length(header),
                            cells.stream().mapToInt(WideTable::length).max().orElse(0));
        }
    }

    private final List<String> labels;
    private final String head;
    private final int labelWidth;
    private final List<List<Column>> parts = new ArrayList<>();
    private final List<Column> notes = new ArrayList<>();

    /** A table with these rows and no columns yet. */
    WideTable(List<String> labels) {
        this(labels, "");
    }

    /** The same with a head over the labels. */
    WideTable(List<String> labels, String head) {
        this.labels = labels;
        this.head = head;
        this.labelWidth = Math.max(
                length(head), labels.stream().mapToInt(WideTable::length).max().orElse(0));
    }

    /** Adds a column, one cell a row. */
    void column(String header, List<String> cells) {
        Column column = new Column(header, cells);
        if (parts.isEmpty() || width(parts.get(parts.size() - 1)) + column.width() > WIDTH) {
            parts.add(new ArrayList<>());
        }
        parts.get(parts.size() - 1).add(column);
    }

    /** Adds a column of notes, one cell a row, many of them empty. */
    void note(String header, List<String> cells) {
        notes.add(new Column(header, cells));
    }

    /** The parts. */
    List<Block> blocks() {
        List<Column> last = parts.get(parts.size() - 1);
        boolean beside = notes.isEmpty()
                || width(last) + notes.stream().mapToInt(Column::width).sum() <= WIDTH;
        if (beside) {
            last.addAll(notes);
        }
        List<Block> blocks = new ArrayList<>();
        parts.forEach(part -> blocks.add(table(part, true)));
        if (!beside) {
            blocks.add(table(notes, false));
        }
        return blocks;
    }

    private int width(List<Column> columns) {
        return labelWidth + columns.stream().mapToInt(Column::width).sum();
    }

    private Block table(List<Column> columns, boolean allRows) {
        List<String> header = new ArrayList<>(List.of(head));
        columns.forEach(column -> header.add(column.header()));
        List<Align> align = new ArrayList<>(Collections.nCopies(header.size(), Align.RIGHT));
        align.set(0, Align.LEFT);
        List<List<String>> rows = IntStream.range(0, labels.size())
                .filter(row -> allRows
                        || columns.stream()
                                .anyMatch(column -> !column.cells().get(row).isEmpty()))
                .mapToObj(row -> row(columns, row))
                .toList();
        return new Block.Table(header, align, rows);
    }

    private List<String> row(List<Column> columns, int row) {
        List<String> cells = new ArrayList<>(List.of(labels.get(row)));
        columns.forEach(column -> cells.add(column.cells().get(row)));
        return cells;
    }

    private static int length(String text) {
        return Numerals.length(text);
    }
}
