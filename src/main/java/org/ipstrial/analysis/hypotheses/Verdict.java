package org.ipstrial.analysis.hypotheses;

/** What comes of a hypothesis; the ids are the notes of its adjusted p-value. */
public enum Verdict {
    /** Its adjusted p-value is at most alpha. */
    REJECTED("rejected"),
    /** It is above. */
    NOT_REJECTED("not-rejected"),
    /** One before it in a fixed sequence was not rejected, or no level of a graph came to it. */
    NOT_TESTED("not-tested");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /** The code that results use. */
    public String id() {
        return id;
    }
}
