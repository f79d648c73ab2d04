package org.ipstrial.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Numbers and days as pages hold them until they are finished: in a notation of no language, with characters that no text
 * holds (Unicode's noncharacters, which are there for the inside of programs). {@link Language#written} writes them as a
 * language does. So whatever makes a page need not know its language to write a number, and cannot forget it.
 */
public final class Numerals {

    /** Where the whole part of a number ends. */
    public static final char DECIMAL = '\ufdd0';

    /** Between groups of three digits of a whole part of five or more. */
    static final char GROUP = '\ufdd1';

    /** Before a day as ISO 8601 writes it. */
    static final char DAY = '\ufdd2';

    private static final int GROUPED_FROM = 5;
    private static final int DIGITS = 3;
    private static final int DAY_LENGTH = "2000-01-01".length();

    private Numerals() {}

    /**
     * A number.
     *
     * @param plain digits, perhaps with a minus before them and a point among them
     */
    static String number(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        int sign = whole.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(whole);
        if (whole.length() - sign >= GROUPED_FROM) {
            for (int at = whole.length() - DIGITS; at > sign; at -= DIGITS) {
                text.insert(at, GROUP);
            }
        }
        return point < 0
                ? text.toString()
                : text.append(DECIMAL).append(plain, point + 1, plain.length()).toString();
    }

    /** A day that ISO 8601 writes so, and any other text as it is. */
    static String day(String text) {
        try {
            return day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** A day. */
    public static String day(LocalDate day) {
        return DAY + day.toString();
    }

    /** Whether a character of a page takes no room where digits are not grouped. */
    public static boolean isUnseen(int point) {
        return point == GROUP || point == DAY;
    }

    /** How long a text is once it is written in a language that groups no digits. */
    static int length(String text) {
        return (int) text.codePoints().filter(point -> !isUnseen(point)).count();
    }

    /** A text as a language writes its numbers and days. */
    static String written(String text, Language language) {
        if (text.indexOf(DECIMAL) < 0 && text.indexOf(GROUP) < 0 && text.indexOf(DAY) < 0) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case DECIMAL -> written.append(language.decimal());
                case GROUP -> written.append(language.group());
                case DAY -> i = day(text, i + 1, language, written);
                default -> written.append(c);
            }
        }
        return written.toString();
    }

    private static int day(String text, int from, Language language, StringBuilder written) {
        int to = Math.min(text.length(), from + DAY_LENGTH);
        String iso = text.substring(from, to);
        written.append(language.day(iso));
        return to - 1;
    }
}
