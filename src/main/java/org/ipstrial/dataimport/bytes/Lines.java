package org.ipstrial.dataimport.bytes;

/** Physical lines of a file, from 1; CR LF, LF and CR alone each end one. Asked in rising order it is linear. */
final class Lines {

    private final byte[] bytes;
    private int at;
    private long line;

    /** Of bytes in front of which so many lines stand. */
    Lines(byte[] bytes, long before) {
        this.bytes = bytes;
        this.line = before + 1;
    }

    /** The line on which a byte stands, one of the file's; positions must not fall. */
    long lineOf(int position) {
        for (; at < position; at++) {
            if (bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }
}
