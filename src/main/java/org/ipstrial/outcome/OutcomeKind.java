package org.ipstrial.outcome;

/** How the values of an outcome are read. */
public enum OutcomeKind {
    /** The event happened or it did not. */
    BINARY("binary"),
    /** A number: hours, weeks, earnings. */
    AMOUNT("amount"),
    /** A number that only those have who worked: their wage an hour. */
    AMOUNT_OF_WORKERS("amount-of-workers"),
    /** Ordered levels. */
    ORDINAL("ordinal"),
    /** How long until something began, or until nothing was seen any more. */
    TIME("time"),
    /** How long what began went on, of those with whom it began. */
    TIME_OF_WORKERS("time-of-workers"),
    /** Whether there was anything in each week. */
    WEEKLY("weekly");

    private final String id;

    OutcomeKind(String id) {
        this.id = id;
    }

    /** The name that options and results use. */
    public String id() {
        return id;
    }

    /** Whether it is about the course of time: no single number of a person says it all. */
    public boolean isOfCourse() {
        return this == TIME || this == TIME_OF_WORKERS || this == WEEKLY;
    }
}
