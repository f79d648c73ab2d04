package org.ipstrial.analysis.programme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How much a questionnaire says somebody is troubled; a screening result, not a diagnosis. */
public enum Severity {
    /** Below every band: minimal, none or doubtful. */
    NONE("none"),
    /** Mild. */
    MILD("mild"),
    /** Moderate. */
    MODERATE("moderate"),
    /** Severe. */
    SEVERE("severe");

    private final String id;

    Severity(String id) {
        this.id = id;
    }

    /** The name that results use. */
    public String id() {
        return id;
    }

    /** The severity of a name. */
    public static Optional<Severity> named(String name) {
        return Arrays.stream(values())
                .filter(severity -> severity.id.equals(name))
                .findFirst();
    }

    /** Everything from one to another. */
    static Set<Severity> between(Severity least, Severity most) {
        return EnumSet.range(least, most);
    }
}
