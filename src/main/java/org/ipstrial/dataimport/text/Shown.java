package org.ipstrial.dataimport.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of a file's text a message may show. Ids are never given to it. */
public final class Shown {

    /** The longest value that is shown, in characters. */
    public static final int LONGEST = 24;

    private static final int LISTED = 10;

    private Shown() {}

    /** A value in quotes, or only its length where it is long, or neither where it may be a personal number. */
    public static String value(String value) {
        if (NationalNumber.looksLike(value)) {
            return "a value like a personal number";
        }
        return value.length() <= LONGEST ? "'" + value + "'" : "a value of " + value.length() + " characters";
    }

    /** Values with how often each occurs, the first {@value #LISTED} of them. */
    public static String counts(Map<String, Long> counts) {
        String listed = counts.entrySet().stream()
                .limit(LISTED)
                .map(entry -> value(entry.getKey()) + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return counts.size() <= LISTED ? listed : listed + " and " + (counts.size() - LISTED) + " more";
    }

    /** So many of something, such as {@code 1 cell} or {@code 2 cells}. */
    public static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Names of columns, the first twenty of them, each cut to {@value #LONGEST} characters. */
    public static String names(List<String> names) {
        String listed = names.stream()
                .limit(20)
                .map(name -> Personal.isPersonal(name) ? "(not shown)" : cut(name))
                .collect(Collectors.joining(", "));
        return names.size() <= 20 ? listed : listed + " and " + (names.size() - 20) + " more";
    }

    /** The text, or its beginning and an ellipsis. */
    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }
}
