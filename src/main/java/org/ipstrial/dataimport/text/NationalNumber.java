package org.ipstrial.dataimport.text;

import java.util.regex.Pattern;

/**
 * Whether a text has the form of a national personal number of Denmark, Sweden, Norway or Finland, told by the date in
 * it. Control digits are not asked for: Danish numbers given since 2007 need not pass modulus 11.
 */
public final class NationalNumber {

    /** The share of a column's values from which the column is taken to hold personal numbers. */
    public static final double SHARE = 0.5;

    private static final Pattern FINNISH = Pattern.compile("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Z]");
    private static final Pattern WITH_SEPARATOR = Pattern.compile("\\d{6}[- ]\\d{4}|\\d{8}-\\d{4}|\\d{6} \\d{5}");

    private NationalNumber() {}

    /** Whether the text may be one. */
    public static boolean looksLike(String text) {
        String cell = CellText.trim(text);
        if (cell.length() < 9 || cell.length() > 14) {
            return false;
        }
        if (FINNISH.matcher(cell).matches() && dayMonth(cell, 0, 0)) {
            return true;
        }
        String digits = digits(cell);
        if (digits == null) {
            return false;
        }
        return switch (digits.length()) {
            // A spreadsheet drops the zero in front of a Danish number.
            case 9 -> danish("0" + digits);
            case 10 -> danish(digits) || swedish(digits, 0);
            case 11 -> norwegian(digits);
            case 12 -> (digits.startsWith("19") || digits.startsWith("20")) && swedish(digits, 2);
            default -> false;
        };
    }

    /** Whether the text may be one and is even written as one, with its separator. */
    public static boolean isWrittenAsOne(String text) {
        String cell = CellText.trim(text);
        return (WITH_SEPARATOR.matcher(cell).matches() || FINNISH.matcher(cell).matches()) && looksLike(cell);
    }

    private static String digits(String cell) {
        StringBuilder digits = new StringBuilder(12);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ' ' && c != '-' && c != '+') {
                return null;
            }
        }
        return digits.toString();
    }

    /** DDMMYY-SSSS; the seventh digit with the year tells the century, and the 1800s are past. */
    private static boolean danish(String d) {
        int year = number(d, 4);
        char century = d.charAt(6);
        boolean eighteenHundreds = century >= '5' && century <= '8' && year >= 58;
        return !eighteenHundreds && dayMonth(d, 60, 0);
    }

    /** YYMMDD-NNNC, from a place on; a coordination number has 60 added to the day. */
    private static boolean swedish(String d, int from) {
        int day = number(d, from + 4);
        return isDayOf(day > 60 ? day - 60 : day, number(d, from + 2));
    }

    /** DDMMYY and five digits; a D-number has 40 added to the day, help numbers 40 and tests 80 to the month. */
    private static boolean norwegian(String d) {
        return dayMonth(d, 40, 0) || dayMonth(d, 0, 40) || dayMonth(d, 0, 80);
    }

    private static boolean dayMonth(String d, int dayExtra, int monthExtra) {
        int day = number(d, 0);
        int month = number(d, 2) - monthExtra;
        return isDayOf(day, month) || (dayExtra > 0 && isDayOf(day - dayExtra, month));
    }

    private static boolean isDayOf(int day, int month) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean thirty = month == 4 || month == 6 || month == 9 || month == 11;
        return day <= (month == 2 ? 29 : thirty ? 30 : 31);
    }

    private static int number(String d, int at) {
        return (d.charAt(at) - '0') * 10 + d.charAt(at + 1) - '0';
    }
}
