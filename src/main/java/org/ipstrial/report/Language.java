package org.ipstrial.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The languages that reports are written in, and how each writes numbers and days. In Danish, Norwegian and Swedish the
 * decimal sign is a comma, a percent sign stands apart from its number, and whole parts of five digits or more are grouped
 * by a blank that does not break; a point would be read as a decimal sign by whoever reads English. Days in figures are
 * {@code 1.3.2026} in Danish and Norwegian, and in Swedish, as in English, by ISO 8601. Sources: for Danish the European
 * Union's Interinstitutional style guide (section 10.2 of the Danish edition), for Norwegian the rules of Språkrådet for
 * numbers and dates. A minus is the sign that is on every keyboard, so that numbers can be copied; on the axes of figures
 * it is the long one.
 */
public enum Language {
    /** English. */
    EN("en", "", ".", "", "uuuu-MM-dd"),
    /** Danish. */
    DA("da", "danish", ",", "\u00a0", "d.M.uuuu"),
    /** Swedish. */
    SV("sv", "swedish", ",", "\u00a0", "uuuu-MM-dd"),
    /** Norwegian, as most write it. */
    NB("nb", "norsk", ",", "\u00a0", "d.M.uuuu");

    private final String id;
    private final String latex;
    private final String decimal;
    private final String group;
    private final DateTimeFormatter day;

    Language(String id, String latex, String decimal, String group, String day) {
        this.id = id;
        this.latex = latex;
        this.decimal = decimal;
        this.group = group;
        this.day = DateTimeFormatter.ofPattern(day, Locale.ROOT);
    }

    /** The name that the option uses, which is that of ISO 639 too. */
    public String id() {
        return id;
    }

    /** The names of all of them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Language::id).toList();
    }

    /** The language of a name; there must be one. */
    public static Language of(String id) {
        return values()[ids().indexOf(id)];
    }

    /** What LaTeX's babel calls it; empty where LaTeX needs nothing for it. */
    public String latex() {
        return latex;
    }

    /** A text of a page with its numbers and days as this language writes them. */
    public String written(String text) {
        return Numerals.written(text, this);
    }

    /** A percent sign behind a number. */
    public String percent() {
        return this == EN ? "%" : "\u00a0%";
    }

    String decimal() {
        return decimal;
    }

    String group() {
        return group;
    }

    /** A day that ISO 8601 writes so. */
    String day(String iso) {
        try {
            return day.format(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
