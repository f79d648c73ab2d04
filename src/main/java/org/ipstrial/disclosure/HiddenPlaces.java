package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which places are hidden: those with a small cell, and those that would give them away.
 *
 * <p>Who sees a total and all strata of a column but some knows what those have together. With {@code s} such people
 * among hidden strata of {@code n1}, {@code n2}, … people, the first can have from {@code s - n2 - n3 - …} to {@code n1}
 * of them. At least {@code t} values (or all, in a stratum of fewer people) must remain possible for each hidden stratum, and the hidden strata must have at
 * least {@code t} people together; else the smallest stratum that is still shown is hidden too.
 */
final class HiddenPlaces {

    private final Map<Place, Counted> places;
    private final int threshold;
    private final Set<Place> hidden = new LinkedHashSet<>();

    private HiddenPlaces(Map<Place, Counted> places, int threshold) {
        this.places = places;
        this.threshold = threshold;
    }

    /** The places to hide. */
    static Set<Place> of(Map<Place, Counted> places, int threshold) {
        HiddenPlaces search = new HiddenPlaces(places, threshold);
        places.forEach((place, counted) -> {
            if (counted.small(threshold)) {
                search.hidden.add(place);
            }
        });
        search.families().values().forEach(search::protect);
        return search.hidden;
    }

    /** The strata of each column, arm and outcome. */
    private Map<Place, List<Place>> families() {
        Map<Place, List<Place>> families = new LinkedHashMap<>();
        for (Place place : places.keySet()) {
            if (!place.isEverybody()) {
                Place family = new Place(place.outcome(), place.timepoint(), place.arm(), place.column());
                families.computeIfAbsent(family, any -> new ArrayList<>()).add(place);
            }
        }
        return families;
    }

    private void protect(List<Place> strata) {
        Place total = strata.get(0).everybody();
        while (!hidden.contains(total) && !safe(total, strata)) {
            strata.stream()
                    .filter(stratum ->
                            !hidden.contains(stratum) && places.get(stratum).rows() > 0)
                    .min(Comparator.comparingLong(
                                    (Place stratum) -> places.get(stratum).rows())
                            .thenComparing(Place::stratum))
                    .ifPresentOrElse(hidden::add, () -> hidden.add(total));
        }
    }

    private boolean safe(Place total, List<Place> strata) {
        List<Place> unseen = strata.stream().filter(hidden::contains).toList();
        if (unseen.isEmpty()) {
            return true;
        }
        // People without a level are in no stratum: they are unseen as well.
        long placed =
                strata.stream().mapToLong(stratum -> places.get(stratum).rows()).sum();
        long capacity = places.get(total).rows() - placed;
        for (Place stratum : unseen) {
            capacity += places.get(stratum).rows();
        }
        if (capacity < threshold) {
            return false;
        }
        for (int part = 0; part < places.get(total).parts().size(); part++) {
            if (!safe(total, strata, unseen, part, capacity)) {
                return false;
            }
        }
        return true;
    }

    private boolean safe(Place total, List<Place> strata, List<Place> unseen, int part, long capacity) {
        long rest = places.get(total).parts().get(part);
        for (Place stratum : strata) {
            if (!unseen.contains(stratum)) {
                rest -= places.get(stratum).parts().get(part);
            }
        }
        for (Place stratum : unseen) {
            long own = places.get(stratum).rows();
            long least = Math.max(0, rest - (capacity - own));
            long most = Math.min(own, rest);
            boolean small =
                    places.get(stratum).parts().get(part) > 0 && most - least + 1 < Math.min(threshold, own + 1);
            if (small && own > 0) {
                return false;
            }
        }
        return true;
    }
}
