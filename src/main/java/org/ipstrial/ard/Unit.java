package org.ipstrial.ard;

/** The unit of a number. */
public enum Unit {
    /** None: test statistics, degrees of freedom, and amounts whose unit nobody has said. */
    NONE(""),
    /** A share from 0 to 1. */
    PROPORTION("proportion"),
    /** A difference of shares, from -1 to 1. */
    PROPORTION_DIFFERENCE("proportion-difference"),
    /** A ratio. */
    RATIO("ratio"),
    /** A number of people. */
    COUNT("count"),
    /** People who must be treated for one more event, or one fewer. */
    PEOPLE("people"),
    /** A p-value. */
    P("p"),
    /** Hours. */
    HOURS("hours"),
    /** Days. */
    DAYS("days"),
    /** Weeks. */
    WEEKS("weeks"),
    /** Months. */
    MONTHS("months"),
    /** Years. */
    YEARS("years"),
    /** Money. */
    CURRENCY("currency"),
    /** Points of a score. */
    SCORE("score");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    /** The name that results use. */
    public String id() {
        return id;
    }
}
