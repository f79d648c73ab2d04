package org.ipstrial.plan.participants;

import java.util.Arrays;
import java.util.List;

/** How dates are written in a file. Day and month are never told apart by guessing: another order must be declared. */
public enum DateFormat {
    /** As in 2014-03-31; what is read where nothing is declared. */
    ISO("yyyy-mm-dd", "uuuu-MM-dd"),
    /** As in 31-03-2014. */
    DAY_FIRST_HYPHENS("dd-mm-yyyy", "dd-MM-uuuu"),
    /** As in 31/03/2014. */
    DAY_FIRST_SLASHES("dd/mm/yyyy", "dd/MM/uuuu"),
    /** As in 31.03.2014. */
    DAY_FIRST_POINTS("dd.mm.yyyy", "dd.MM.uuuu"),
    /** As in 03/31/2014. */
    MONTH_FIRST_SLASHES("mm/dd/yyyy", "MM/dd/uuuu"),
    /** As in 20140331. */
    DIGITS("yyyymmdd", "uuuuMMdd");

    private final String id;
    private final String pattern;

    DateFormat(String id, String pattern) {
        this.id = id;
        this.pattern = pattern;
    }

    /** The word that plans use. */
    public String id() {
        return id;
    }

    /** The pattern in the letters of {@link java.time.format.DateTimeFormatter}. */
    public String pattern() {
        return pattern;
    }

    /** The words of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(DateFormat::id).toList();
    }

    /** The format of a word that is known. */
    public static DateFormat named(String id) {
        return values()[ids().indexOf(id)];
    }
}
