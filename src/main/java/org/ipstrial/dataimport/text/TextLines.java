package org.ipstrial.dataimport.text;

/** Where the physical lines of a text end; CR LF, LF and CR alone each end one. */
public final class TextLines {

    private TextLines() {}

    /** Where the text goes on after a line end that stands at a place. */
    public static int afterLineEnd(String text, int at) {
        boolean crLf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return at + (crLf ? 2 : 1);
    }

    /** Where the next line end stands, or the text's end. */
    public static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
