package org.ipstrial.plan.yaml;

import java.util.Objects;
import org.ipstrial.finding.Location;

/**
 * A value with the place in the plan where it stands, for messages that come later.
 *
 * @param value the value
 * @param where its file, line, path of keys and character in the line
 * @param <T>   type of the value
 */
public record Sited<T>(T value, Location where) {

    /** Checks that nothing is null. */
    public Sited {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(where, "where");
    }
}
