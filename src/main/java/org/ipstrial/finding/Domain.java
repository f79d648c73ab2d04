package org.ipstrial.finding;

/** What a refusal is about; the command line gives each its exit code. */
public enum Domain {
    /** The command line is wrong. */
    USAGE,
    /** The data are refused. */
    DATA,
    /** The plan is refused. */
    PLAN,
    /** A file could not be read or written. */
    FILE,
    /** Refused to protect the people in the data. */
    PRIVACY
}
