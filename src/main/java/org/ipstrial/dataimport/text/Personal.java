package org.ipstrial.dataimport.text;

import java.util.regex.Pattern;

/** Texts that are about one person: addresses, telephone numbers, notes. */
public final class Personal {

    private static final Pattern PHONE = Pattern.compile("(\\+|00)\\d{2}[ -]?\\d[\\d -]{6,12}|\\d{2}( \\d{2}){3}");
    private static final int LONG_TEXT = 40;
    private static final int MANY_WORDS = 4;

    private Personal() {}

    /** Whether the text is an e-mail address. */
    public static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0 && text.indexOf('.', at) > at + 1 && text.indexOf(' ') < 0;
    }

    /** Whether the text is a telephone number with its country, or eight digits in pairs. */
    public static boolean isPhone(String text) {
        return text.length() >= 10 && text.length() <= 20 && PHONE.matcher(text).matches();
    }

    /** Whether somebody wrote the text freely: many words or a great length. */
    public static boolean isFreeText(String text) {
        if (text.length() > LONG_TEXT) {
            return true;
        }
        int words = 1;
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ') {
                words++;
            }
        }
        return words > MANY_WORDS;
    }

    /** Whether the text must not be shown even as the name of a column. */
    public static boolean isPersonal(String text) {
        return isEmail(text) || NationalNumber.looksLike(text);
    }
}
