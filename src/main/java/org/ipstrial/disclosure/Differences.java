package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the difference of two places tells that are not a total and its strata: one outcome among people of two analyses,
 * or two outcomes of which one contains the other. Whether one group of people lies within another is not known to a table,
 * so it is taken to where the numbers allow it.
 */
final class Differences {

    private final Map<Place, Counted> places;
    private final int threshold;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * Two places of which the people of the one may be among those of the other.
     *
     * @param ofOneOutcome whether both are of one outcome, among people of two analyses
     * @param same         whether what is known of the one is known of the other
     * @param close        whether so few are between them that who sees the one all but sees the other
     */
    private record Pair(Place whole, Place part, boolean ofOneOutcome, boolean same, boolean close) {}

    Differences(Map<Place, Counted> places, int threshold, Nesting nesting) {
        this.places = places;
        this.threshold = threshold;
        Map<String, List<Place>> arms = new LinkedHashMap<>();
        places.keySet().forEach(place -> arms.computeIfAbsent(place.arm(), any -> new ArrayList<>())
                .add(place));
        for (List<Place> ofArm : arms.values()) {
            for (Place whole : ofArm) {
                for (Place part : ofArm) {
                    if (!whole.equals(part)) {
                        pair(whole, part, nesting).ifPresent(pairs::add);
                    }
                }
            }
        }
    }

    private Optional<Pair> pair(Place whole, Place part, Nesting nesting) {
        Counted more = places.get(whole);
        Counted less = places.get(part);
        if (whole.outcome().equals(part.outcome()) && whole.timepoint().equals(part.timepoint())) {
            long apart = more.rows() - less.rows();
            boolean may =
                    !whole.analysis().equals(part.analysis()) && !whole.isApartFrom(part) && more.mayContain(less);
            return may ? Optional.of(new Pair(whole, part, true, apart == 0, apart < threshold)) : Optional.empty();
        }
        boolean may = nesting.contains(whole.outcome(), part.outcome())
                && whole.stratum().equals(part.stratum())
                && more.rows() == less.rows();
        boolean same = nesting.contains(part.outcome(), whole.outcome());
        return may ? Optional.of(new Pair(whole, part, false, same, same)) : Optional.empty();
    }

    /** Adds what has to be hidden as well. */
    void protect(Set<Place> hidden) {
        for (Pair pair : pairs) {
            boolean any = hidden.contains(pair.whole()) || hidden.contains(pair.part());
            if (pair.same() && any) {
                hidden.add(pair.whole());
                hidden.add(pair.part());
            } else if (pair.close() && any || !any && tells(pair)) {
                hidden.add(pair.part());
            }
        }
    }

    /**
     * What of some places has to be hidden as well, the others being shown whatever they tell.
     *
     * @param hidden  those that are hidden already
     * @param movable those that can be
     */
    Set<Place> among(Set<Place> hidden, Set<Place> movable) {
        Set<Place> more = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            boolean any = hidden.contains(pair.whole()) || hidden.contains(pair.part());
            if ((pair.same() || pair.close()) && any || !any && tells(pair)) {
                more.add(movable.contains(pair.part()) ? pair.part() : pair.whole());
            }
        }
        more.retainAll(movable);
        more.removeAll(hidden);
        return more;
    }

    private boolean tells(Pair pair) {
        Counted more = places.get(pair.whole());
        Counted less = places.get(pair.part());
        return pair.ofOneOutcome()
                ? more.minus(List.of(less)).small(threshold)
                : Counted.isSmall(more.positive() - less.positive(), threshold);
    }
}
