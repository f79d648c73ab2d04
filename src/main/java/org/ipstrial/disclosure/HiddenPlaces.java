package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
 * of them. At least {@code t} values (or all, in a stratum of fewer people) must remain possible for each hidden stratum, and
 * the hidden strata must have at least {@code t} people together; else the smallest stratum that is still shown is hidden too.
 *
 * <p>Where there are results about all arms together, the arms add up to them and are looked at in the same way: who is of
 * which level in which hidden arm is a table with known margins, in which the bounds above are the sharpest there are. With
 * strata beside them the arms would be parts of two totals at once, for which they are not; a stratum is then hidden or
 * shown in all arms alike, so that each arm is a table of its own.
 */
final class HiddenPlaces {

    private final Map<Place, Counted> places;
    private final int threshold;
    private final Map<Place, List<Place>> alike = new HashMap<>();
    private final Set<Place> hidden = new LinkedHashSet<>();

    private HiddenPlaces(Map<Place, Counted> places, int threshold) {
        this.places = places;
        this.threshold = threshold;
        Set<Place> stratified = new HashSet<>();
        places.keySet().stream()
                .filter(place -> !place.isEverybody())
                .forEach(place -> stratified.add(place.everybody().allArms()));
        for (Place place : places.keySet()) {
            Place whole = place.everybody().allArms();
            if (places.containsKey(whole) && stratified.contains(whole)) {
                alike.computeIfAbsent(place.allArms(), any -> new ArrayList<>()).add(place);
            }
        }
    }

    /** The places to hide. */
    static Set<Place> of(Map<Place, Counted> places, int threshold) {
        HiddenPlaces search = new HiddenPlaces(places, threshold);
        places.forEach((place, counted) -> {
            if (counted.small(threshold)) {
                search.hide(place);
            }
        });
        List<Family> families = search.families();
        int before;
        do {
            before = search.hidden.size();
            families.forEach(search::protect);
        } while (search.hidden.size() > before);
        return search.hidden;
    }

    /** Hides a place, and with it the stratum in all arms where that is hidden or shown in all of them alike. */
    private void hide(Place place) {
        hidden.add(place);
        hidden.addAll(alike.getOrDefault(place.allArms(), List.of()));
    }

    /** A total and what adds up to it: the strata of a column in one arm, or the arms. */
    private record Family(Place total, List<Place> parts) {}

    private List<Family> families() {
        Map<Place, List<Place>> strata = new LinkedHashMap<>();
        Map<Place, List<Place>> arms = new LinkedHashMap<>();
        for (Place place : places.keySet()) {
            if (!place.isEverybody()) {
                Place column = new Place(place.outcome(), place.timepoint(), place.arm(), place.column());
                strata.computeIfAbsent(column, any -> new ArrayList<>()).add(place);
            }
            if (!place.isAllArms() && places.containsKey(place.allArms())) {
                arms.computeIfAbsent(place.allArms(), any -> new ArrayList<>()).add(place);
            }
        }
        List<Family> families = new ArrayList<>();
        strata.values().forEach(parts -> families.add(new Family(parts.get(0).everybody(), parts)));
        arms.forEach((total, parts) -> families.add(new Family(total, parts)));
        return families;
    }

    private void protect(Family family) {
        Place total = family.total();
        while (!hidden.contains(total) && !safe(total, family.parts())) {
            family.parts().stream()
                    .filter(part -> !hidden.contains(part) && places.get(part).rows() > 0)
                    .min(Comparator.comparingLong(
                                    (Place part) -> places.get(part).rows())
                            .thenComparing(Place::stratum)
                            .thenComparing(Place::arm))
                    .ifPresentOrElse(this::hide, () -> hide(total));
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
