package org.ipstrial.outcome;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weeks of ISO 8601, as in {@code 2014-W09}: from Monday to Sunday, the first of a year being the one with its first
 * Thursday, so that the last days of December may lie in week 1 of the next year.
 */
public final class IsoWeek {

    private static final Pattern TEXT = Pattern.compile("(19|20|21)(\\d{2})-?W(\\d{2})");

    private IsoWeek() {}

    /** The Monday of a week, counted from 1970-01-01; nothing where the text is no week of the calendar. */
    public static OptionalLong monday(String text) {
        Matcher match = TEXT.matcher(text);
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        int year = Integer.parseInt(match.group(1) + match.group(2));
        try {
            // The fourth of January always lies in week 1.
            LocalDate first = LocalDate.of(year, 1, 4);
            LocalDate inWeek = first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(match.group(3)));
            // Most years have no week 53, and the one that is then given is the first of the next.
            return inWeek.get(IsoFields.WEEK_BASED_YEAR) == year
                    ? OptionalLong.of(
                            inWeek.toEpochDay() - inWeek.getDayOfWeek().ordinal())
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** A week as people write it, by any day of it counted from 1970-01-01. */
    public static String text(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return date.get(IsoFields.WEEK_BASED_YEAR) + "-W" + (week < 10 ? "0" : "") + week;
    }
}
