package org.ipstrial.dataimport.file;

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

    /** Where the text goes on after a line end that stands at a place. */
    static int afterLineEnd(String text, int at) {
        boolean crLf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return at + (crLf ? 2 : 1);
    }

    /** Where the next line end stands, or the text's end. */
    static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
