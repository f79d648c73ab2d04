package org.ipstrial.dataimport.text;

import java.text.Normalizer;
import java.util.Locale;
import org.ipstrial.finding.VisibleText;

/**
 * The text of a cell, read as people see it. {@code String.strip} leaves a no-break space standing, and
 * {@code trim} everything above U+0020, so both ends are cut here.
 */
public final class CellText {

    private CellText() {}

    /** Without blanks of any kind, or marks of no width, at either end. */
    public static String trim(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isEdge(cell.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    /** As it looks: composed (NFC), every blank an ordinary one, nothing of no width, no blanks at the ends. */
    public static String plain(String cell) {
        if (isPlainAscii(cell)) {
            return trim(cell);
        }
        String composed = Normalizer.normalize(cell, Normalizer.Form.NFC);
        StringBuilder text = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isOddBlank(c)) {
                text.append(' ');
            } else if (!isZeroWidth(c) && !isDirectionMark(c)) {
                text.append(c);
            }
        }
        return trim(text.toString());
    }

    /** What is left when letter case, blanks and composition are not told apart; only for comparing. */
    public static String folded(String cell) {
        String lower = plain(cell).toLowerCase(Locale.ROOT);
        return lower.indexOf(' ') < 0 ? lower : lower.replace(" ", "");
    }

    /** Whether the cell holds nothing to see. */
    public static boolean isBlank(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!isEdge(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first blank that is not an ordinary one, or mark of no width; -1 where there is none. */
    public static int firstOddBlank(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c > 0x7e && (isOddBlank(c) || isZeroWidth(c))) {
                return c;
            }
        }
        return -1;
    }

    /** The first mark that turns the direction of writing; -1 where there is none. */
    public static int firstDirectionMark(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (isDirectionMark(cell.charAt(i))) {
                return cell.charAt(i);
            }
        }
        return -1;
    }

    /** The first character that cannot be seen and is not passed over, line ends included; -1 where there is none. */
    public static int firstControl(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (VisibleText.isHiddenAt(cell, i) && !isZeroWidth(c) && !isDirectionMark(c)) {
                return cell.codePointAt(i);
            }
        }
        return -1;
    }

    /** A character's number as Unicode writes it, such as {@code 00A0}. */
    public static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0000".substring(Math.min(4, digits.length())) + digits;
    }

    private static boolean isPlainAscii(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEdge(char c) {
        return c == ' ' || c == '\t' || (c > 0x7e && (isOddBlank(c) || isZeroWidth(c)));
    }

    private static boolean isOddBlank(char c) {
        return c == 0x00a0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
    }

    private static boolean isZeroWidth(char c) {
        return c == 0x00ad || c == 0x180e || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
    }

    private static boolean isDirectionMark(char c) {
        return c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
