package org.ipstrial.dataimport.bytes;

/** Physical lines of a file, from 1; CR LF, LF and CR alone each end one. Asked in rising order it is linear. */
final class Lines {

    private final byte[] bytes;
    private int at;
    private long line = 1;

    Lines(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The line on which a byte stands; positions must not fall. */
    long lineOf(int position) {
        for (; at < position; at++) {
            boolean cr = bytes[at] == '\r';
            boolean partOfCrLf = cr && at + 1 < bytes.length && bytes[at + 1] == '\n';
            if (bytes[at] == '\n' || (cr && !partOfCrLf)) {
                line++;
            }
        }
        return line;
    }
}
