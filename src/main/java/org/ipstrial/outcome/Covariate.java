package org.ipstrial.outcome;

import java.util.List;
import java.util.Objects;

/**
 * What was known of everybody at the start, as it was read: an amount, or a category.
 *
 * @param name   its name in results: the column's, or the plan's
 * @param levels of a category its levels, in the order of the plan or by code point; none of an amount
 * @param event  of a category of yes and no the level that means yes, else empty
 */
public record Covariate(String name, List<String> levels, String event) {

    /** Copies the levels, and refuses a yes that is none of them. */
    public Covariate {
        Objects.requireNonNull(name, "name");
        levels = List.copyOf(levels);
        if (!event.isEmpty() && !levels.contains(event)) {
            throw new IllegalArgumentException("the level " + event + " is not among those of " + name);
        }
    }

    /** An amount. */
    public static Covariate amount(String name) {
        return new Covariate(name, List.of(), "");
    }

    /** Whether it is an amount. */
    public boolean isAmount() {
        return levels.isEmpty();
    }

    /** Whether it is a category of yes and no. */
    public boolean isYesNo() {
        return !event.isEmpty();
    }

    /** Its name among the columns of participants, which no column of a file can have: both can be read side by side. */
    public String column() {
        return "\u0001covariate " + name;
    }
}
