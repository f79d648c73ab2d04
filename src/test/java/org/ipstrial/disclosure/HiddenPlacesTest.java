package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which places are hidden, held against every way to share what is not seen, and worked by hand. */
class HiddenPlacesTest {

    private static Place place(String arm, String stratum) {
        return new Place("rates", "employed", "", arm, stratum);
    }

    private static Counted counted(long rows, long events) {
        return new Counted(rows, List.of(0L, events, rows - events), events);
    }

    private static Counted sum(List<Counted> counts) {
        return counted(
                counts.stream().mapToLong(Counted::rows).sum(),
                counts.stream().mapToLong(Counted::positive).sum());
    }

    private static Set<Place> hidden(Map<Place, Counted> places, int threshold) {
        return HiddenPlaces.of(places, threshold, false, Nesting.NONE);
    }

    /** Every number of people and of events in two strata, up to four people, and up to two without a stratum. */
    @Test
    void twoStrataAndThoseWithoutOne() {
        assertThat(compareAll(4, List.of("b", "a"), 2)).isEqualTo(15 * 15 * 6 * 3);
    }

    @Test
    void threeStrata() {
        assertThat(compareAll(3, List.of("c", "a", "b"), 0)).isEqualTo(10 * 10 * 10 * 3);
    }

    private static int compareAll(int most, List<String> names, int without) {
        List<Counted> all = new ArrayList<>();
        for (int rows = 0; rows <= most; rows++) {
            for (int events = 0; events <= rows; events++) {
                all.add(counted(rows, events));
            }
        }
        List<List<Counted>> tables = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i <= names.size(); i++) {
            boolean last = i == names.size();
            List<List<Counted>> longer = new ArrayList<>();
            for (List<Counted> table : tables) {
                for (Counted next : all) {
                    if (!last || next.rows() <= without) {
                        List<Counted> more = new ArrayList<>(table);
                        more.add(next);
                        longer.add(more);
                    }
                }
            }
            tables = longer;
        }
        int compared = 0;
        for (List<Counted> table : tables) {
            for (int threshold = 2; threshold <= 4; threshold++) {
                Map<Place, Counted> places = new LinkedHashMap<>();
                places.put(place("A", ""), sum(table));
                for (int i = 0; i < names.size(); i++) {
                    places.put(place("A", "site=" + names.get(i)), table.get(i));
                }
                assertThat(hidden(places, threshold))
                        .as("%s at %d", table, threshold)
                        .containsExactlyInAnyOrderElementsOf(byTryingAll(places, table.get(names.size()), threshold));
                compared++;
            }
        }
        return compared;
    }

    /** The rule itself: as long as too little is possible, the smallest that is shown goes, and at last the total. */
    private static Set<Place> byTryingAll(Map<Place, Counted> places, Counted without, int threshold) {
        Place total = place("A", "");
        Set<Place> hidden = new LinkedHashSet<>();
        places.forEach((place, counted) -> {
            if (counted.small(threshold)) {
                hidden.add(place);
            }
        });
        while (!hidden.contains(total)) {
            List<Counted> unseen = new ArrayList<>();
            places.forEach((place, counted) -> {
                if (!place.equals(total) && hidden.contains(place)) {
                    unseen.add(counted);
                }
            });
            boolean nothingToTell = unseen.isEmpty() && !without.small(threshold);
            unseen.add(without);
            if (nothingToTell || sum(unseen).rows() >= threshold && enoughIsPossible(unseen, threshold)) {
                return hidden;
            }
            Optional<Place> next = places.keySet().stream()
                    .filter(place -> !place.equals(total)
                            && !hidden.contains(place)
                            && places.get(place).rows() > 0)
                    .min(Comparator.comparingLong(
                                    (Place place) -> places.get(place).rows())
                            .thenComparing(Place::stratum));
            hidden.add(next.orElse(total));
        }
        return hidden;
    }

    /** Tries every way to share events, and those without, among strata of known size. */
    private static boolean enoughIsPossible(List<Counted> unseen, int threshold) {
        for (int part = 1; part <= 2; part++) {
            int which = part;
            List<TreeSet<Long>> possible = new ArrayList<>();
            unseen.forEach(any -> possible.add(new TreeSet<>()));
            share(
                    unseen,
                    unseen.stream()
                            .mapToLong(counted -> counted.parts().get(which))
                            .sum(),
                    new ArrayList<>(),
                    possible);
            for (int i = 0; i < unseen.size(); i++) {
                long own = unseen.get(i).rows();
                if (unseen.get(i).parts().get(part) > 0 && possible.get(i).size() < Math.min(threshold, own + 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void share(List<Counted> unseen, long left, List<Long> so, List<TreeSet<Long>> possible) {
        if (so.size() == unseen.size()) {
            if (left == 0) {
                for (int i = 0; i < so.size(); i++) {
                    possible.get(i).add(so.get(i));
                }
            }
            return;
        }
        for (long own = 0; own <= Math.min(left, unseen.get(so.size()).rows()); own++) {
            List<Long> more = new ArrayList<>(so);
            more.add(own);
            share(unseen, left - own, more, possible);
        }
    }

    private static Map<Place, Counted> arms(boolean all, String stratum, Counted... arms) {
        Map<Place, Counted> places = new LinkedHashMap<>();
        if (all) {
            places.put(place("", stratum), sum(List.of(arms)));
        }
        for (int i = 0; i < arms.length; i++) {
            places.put(place(List.of("A", "B", "C").get(i), stratum), arms[i]);
        }
        return places;
    }

    /** Two of A's ten had work. Where all arms together are printed, B with its twelve goes too; else it need not. */
    @Test
    void armsAddUpToAllOfThem() {
        Counted[] counts = {counted(10, 2), counted(12, 6), counted(20, 10)};

        assertThat(hidden(arms(true, "", counts), 5)).containsExactly(place("A", ""), place("B", ""));
        assertThat(hidden(arms(false, "", counts), 5)).containsExactly(place("A", ""));
    }

    @Test
    void ofTwoArmsOfOneSizeTheFirstByNameGoes() {
        Counted[] counts = {counted(12, 6), counted(12, 6), counted(10, 2)};

        assertThat(hidden(arms(true, "", counts), 5)).containsExactlyInAnyOrder(place("C", ""), place("A", ""));
    }

    /** With strata beside all arms a stratum is hidden in every arm, and in all of them together. */
    @Test
    void aStratumBesideAllArmsIsHiddenInEveryArm() {
        Map<Place, Counted> places = new LinkedHashMap<>();
        places.putAll(arms(true, "", counted(60, 22), counted(60, 30)));
        places.putAll(arms(true, "site=n", counted(20, 2), counted(20, 10)));
        places.putAll(arms(true, "site=o", counted(10, 5), counted(10, 5)));
        places.putAll(arms(true, "site=s", counted(30, 15), counted(30, 15)));

        assertThat(hidden(places, 5))
                .containsExactlyInAnyOrder(
                        place("", "site=n"),
                        place("A", "site=n"),
                        place("B", "site=n"),
                        place("", "site=o"),
                        place("A", "site=o"),
                        place("B", "site=o"));
    }

    /** Without results about all arms each arm is a table of its own. */
    @Test
    void aStratumOfOneArmSaysNothingOfAnother() {
        Map<Place, Counted> places = new LinkedHashMap<>();
        places.putAll(arms(false, "", counted(60, 22), counted(60, 30)));
        places.putAll(arms(false, "site=n", counted(20, 2), counted(20, 10)));
        places.putAll(arms(false, "site=s", counted(40, 20), counted(40, 20)));

        assertThat(hidden(places, 5)).containsExactlyInAnyOrder(place("A", "site=n"), place("A", "site=s"));
    }

    /** Whoever left, and why, is one thing: a flow hides an arm in all its places. */
    @Test
    void whereAnArmIsWholeAllItsPlacesGo() {
        Map<Place, Counted> places = new LinkedHashMap<>();
        for (String outcome : List.of("", "employed")) {
            for (String arm : List.of("A", "B")) {
                boolean small = arm.equals("A") && outcome.isEmpty();
                places.put(new Place("flow", outcome, "", arm, ""), counted(40, small ? 2 : 20));
            }
        }
        assertThat(HiddenPlaces.of(places, 5, true, Nesting.NONE))
                .containsExactlyInAnyOrder(
                        new Place("flow", "", "", "A", ""), new Place("flow", "employed", "", "A", ""));
        assertThat(hidden(places, 5)).containsExactly(new Place("flow", "", "", "A", ""));
    }

    /** Strata of one column say nothing of those of another. */
    @Test
    void columnsAreFamiliesOfTheirOwn() {
        Map<Place, Counted> places = new LinkedHashMap<>();
        places.put(place("A", ""), counted(60, 30));
        places.put(place("A", "site=n"), counted(20, 2));
        places.put(place("A", "site=s"), counted(40, 28));
        places.put(place("A", "sex=f"), counted(30, 15));
        places.put(place("A", "sex=m"), counted(30, 15));

        assertThat(hidden(places, 5)).containsExactlyInAnyOrder(place("A", "site=n"), place("A", "site=s"));
    }
}
