package org.ipstrial.outcome;

/** What a plan takes for true after somebody died, emigrated or was pensioned. */
public enum AfterEnd {
    /** There was no activity any more: the rest of the window is known. */
    NO_ACTIVITY("no-activity"),
    /** Nothing is known: an outcome that it could change is missing. */
    NOT_OBSERVED("not-observed");

    private final String id;

    AfterEnd(String id) {
        this.id = id;
    }

    /** The word that plans use. */
    public String id() {
        return id;
    }
}
