package org.ipstrial.outcome;

import java.util.Arrays;
import java.util.List;

/** What is counted of somebody's spells in the window of an outcome. */
public enum DerivedMeasure {
    /** Whether there was any. */
    EVER("ever", OutcomeKind.BINARY, ""),
    /** Whether there was one on the last day. */
    ON_LAST_DAY("on-last-day", OutcomeKind.BINARY, ""),
    /** Days with one. */
    DAYS("days", OutcomeKind.AMOUNT, "days"),
    /** Weeks, counted from randomisation, with one on at least one day. */
    WEEKS("weeks", OutcomeKind.AMOUNT, "weeks"),
    /** Weeks with one over the weeks in which there was something to be had; only of register weeks. */
    SHARE_OF_WEEKS("share-of-weeks", OutcomeKind.AMOUNT, ""),
    /** Hours: those a week over seven for each day. */
    HOURS("hours", OutcomeKind.AMOUNT, "hours"),
    /** Hours over the months of the window. */
    HOURS_PER_MONTH("hours-per-month", OutcomeKind.AMOUNT, "hours"),
    /** Hours times the hourly wage. */
    EARNINGS("earnings", OutcomeKind.AMOUNT, "currency"),
    /** Earnings over hours, of those who worked. */
    HOURLY_WAGE("hourly-wage", OutcomeKind.AMOUNT_OF_WORKERS, "currency"),
    /** Days of the longest single spell. */
    LONGEST_TENURE("longest-tenure", OutcomeKind.AMOUNT, "days"),
    /** Days from randomisation to the first one. */
    TIME_TO_FIRST("time-to-first", OutcomeKind.TIME, "days"),
    /** Days that the first one went on. */
    FIRST_TENURE("first-tenure", OutcomeKind.TIME_OF_WORKERS, "days"),
    /** Whether there was one in each whole week. */
    WEEKLY("weekly", OutcomeKind.WEEKLY, "weeks");

    private final String id;
    private final OutcomeKind kind;
    private final String unit;

    DerivedMeasure(String id, OutcomeKind kind, String unit) {
        this.id = id;
        this.kind = kind;
        this.unit = unit;
    }

    /** The word that plans use. */
    public String id() {
        return id;
    }

    /** What comes of it. */
    public OutcomeKind kind() {
        return kind;
    }

    /** Unit of an amount, or empty. */
    public String unit() {
        return unit;
    }

    /** Whether it needs the hours of each spell. */
    public boolean needsHours() {
        return this == HOURS || this == HOURS_PER_MONTH || needsWages();
    }

    /** Whether it needs the wage of each spell. */
    public boolean needsWages() {
        return this == EARNINGS || this == HOURLY_WAGE;
    }

    /** Whether a threshold makes a yes or no of it. */
    public boolean takesThreshold() {
        return kind == OutcomeKind.AMOUNT;
    }

    /** Whether it can be told from register weeks. */
    public boolean ofWeeks() {
        return this == EVER || this == WEEKS || this == SHARE_OF_WEEKS || this == WEEKLY;
    }

    /** Whether it can be told from spells. */
    public boolean ofSpells() {
        return this != SHARE_OF_WEEKS;
    }

    /** The words of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(DerivedMeasure::id).toList();
    }

    /** The measure of a word that is known. */
    public static DerivedMeasure named(String id) {
        return values()[ids().indexOf(id)];
    }
}
