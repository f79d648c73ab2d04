package org.ipstrial.render.svg;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.report.Numerals;

/** Words in a figure: how wide they are, where they break, and how they are written safely. */
final class SvgText {

    /** Faces of one width, so that what is measured here is what is drawn almost everywhere. */
    static final String FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif";

    /** Widths of Helvetica in thousandths of the size, from the space (32) to the tilde (126). */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    /** Of what is not in the table: as wide as the widest common letters of Europe, and a full square beyond. */
    private static final int OTHER = 722;

    private static final int WIDE = 1000;
    private static final int FIRST = 32;
    private static final int LATIN_END = 0x250;
    private static final int MINUS = 0x2212;
    private static final int NO_BREAK = 0xa0;
    private static final double THOUSAND = 1000;

    private SvgText() {}

    /** How wide text is at a size, in the size's unit. */
    static double width(String text, double size) {
        return text.codePoints().map(SvgText::width).sum() * size / THOUSAND;
    }

    private static int width(int point) {
        if (point >= FIRST && point < FIRST + WIDTHS.length) {
            return WIDTHS[point - FIRST];
        }
        if (point == Numerals.DECIMAL) {
            return WIDTHS['.' - FIRST];
        }
        if (point == NO_BREAK) {
            return WIDTHS[0];
        }
        if (Numerals.isUnseen(point)) {
            return 0;
        }
        if (point == MINUS) {
            return WIDTHS['+' - FIRST];
        }
        return point < LATIN_END ? OTHER : WIDE;
    }

    /** Text in lines that are no wider than a width, broken at blanks, and within a word where that alone is wider. */
    static List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : VisibleText.of(text).split(" ")) {
            String rest = word;
            if (line.length() > 0 && width(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (width(rest, size) > width) {
                int from = 0;
                for (int end = end(rest, from, size, width); end < rest.length(); end = end(rest, from, size, width)) {
                    lines.add(rest.substring(from, end));
                    from = end;
                }
                rest = rest.substring(from);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Where a line ends that begins within a word: as far as the width goes, and past one character at least. */
    private static int end(String word, int from, double size, double width) {
        int end = word.offsetByCodePoints(from, 1);
        int sum = width(word.codePointAt(from));
        while (end < word.length()) {
            int point = word.codePointAt(end);
            sum += width(point);
            if (sum * size / THOUSAND > width) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    /** Text as XML holds it. */
    static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                // Commands to a build server, as on the page around it.
                .replace("##", "&#35;&#35;")
                .replace("::", "&#58;:")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
