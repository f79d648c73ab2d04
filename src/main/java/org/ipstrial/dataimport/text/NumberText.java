package org.ipstrial.dataimport.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as tables write them: {@code [sign] digits [mark digits] [e [sign] digits]} with the digits 0 to 9, in every
 * locale the same. A number may begin with its mark, as Stata writes .5. Java's own parser takes {@code 1d},
 * {@code 0x1p3} and {@code NaN} as well, and is asked only after this grammar.
 */
public final class NumberText {

    /** How a number, or what stands in its place, is written. */
    public enum Form {
        /** Digits only, perhaps with an exponent. */
        INTEGER,
        /** A decimal point, and no other reading. */
        POINT,
        /** A decimal comma, and no other reading. */
        COMMA,
        /** 1.234: one and 234 thousandths, or a thousand. */
        POINT_OR_THOUSANDS,
        /** 1,234: one and 234 thousandths, or a thousand. */
        COMMA_OR_THOUSANDS,
        /** Groups of three digits, without doubt. */
        GROUPED,
        /** A number to a programming language only. */
        LITERAL,
        /** A minus that is not in front, or not a minus. */
        ODD_MINUS,
        /** Digits of another script. */
        FOREIGN_DIGITS,
        /** A number with a unit, currency, percent sign or clock mark. */
        WITH_UNIT,
        /** No number. */
        WORD
    }

    private static final double LARGEST = 1e100;
    private static final char MINUS = '\u2212';
    private static final String GROUPS = "\\d{1,3}(?:([.,' \u00a0\u202f\u2009\u2019])\\d{3})(?:\\1\\d{3})*";
    private static final Pattern GROUPED = Pattern.compile("[+\\-\u2212]?" + GROUPS + "(?:([.,])\\d+)?");
    private static final Pattern LITERAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*([eE][+-]?\\d+)?[dDfFlL]|0[xX][0-9a-fA-F.]+([pP][+-]?\\d+)?)");
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "inf", "infinity", "+nan", "+inf", "+infinity", "-nan", "-inf", "-infinity");
    private static final Pattern ODD_MINUS =
            Pattern.compile("\\(\\s*[\\d.,]+\\s*\\)|[\\d.,]*\\d\\s*[-\u2212\u2013]|[\u2010-\u2015]\\s*\\d[\\d.,]*");
    private static final Pattern WITH_UNIT = Pattern.compile(
            "[+-]?\\d[\\d.,' ]*\\s*([%\u2030\\p{Sc}\u00b0]|\\p{L}{1,8}\\.?(/\\p{L}+)?|,-|:\\d{2}(:\\d{2})?)"
                    + "|(\\p{Sc}|(?i:kr|dkk|sek|nok|eur|usd|gbp|ca)\\.?)\\s*-?\\d[\\d.,' ]*|'[+-]?\\d[\\d.,]*");

    private NumberText() {}

    /** The form of a trimmed cell. */
    public static Form formOf(String cell) {
        int end = cell.length();
        int from = end > 0 && isSign(cell.charAt(0)) ? 1 : 0;
        int at = digits(cell, from);
        int whole = at - from;
        if (at < end && (cell.charAt(at) == '.' || cell.charAt(at) == ',')) {
            char mark = cell.charAt(at);
            int past = digits(cell, at + 1);
            int places = past - at - 1;
            if (places > 0 && exponent(cell, past) == end) {
                boolean ambiguous = past == end && places == 3 && whole >= 1 && whole <= 3 && cell.charAt(from) != '0';
                if (mark == '.') {
                    return ambiguous ? Form.POINT_OR_THOUSANDS : Form.POINT;
                }
                return ambiguous ? Form.COMMA_OR_THOUSANDS : Form.COMMA;
            }
        } else if (whole > 0 && exponent(cell, at) == end) {
            return Form.INTEGER;
        }
        return otherForm(cell);
    }

    /**
     * The value of a cell whose form is a number's.
     *
     * @param cell    the cell
     * @param decimal the decimal mark, {@code .} or {@code ,}; every other mark cuts groups and is passed over
     * @return the value; infinite where too large, and 0 where too small, to be held
     */
    public static double value(String cell, char decimal) {
        StringBuilder plain = null;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean keep = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == 'e' || c == 'E';
            if (plain == null && !keep && !(c == '.' && decimal == '.')) {
                plain = new StringBuilder(cell.length()).append(cell, 0, i);
            }
            if (plain != null) {
                if (keep) {
                    plain.append(c);
                } else if (c == MINUS) {
                    plain.append('-');
                } else if (c == decimal) {
                    plain.append('.');
                }
            }
        }
        return Double.parseDouble(plain == null ? cell : plain.toString());
    }

    /**
     * Whether a cell whose form is a number's cannot be computed with: beyond 1e100, where its square would soon be beyond what
     * a number can be, or not 0 and still read as less than 1e-307.
     */
    public static boolean isOutOfRange(String cell, double value) {
        if (Math.abs(value) > LARGEST) {
            return true;
        }
        if (Math.abs(value) >= Double.MIN_NORMAL) {
            return false;
        }
        for (int i = 0; i < cell.length() && cell.charAt(i) != 'e' && cell.charAt(i) != 'E'; i++) {
            if (cell.charAt(i) >= '1' && cell.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a grouped number can be read with this decimal mark: its groups must be cut by another one. */
    public static boolean isGroupedFor(String cell, char decimal) {
        Matcher grouped = GROUPED.matcher(cell);
        return grouped.matches()
                && grouped.group(1).charAt(0) != decimal
                && (grouped.group(2) == null || grouped.group(2).charAt(0) == decimal);
    }

    private static Form otherForm(String cell) {
        boolean plainWord = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c > 0x7e && Character.isDigit(c)) {
                return Form.FOREIGN_DIGITS;
            }
            plainWord &= c != '(' && (c < '0' || c > '9');
        }
        if (cell.length() > 40) {
            return Form.WORD;
        }
        if (plainWord) {
            // All but NaN and the like have a digit or stand in brackets; most cells are words, and this is soon seen.
            return NOT_FINITE.contains(cell.toLowerCase(Locale.ROOT)) ? Form.LITERAL : Form.WORD;
        }
        Matcher grouped = GROUPED.matcher(cell);
        if (grouped.matches() && !grouped.group(1).equals(grouped.group(2))) {
            return Form.GROUPED;
        }
        if (LITERAL.matcher(cell).matches()) {
            return Form.LITERAL;
        }
        if (ODD_MINUS.matcher(cell).matches()) {
            return Form.ODD_MINUS;
        }
        return WITH_UNIT.matcher(cell).matches() ? Form.WITH_UNIT : Form.WORD;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == MINUS;
    }

    private static int digits(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The end of an exponent that begins here; the same place where none does. */
    private static int exponent(String cell, int from) {
        if (from >= cell.length() || (cell.charAt(from) != 'e' && cell.charAt(from) != 'E')) {
            return from;
        }
        int sign = from + 1 < cell.length() && (cell.charAt(from + 1) == '-' || cell.charAt(from + 1) == '+') ? 1 : 0;
        int end = digits(cell, from + 1 + sign);
        return end > from + 1 + sign ? end : from;
    }
}
