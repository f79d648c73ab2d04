package org.ipstrial.stats;

/** What a test sets against its null hypothesis, and on which side an interval has a limit. */
public enum Alternative {
    /** Another effect, larger or smaller. */
    TWO_SIDED("two-sided"),
    /** A larger effect: the interval has a lower limit only. */
    GREATER("greater"),
    /** A smaller effect: the interval has an upper limit only. */
    LESS("less");

    private final String id;

    Alternative(String id) {
        this.id = id;
    }

    /** The word that options and results use. */
    public String id() {
        return id;
    }

    /**
     * The p-value that belongs to two one-sided ones: one of them, or twice the smaller.
     *
     * @param greater p-value against a larger effect
     * @param less    p-value against a smaller effect
     */
    public double pValue(double greater, double less) {
        return switch (this) {
            case GREATER -> greater;
            case LESS -> less;
            case TWO_SIDED -> Math.min(1, 2 * Math.min(greater, less));
        };
    }

    /**
     * The level of the two-sided interval that has the limit of this one: {@code 2 level - 1} for one side, so that the
     * tail beyond the limit is {@code 1 - level}.
     *
     * @throws IllegalArgumentException if the level does not lie between 0 and 1, or for one side not above one half
     */
    public double twoSidedLevel(double level) {
        Require.fraction("level", level);
        if (this == TWO_SIDED) {
            return level;
        }
        if (level <= 0.5) {
            throw new IllegalArgumentException("the level of a one-sided interval must be above 0.5, got " + level);
        }
        return 2 * level - 1;
    }

    /**
     * An estimate with the limit of the side that this alternative looks at, the other being the end of the scale.
     *
     * @param estimate the estimate with both limits
     * @param least    the lower end of the scale, infinite if it has none
     * @param most     the upper end of the scale, infinite if it has none
     */
    public Estimate limits(Estimate estimate, double least, double most) {
        return switch (this) {
            case TWO_SIDED -> estimate;
            case GREATER ->
                new Estimate(
                        estimate.estimate(),
                        estimate.standardError(),
                        estimate.lower(),
                        end(estimate.upper(), Quantity.limit(most)));
            case LESS ->
                new Estimate(
                        estimate.estimate(),
                        estimate.standardError(),
                        end(estimate.lower(), Quantity.limit(least)),
                        estimate.upper());
        };
    }

    /** The end of the scale, unless there are no limits at all. */
    private static Quantity end(Quantity limit, Quantity end) {
        boolean none = limit instanceof Quantity.NotEstimable why && why.reason() != Reason.UNBOUNDED;
        return none ? limit : end;
    }
}
