package org.ipstrial.dataset.claims;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number as a report prints it.
 *
 * @param text     as it stands there
 * @param value    its value, whose scale is the number of decimals
 * @param relation {@code =}, or {@code <} or {@code >} where only a bound is printed
 */
public record Printed(String text, BigDecimal value, char relation) {

    /** Checks that nothing is null, and the relation. */
    public Printed {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(value, "value");
        if ("<=>".indexOf(relation) < 0) {
            throw new IllegalArgumentException("relation must be <, = or >, got " + relation);
        }
    }

    /** Whether a percent sign stands behind it. */
    public boolean isPercent() {
        return text.endsWith("%");
    }
}
