package org.ipstrial.outcome;

/** What two spells of one activity mean where they overlap. */
public enum Overlap {
    /** They are one spell, told twice; they must agree on hours and wage. */
    MERGE("merge"),
    /** They are two at a time: hours and earnings add up, days count once. */
    SUM("sum"),
    /** The one with more hours counts. */
    MAX("max");

    private final String id;

    Overlap(String id) {
        this.id = id;
    }

    /** The word that plans use. */
    public String id() {
        return id;
    }
}
