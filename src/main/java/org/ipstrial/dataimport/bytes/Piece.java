package org.ipstrial.dataimport.bytes;

import org.ipstrial.finding.Location;

/**
 * Bytes of a file, all or some, and where in it they stand.
 *
 * @param file        the name for messages
 * @param bytes       the bytes
 * @param bytesBefore how many bytes of the file stand in front of them
 * @param linesBefore how many lines
 */
record Piece(String file, byte[] bytes, long bytesBefore, long linesBefore) {

    static Piece whole(String file, byte[] bytes) {
        return new Piece(file, bytes, 0, 0);
    }

    /** Its lines, which count from the file's first. */
    Lines lines() {
        return new Lines(bytes, linesBefore);
    }

    /** The place of a line as {@link #lines} counts. */
    Location at(long line) {
        return Location.line(file, line);
    }

    /** What number a byte has in the file, from 1. */
    long number(long position) {
        return bytesBefore + position + 1;
    }
}
