package org.ipstrial.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody was last seen when they were. */
public enum EndOfFollowUp {
    /** They were followed for as long as was planned. */
    COMPLETED("completed"),
    /** They did not want to take part any more. */
    WITHDREW("withdrew"),
    /** They died. */
    DIED("died"),
    /** They left the country. */
    EMIGRATED("emigrated"),
    /** They were granted a permanent pension. */
    PENSION("pension"),
    /** Nobody knows. */
    LOST("lost");

    private final String id;

    EndOfFollowUp(String id) {
        this.id = id;
    }

    /** The word that plans and files use. */
    public String id() {
        return id;
    }

    /** Whether a plan must say what it means for what comes after; of the others nothing is known of it. */
    public boolean needsRule() {
        return this == DIED || this == EMIGRATED || this == PENSION;
    }

    /** The words of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(EndOfFollowUp::id).toList();
    }

    /** The reason of a word. */
    public static Optional<EndOfFollowUp> named(String id) {
        return Arrays.stream(values()).filter(reason -> reason.id.equals(id)).findFirst();
    }
}
