package org.ipstrial.stats.contingency;

import java.util.Objects;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * A yes/no outcome in two independent arms.
 *
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 */
public record TwoByTwo(BinomialCount group, BinomialCount reference) {

    /** Checks that nothing is null. */
    public TwoByTwo {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(reference, "reference");
    }

    /** A table from its four numbers. */
    public static TwoByTwo of(int groupEvents, int groupAssessed, int referenceEvents, int referenceAssessed) {
        return new TwoByTwo(
                new BinomialCount(groupEvents, groupAssessed), new BinomialCount(referenceEvents, referenceAssessed));
    }

    /** Everybody assessed, in both arms. */
    public long assessed() {
        return (long) group.assessed() + reference.assessed();
    }

    /** Everybody with the event, in both arms. */
    public long events() {
        return (long) group.events() + reference.events();
    }

    /** The same table with the arms changed round. */
    public TwoByTwo swapped() {
        return new TwoByTwo(reference, group);
    }

    /** The same table counted by those without the event. */
    public TwoByTwo complement() {
        return new TwoByTwo(group.complement(), reference.complement());
    }
}
