package org.ipstrial.finding;

import java.util.regex.Pattern;

/**
 * What a spreadsheet makes of a text when it opens a CSV file: it runs what begins as a formula, quoted or not. Labels
 * that would run are refused where they come in; what only begins with a sign, such as {@code +65}, is a good label and
 * gets an apostrophe where it would begin a cell of the results.
 */
public final class SheetText {

    private static final String SIGNS = "=+-@\t\r\n";

    /** A function, a program called through DDE, or another file. */
    private static final Pattern CALL = Pattern.compile("[|!]|\\p{L}[\\p{L}0-9_.]*\\s*\\(");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?");

    private SheetText() {}

    /**
     * Whether a spreadsheet would run the text: it begins with = or @, or with a sign, and calls something. Letters of
     * full width are taken for their narrow ones, as spreadsheets do.
     */
    public static boolean isFormula(String text) {
        if (text.length() < 2) {
            return false;
        }
        char first = narrow(text.charAt(0));
        if (first == '=' || first == '@') {
            return true;
        }
        return (first == '+' || first == '-') && CALL.matcher(narrow(text)).find();
    }

    /** The text as a cell of results: with an apostrophe in front where a spreadsheet could take it for a formula. */
    public static String cell(String text) {
        boolean sign = !text.isEmpty() && SIGNS.indexOf(narrow(text.charAt(0))) >= 0;
        return sign && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.chars().forEach(c -> narrow.append(narrow((char) c)));
        return narrow.toString();
    }

    private static char narrow(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }
}
