package org.ipstrial.dataimport.table;

import java.util.Arrays;

/** For each row the line on which its record begins and a fingerprint of all its cells. */
final class RowLines {

    private int[] lines = new int[256];
    private long[] fingerprints = new long[256];
    private int rows;

    void add(long line, String[] cells) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows * 2);
            fingerprints = Arrays.copyOf(fingerprints, rows * 2);
        }
        long fingerprint = 1;
        for (String cell : cells) {
            fingerprint = 1_000_003 * fingerprint + cell.hashCode();
        }
        lines[rows] = (int) line;
        fingerprints[rows] = fingerprint;
        rows++;
    }

    int rows() {
        return rows;
    }

    long line(int row) {
        return lines[row];
    }

    long fingerprint(int row) {
        return fingerprints[row];
    }
}
