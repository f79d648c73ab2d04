package org.ipstrial.dataimport.table;

import java.util.Set;
import java.util.TreeSet;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.TextLines;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/**
 * One pass over the text that finds what a forgiving reader would pass over or misplace: quotes that are not closed
 * (with the line where they open), text after a closing quote, quotes inside bare fields, fields and records beyond all
 * measure. What passes is read alike by every reader that follows RFC 4180.
 */
public final class LexicalCheck {

    /** The most fields of a record. */
    public static final int MAX_FIELDS = 10_000;

    /** The longest field, in characters. */
    public static final int MAX_FIELD = 1 << 20;

    /** The most lines of a quoted field; a quote that was never closed is found this early. */
    public static final int MAX_QUOTED_LINES = 100;

    private static final int NO_QUOTE = -1;
    private static final String OPENING = "\u201c\u201d\u201e";
    private static final String CLOSING = "\u201c\u201d";

    private final String file;
    private final String text;
    private final char delimiter;
    private final int quote;
    private final Findings findings;
    private final Set<String> lineEnds = new TreeSet<>();
    private int at;
    private int line;
    private int field;
    private int typographicField;
    private long firstLineOfMixed;

    private LexicalCheck(String file, String text, Dialect dialect, Findings findings) {
        this.file = file;
        this.text = text;
        this.delimiter = dialect.delimiter();
        this.quote = dialect.quote().map(c -> (int) c).orElse(NO_QUOTE);
        this.findings = findings;
        this.at = dialect.start();
        this.line = dialect.startLine();
    }

    /** Checks the text from where its table begins. */
    public static void check(String file, String text, Dialect dialect, Findings findings) {
        new LexicalCheck(file, text, dialect, findings).run();
    }

    private void run() {
        while (at < text.length()) {
            record();
        }
        if (lineEnds.size() > 1) {
            findings.add(FindingCode.W147, Location.line(file, firstLineOfMixed), String.join(", ", lineEnds));
        }
    }

    private void record() {
        field = 0;
        typographicField = 0;
        int first = line;
        while (true) {
            field++;
            if (field == MAX_FIELDS + 1) {
                findings.add(FindingCode.E135, Location.line(file, first), MAX_FIELDS);
            }
            int start = at;
            if (at < text.length() && text.charAt(at) == quote) {
                quoted();
            } else {
                bare();
            }
            if (at - start > MAX_FIELD) {
                findings.add(FindingCode.E136, Location.line(file, first), field, MAX_FIELD);
            }
            if (at >= text.length() || text.charAt(at) != delimiter) {
                break;
            }
            at++;
        }
        if (at < text.length()) {
            endLine(true);
        }
    }

    private void bare() {
        int start = at;
        int quoteAt = -1;
        for (; at < text.length() && !isEnd(text.charAt(at)); at++) {
            if (text.charAt(at) == quote && quoteAt < 0) {
                quoteAt = at;
            }
        }
        if (quoteAt >= 0) {
            boolean escaped = text.charAt(quoteAt - 1) == '\\';
            findings.add(escaped ? FindingCode.E129 : FindingCode.E128, Location.line(file, line), field);
        }
        if (at > start && quote != NO_QUOTE) {
            typographic(text.charAt(start), text.charAt(at - 1));
        }
    }

    /** A field, or several of one record, between typographic quotes: an editor replaced the straight ones. */
    private void typographic(char first, char last) {
        if (typographicField == 0 && OPENING.indexOf(first) >= 0) {
            typographicField = field;
        }
        if (typographicField > 0 && CLOSING.indexOf(last) >= 0) {
            findings.add(FindingCode.E130, Location.line(file, line), typographicField, CellText.hex(last));
            typographicField = Integer.MIN_VALUE;
        }
    }

    private void quoted() {
        int open = line;
        boolean backslash = false;
        at++;
        while (true) {
            if (at >= text.length() || line - open >= MAX_QUOTED_LINES) {
                notClosed(open, backslash);
                return;
            }
            char c = text.charAt(at);
            if (c == quote) {
                boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == quote;
                boolean ends = at + 1 >= text.length() || isEnd(text.charAt(at + 1));
                boolean escaped = text.charAt(at - 1) == '\\';
                backslash |= escaped;
                if (escaped && !doubled && !ends) {
                    findings.add(FindingCode.E129, Location.line(file, line), field);
                    at++;
                } else if (doubled) {
                    at += 2;
                } else {
                    at++;
                    break;
                }
            } else if (c == '\n' || c == '\r') {
                endLine(false);
            } else {
                at++;
            }
        }
        afterQuote();
    }

    private void afterQuote() {
        while (at < text.length() && text.charAt(at) == ' ' && delimiter != ' ') {
            at++;
        }
        if (at < text.length() && !isEnd(text.charAt(at))) {
            findings.add(FindingCode.E127, Location.line(file, line), field);
            while (at < text.length() && !isEnd(text.charAt(at))) {
                at++;
            }
        }
    }

    private void notClosed(int open, boolean backslash) {
        Location where = Location.line(file, open);
        if (backslash) {
            findings.add(FindingCode.E129, where, field);
        } else {
            boolean early = at < text.length();
            findings.add(
                    FindingCode.E126,
                    where,
                    early ? "within " + MAX_QUOTED_LINES + " lines" : "by the end of the file");
        }
        // What stands after it cannot be told apart from what stands in it.
        at = text.length();
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private void endLine(boolean ofRecord) {
        int next = TextLines.afterLineEnd(text, at);
        if (ofRecord) {
            String kind = next - at == 2 ? "CR LF" : text.charAt(at) == '\n' ? "LF" : "CR";
            if (lineEnds.add(kind) && lineEnds.size() == 2) {
                firstLineOfMixed = line;
            }
        }
        at = next;
        line++;
    }
}
