package org.ipstrial.outcome;

import java.util.Arrays;
import java.util.List;

/** What a register week may tell besides an activity. */
public enum WeekState {
    /** No activity that the plan names. */
    NONE("none"),
    /** Nothing is known: an outcome that it could change is missing. */
    NOT_OBSERVED("not-observed"),
    /** No activity, and none was to be had: the week is no part of a share of weeks. */
    NOT_ELIGIBLE("not-eligible");

    private final String id;

    WeekState(String id) {
        this.id = id;
    }

    /** The word that plans use. */
    public String id() {
        return id;
    }

    /** The words of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(WeekState::id).toList();
    }
}
