package org.ipstrial.finding;

/** What a finding does to the run. */
public enum Severity {
    /** The run stops and writes nothing. */
    REFUSAL("error"),
    /** The run goes on and the result says so. */
    WARNING("warning"),
    /** A habit that trial reports are better without; the run goes on. */
    LINT("lint");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word that messages use. */
    public String word() {
        return word;
    }
}
