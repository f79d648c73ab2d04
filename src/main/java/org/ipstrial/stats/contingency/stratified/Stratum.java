package org.ipstrial.stats.contingency.stratified;

import java.util.Objects;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.proportion.BinomialCount;

/**
 * A yes/no outcome in two arms within one stratum; an arm of which nobody is known to the stratum is absent.
 *
 * @param name      the stratum's name
 * @param group     the arm that is compared
 * @param reference the arm that it is compared with
 */
public record Stratum(String name, Optional<BinomialCount> group, Optional<BinomialCount> reference) {

    /** Checks that nothing is null. */
    public Stratum {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(reference, "reference");
    }

    /** A stratum from its four numbers; of an arm with nobody assessed both are 0. */
    public static Stratum of(
            String name, int groupEvents, int groupAssessed, int referenceEvents, int referenceAssessed) {
        return new Stratum(name, arm(groupEvents, groupAssessed), arm(referenceEvents, referenceAssessed));
    }

    /** A stratum with both arms. */
    public static Stratum of(String name, TwoByTwo table) {
        return new Stratum(name, Optional.of(table.group()), Optional.of(table.reference()));
    }

    private static Optional<BinomialCount> arm(int events, int assessed) {
        return events == 0 && assessed == 0 ? Optional.empty() : Optional.of(new BinomialCount(events, assessed));
    }

    /** Both arms as a table, if both are there. */
    public Optional<TwoByTwo> table() {
        return group.flatMap(compared -> reference.map(with -> new TwoByTwo(compared, with)));
    }

    /**
     * Why the stratum tells less than all there is to tell, if so. With one arm, or none, it adds to no effect and no
     * test. Without any events it adds to differences alone, and not where they are weighted by the inverse of a
     * variance. With events only it adds to those and to risk ratios, but neither to odds ratios nor to the test.
     */
    public Optional<Reason> silence() {
        if (group.isEmpty() || reference.isEmpty()) {
            return Optional.of(
                    group.isPresent()
                            ? Reason.NOBODY_ASSESSED_IN_REFERENCE
                            : reference.isPresent() ? Reason.NOBODY_ASSESSED_IN_GROUP : Reason.NOBODY_ASSESSED);
        }
        if (group.get().events() == 0 && reference.get().events() == 0) {
            return Optional.of(Reason.NO_EVENTS_IN_EITHER_ARM);
        }
        return group.get().nonEvents() == 0 && reference.get().nonEvents() == 0
                ? Optional.of(Reason.ALL_EVENTS_IN_BOTH_ARMS)
                : Optional.empty();
    }
}
