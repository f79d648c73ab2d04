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
 * People without a level are a stratum that is never printed and always known by subtraction.
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

    private HiddenPlaces(Map<Place, Counted> places, int threshold, boolean armsWhole) {
        this.places = places;
        this.threshold = threshold;
        if (armsWhole) {
            Map<String, List<Place>> arms = new HashMap<>();
            places.keySet().forEach(place -> arms.computeIfAbsent(place.arm(), any -> new ArrayList<>())
                    .add(place));
            places.keySet().forEach(place -> alike.put(place, arms.get(place.arm())));
            return;
        }
        Map<Place, List<Place>> together = new HashMap<>();
        Set<Place> stratified = new HashSet<>();
        places.keySet().stream()
                .filter(place -> !place.isEverybody())
                .forEach(place -> stratified.add(place.everybody().allArms()));
        for (Place place : places.keySet()) {
            Place whole = place.everybody().allArms();
            if (places.containsKey(whole) && stratified.contains(whole)) {
                together.computeIfAbsent(place.allArms(), any -> new ArrayList<>())
                        .add(place);
            }
        }
        together.values().forEach(group -> group.forEach(place -> alike.put(place, group)));
    }

    /**
     * The places to hide.
     *
     * @param armsWhole whether an arm is hidden or shown in all its places alike
     * @param nesting   which outcomes contain which
     */
    static Set<Place> of(Map<Place, Counted> places, int threshold, boolean armsWhole, Nesting nesting) {
        HiddenPlaces search = new HiddenPlaces(places, threshold, armsWhole);
        places.forEach((place, counted) -> {
            if (counted.small(threshold)) {
                search.hide(place);
            }
        });
        List<Family> families = search.families();
        Differences differences = new Differences(places, threshold, nesting);
        int before;
        do {
            before = search.hidden.size();
            families.forEach(search::protect);
            differences.protect(search.hidden);
        } while (search.hidden.size() > before);
        return search.hidden;
    }

    /** Hides a place, and with it the stratum in all arms where that is hidden or shown in all of them alike. */
    private void hide(Place place) {
        hidden.add(place);
        hidden.addAll(alike.getOrDefault(place, List.of()));
    }

    /** A total and what adds up to it: the strata of a column in one arm, or the arms. */
    private record Family(Place total, List<Place> parts) {}

    private List<Family> families() {
        Map<Place, List<Place>> strata = new LinkedHashMap<>();
        Map<Place, List<Place>> arms = new LinkedHashMap<>();
        for (Place place : places.keySet()) {
            if (!place.isEverybody()) {
                Place column =
                        new Place(place.analysis(), place.outcome(), place.timepoint(), place.arm(), place.column());
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
        List<Counted> shown = new ArrayList<>();
        List<Counted> unseen = new ArrayList<>();
        strata.forEach(stratum -> (hidden.contains(stratum) ? unseen : shown).add(places.get(stratum)));
        Counted left = places.get(total).minus(shown);
        Counted rest = left.minus(unseen);
        if (unseen.isEmpty() && !rest.small(threshold)) {
            return true;
        }
        if (rest.rows() > 0) {
            // People without a level are in no stratum: nothing is printed of them, and all can be worked out.
            unseen.add(rest);
        }
        if (left.rows() < threshold) {
            return false;
        }
        for (int part = 0; part < left.parts().size(); part++) {
            if (!safe(left, unseen, part)) {
                return false;
            }
        }
        return true;
    }

    private boolean safe(Counted left, List<Counted> unseen, int part) {
        long rest = left.parts().get(part);
        for (Counted stratum : unseen) {
            long own = stratum.rows();
            long least = Math.max(0, rest - (left.rows() - own));
            long most = Math.min(own, rest);
            boolean small = stratum.parts().get(part) > 0 && most - least + 1 < Math.min(threshold, own + 1);
            if (small && own > 0) {
                return false;
            }
        }
        return true;
    }
}
