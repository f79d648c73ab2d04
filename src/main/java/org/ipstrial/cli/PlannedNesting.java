package org.ipstrial.cli;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ipstrial.disclosure.Nesting;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.Plan;
import org.ipstrial.plan.PlannedOutcome;

/** Which outcomes of a plan contain which, as far as the rules that derive them tell. */
final class PlannedNesting {

    /** A day from which windows are compared; months of 28 days come soon enough after it. */
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

    private PlannedNesting() {}

    /** The outcomes of a plan, a composite's components among them. */
    static Nesting of(Plan plan) {
        List<PlannedOutcome> outcomes = plan.outcomes().stream()
                .flatMap(outcome -> Stream.concat(Stream.of(outcome), outcome.components().stream()))
                .filter(outcome -> outcome.derived().isPresent())
                .toList();
        Set<Nesting.Pair> pairs = new HashSet<>();
        for (PlannedOutcome whole : outcomes) {
            for (PlannedOutcome part : outcomes) {
                if (whole != part
                        && contains(
                                whole.derived().orElseThrow(), part.derived().orElseThrow())) {
                    pairs.add(new Nesting.Pair(whole.name().value(), part.name().value()));
                }
            }
        }
        return new Nesting(pairs);
    }

    /** Whoever did any of fewer activities in a shorter window did any of more in a longer one. */
    private static boolean contains(DerivedOutcome whole, DerivedOutcome part) {
        return !whole.kind().isOfCourse()
                && whole.source() == part.source()
                && whole.kind() == part.kind()
                && isWeaker(whole, part)
                && whole.activities().containsAll(part.activities())
                && !whole.horizon().from(ANY_DAY).isBefore(part.horizon().from(ANY_DAY));
    }

    /** Whether the one asks no more than the other: any at all, or less of the same; of amounts only what is not zero counts. */
    private static boolean isWeaker(DerivedOutcome whole, DerivedOutcome part) {
        boolean less = whole.measure() == part.measure()
                && whole.atLeast().orElse(0) <= part.atLeast().orElse(0);
        return whole.kind() != OutcomeKind.BINARY || whole.measure() == DerivedMeasure.EVER || less;
    }
}
