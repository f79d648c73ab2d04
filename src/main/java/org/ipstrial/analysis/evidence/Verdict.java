package org.ipstrial.analysis.evidence;

/** What the arithmetic says of a claim. It says nothing of how the numbers came about. */
public enum Verdict {
    /** It can be true as it stands. */
    CONSISTENT("consistent"),
    /** It can be true, but only if something holds that is not printed. */
    ONLY_IF("consistent-only-if"),
    /** It cannot be true as it stands. */
    INCONSISTENT("inconsistent"),
    /** The printed numbers say too little. */
    NOT_TESTABLE("not-testable");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /** The word that notes begin with. */
    public String id() {
        return id;
    }

    /** The note of this verdict for a reason; no reason is empty. */
    String note(String why) {
        return why.isEmpty() ? id : id + ":" + why;
    }

    /** Whether a note is of this verdict. */
    public boolean isOf(String note) {
        return note.equals(id) || note.startsWith(id + ":");
    }
}
