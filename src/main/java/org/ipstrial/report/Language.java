package org.ipstrial.report;

/** The languages that reports are written in. */
public enum Language {
    /** English. */
    EN("en");

    private final String id;

    Language(String id) {
        this.id = id;
    }

    /** The name that the option uses. */
    public String id() {
        return id;
    }
}
