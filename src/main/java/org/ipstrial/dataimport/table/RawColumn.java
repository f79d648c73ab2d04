package org.ipstrial.dataimport.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.finding.Location;

/** The cells of one wanted column, as they stand in the file, each with the line on which its record begins. */
public final class RawColumn {

    /** Few labels repeat in most columns; this many are kept once each. */
    private static final int POOLED = 1000;

    private final String file;
    private final String name;
    private final int number;
    private final RowLines lines;
    private final List<String> cells = new ArrayList<>();
    private final Map<String, String> pool = new HashMap<>();

    /**
     * A column without cells yet.
     *
     * @param file   the file's name for messages
     * @param name   the column's name
     * @param number its place from 1
     * @param lines  the lines of its rows, shared by all columns
     */
    RawColumn(String file, String name, int number, RowLines lines) {
        this.file = file;
        this.name = name;
        this.number = number;
        this.lines = lines;
    }

    void add(String cell) {
        String known = pool.get(cell);
        if (known == null) {
            known = cell;
            if (pool.size() < POOLED) {
                pool.put(cell, cell);
            }
        }
        cells.add(known);
    }

    /** The column's name. */
    public String name() {
        return name;
    }

    /** How many rows there are. */
    public int rows() {
        return cells.size();
    }

    /** The cell of a row from 0, never null. */
    public String cell(int row) {
        return cells.get(row);
    }

    /** The physical line on which a row's record begins. */
    public long line(int row) {
        return lines.line(row);
    }

    /** A number that is alike for rows alike in all of their cells, unused ones included. */
    public long fingerprint(int row) {
        return lines.fingerprint(row);
    }

    /** One cell, for messages. */
    public Location at(int row) {
        return Location.cell(file, line(row), name, number);
    }

    /** The whole column, for messages. */
    public Location whole() {
        return Location.column(file, name, number);
    }
}
