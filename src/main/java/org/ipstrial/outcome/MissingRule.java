package org.ipstrial.outcome;

import java.util.Arrays;

/** What was done about missing outcomes. */
public enum MissingRule {
    /** Nobody's outcome was missing. */
    NONE_MISSING("none-missing"),
    /** People with a missing outcome are left out. */
    COMPLETE_CASES("complete-cases"),
    /** Every missing outcome counts as the event. */
    ALL_MISSING_EVENTS("all-missing-events"),
    /** Every missing outcome counts as no event. */
    ALL_MISSING_NONE("all-missing-none"),
    /** Missing filled so that group minus reference is as large as it can be. */
    LARGEST_DIFFERENCE("largest-difference"),
    /** Missing filled so that group minus reference is as small as it can be. */
    SMALLEST_DIFFERENCE("smallest-difference"),
    /** The numbers came without word of what was missing. */
    UNKNOWN("");

    private final String id;

    MissingRule(String id) {
        this.id = id;
    }

    /** The name that results use. */
    public String id() {
        return id;
    }

    /** The rule that results call so. */
    public static MissingRule named(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether missing outcomes are filled, all of them the same in both arms or not. */
    public boolean fills() {
        return this == ALL_MISSING_EVENTS
                || this == ALL_MISSING_NONE
                || this == LARGEST_DIFFERENCE
                || this == SMALLEST_DIFFERENCE;
    }

    /** Whether a missing outcome of the compared arm counts as the event; only of the four fillings. */
    public boolean fillsGroupWithEvents() {
        return this == ALL_MISSING_EVENTS || this == LARGEST_DIFFERENCE;
    }

    /** Whether a missing outcome of the reference arm counts as the event; only of the four fillings. */
    public boolean fillsReferenceWithEvents() {
        return this == ALL_MISSING_EVENTS || this == SMALLEST_DIFFERENCE;
    }
}
