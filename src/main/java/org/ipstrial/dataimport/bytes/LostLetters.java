package org.ipstrial.dataimport.bytes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataimport.text.TextLines;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Letters that were spoilt before the file came here: read as Windows-1252 and written again, or given up. */
final class LostLetters {

    /** UTF-8 of Latin-1 letters and of typographic quotes, seen through Windows-1252. */
    private static final Pattern TWICE = Pattern.compile(
            "\u00c3[\u00a0-\u00bf\u2020\u2026\u02dc\u2013\u201e\u2030]|\u00e2\u20ac[\u2122\u0153\u201c]");

    private LostLetters() {}

    /** @param linesBefore how many lines of the file stand in front of the text */
    static void check(String file, String text, long linesBefore, Findings findings) {
        if (text.indexOf('\u00c3') >= 0 || text.indexOf('\u00e2') >= 0) {
            Matcher twice = TWICE.matcher(text);
            if (twice.find()) {
                String first = twice.group();
                int at = twice.start();
                int lines = 1;
                int past = TextLines.lineEnd(text, twice.end());
                while (twice.find(past)) {
                    lines++;
                    past = TextLines.lineEnd(text, twice.end());
                }
                findings.add(
                        FindingCode.W105,
                        Location.line(file, linesBefore + lineOf(text, at)),
                        first,
                        Shown.number(lines, "line"));
            }
        }
        int lost = text.indexOf('\ufffd');
        if (lost >= 0) {
            int lines = 0;
            for (int at = lost; at >= 0; at = text.indexOf('\ufffd', TextLines.lineEnd(text, at))) {
                lines++;
            }
            findings.add(
                    FindingCode.W106,
                    Location.line(file, linesBefore + lineOf(text, lost)),
                    Shown.number(lines, "line"));
        }
    }

    private static long lineOf(String text, int position) {
        long line = 1;
        for (int at = TextLines.lineEnd(text, 0);
                at < position;
                at = TextLines.lineEnd(text, TextLines.afterLineEnd(text, at))) {
            line++;
        }
        return line;
    }
}
