package org.ipstrial.disclosure;

import java.util.Set;

/**
 * Which outcomes contain which: whoever has the one has the other too, so that what one table tells of both tells of those
 * between them.
 *
 * @param pairs each outcome with another that it contains
 */
public record Nesting(Set<Pair> pairs) {

    /** Nothing is known to contain anything. */
    public static final Nesting NONE = new Nesting(Set.of());

    /**
     * An outcome and another that it contains.
     *
     * @param whole name of the one: work or education
     * @param part  name of the other: work
     */
    public record Pair(String whole, String part) {}

    /** Copies the pairs. */
    public Nesting {
        pairs = Set.copyOf(pairs);
    }

    /** Whether an outcome contains another. */
    boolean contains(String whole, String part) {
        return pairs.contains(new Pair(whole, part));
    }
}
