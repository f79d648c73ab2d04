package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lies between two places of which the people of the one may be among those of the other; five are not few. */
class DifferencesTest {

    private static final int THRESHOLD = 5;
    private static final Place ALL = new Place("all", "work", "", "A", "");
    private static final Place SOME = new Place("some", "work", "", "A", "");
    private static final Nesting WORK = new Nesting(Set.of(new Nesting.Pair("work or study", "work")));
    private static final Place WIDE = new Place("all", "work or study", "", "A", "");

    private static Counted counted(long rows, long events) {
        return new Counted(rows, List.of(0L, events, rows - events), events);
    }

    private static Map<Place, Counted> places(Place one, Counted more, Place other, Counted less) {
        Map<Place, Counted> places = new LinkedHashMap<>();
        places.put(one, more);
        places.put(other, less);
        return places;
    }

    private static Set<Place> protect(Map<Place, Counted> places, Nesting nesting, Place... hidden) {
        Set<Place> all = new LinkedHashSet<>(List.of(hidden));
        new Differences(places, THRESHOLD, nesting).protect(all);
        return all;
    }

    private static Set<Place> among(Map<Place, Counted> places, Set<Place> hidden, Set<Place> movable) {
        return new Differences(places, THRESHOLD, WORK).among(hidden, movable);
    }

    @Test
    void whatIsLeftOfOneAnalysisByAnotherMustNotBeSmall() {
        assertThat(protect(places(ALL, counted(40, 20), SOME, counted(30, 15)), Nesting.NONE))
                .isEmpty();
        assertThat(protect(places(ALL, counted(40, 20), SOME, counted(36, 20)), Nesting.NONE))
                .as("four people")
                .containsExactly(SOME);
        assertThat(protect(places(ALL, counted(40, 20), SOME, counted(30, 16)), Nesting.NONE))
                .as("four with the event among ten")
                .containsExactly(SOME);
        assertThat(protect(places(ALL, counted(40, 20), SOME, counted(40, 20)), Nesting.NONE))
                .as("nobody")
                .isEmpty();
    }

    @Test
    void whoAreAllButTheSameAreHiddenAlike() {
        Map<Place, Counted> four = places(ALL, counted(40, 20), SOME, counted(36, 20));
        Map<Place, Counted> five = places(ALL, counted(40, 20), SOME, counted(35, 20));
        Map<Place, Counted> none = places(ALL, counted(40, 20), SOME, counted(40, 20));

        assertThat(protect(four, Nesting.NONE, ALL)).containsExactlyInAnyOrder(ALL, SOME);
        assertThat(protect(five, Nesting.NONE, ALL)).containsExactly(ALL);
        assertThat(protect(four, Nesting.NONE, SOME)).containsExactly(SOME);
        assertThat(protect(none, Nesting.NONE, ALL)).containsExactlyInAnyOrder(ALL, SOME);
        assertThat(protect(none, Nesting.NONE, SOME)).containsExactlyInAnyOrder(ALL, SOME);
    }

    @Test
    void whereOneIsHiddenTheDifferenceTellsNothing() {
        Map<Place, Counted> tells = places(ALL, counted(40, 20), SOME, counted(30, 16));

        assertThat(protect(tells, Nesting.NONE, ALL)).containsExactly(ALL);
    }

    @Test
    void onlyWhoMayBeAmongTheOthersAreLookedAt() {
        Counted more = counted(40, 20);
        Counted less = counted(36, 20);
        for (Place other : List.of(
                new Place("some", "work", "12 months", "A", ""),
                new Place("some", "study", "", "A", ""),
                new Place("some", "work", "", "B", ""),
                new Place("all", "work", "", "A", "sex=male"))) {
            assertThat(protect(places(ALL, more, other, less), Nesting.NONE))
                    .as(other.toString())
                    .isEmpty();
        }
        // More without the event than in all of the others.
        assertThat(protect(places(ALL, more, SOME, counted(36, 12)), Nesting.NONE))
                .isEmpty();
        // Two levels of one column share nobody; levels of two columns may.
        Place men = new Place("all", "work", "", "A", "sex=male");
        assertThat(protect(places(men, more, new Place("some", "work", "", "A", "sex=female"), less), Nesting.NONE))
                .isEmpty();
        Place north = new Place("some", "work", "", "A", "site=north");
        assertThat(protect(places(men, more, north, less), Nesting.NONE)).containsExactly(north);
    }

    /** 20 did work or study, 17 work: three studied alone. */
    @Test
    void fewBetweenAnOutcomeAndOneThatContainsIt() {
        assertThat(protect(places(WIDE, counted(40, 20), ALL, counted(40, 17)), WORK))
                .containsExactly(ALL);
        assertThat(protect(places(WIDE, counted(40, 20), ALL, counted(40, 15)), WORK))
                .isEmpty();
        assertThat(protect(places(WIDE, counted(40, 20), ALL, counted(40, 20)), WORK))
                .isEmpty();
        assertThat(protect(places(WIDE, counted(40, 20), ALL, counted(39, 17)), WORK))
                .as("of others")
                .isEmpty();
        assertThat(protect(places(WIDE, counted(40, 20), ALL, counted(40, 17)), Nesting.NONE))
                .isEmpty();
        Place men = new Place("all", "work", "", "A", "sex=male");
        assertThat(protect(places(WIDE, counted(40, 20), men, counted(40, 17)), WORK))
                .isEmpty();
    }

    @Test
    void outcomesThatContainEachOtherAreHiddenAlike() {
        Nesting both = new Nesting(
                Set.of(new Nesting.Pair("work or study", "work"), new Nesting.Pair("work", "work or study")));
        Map<Place, Counted> places = places(WIDE, counted(40, 20), ALL, counted(40, 10));

        assertThat(protect(places, both, WIDE)).containsExactlyInAnyOrder(WIDE, ALL);
        assertThat(protect(places, WORK, WIDE)).containsExactly(WIDE);
    }

    /** What cannot be moved is shown whatever it tells, so that the other must go. */
    @Test
    void whatCanBeMovedGivesWay() {
        Map<Place, Counted> tells = places(ALL, counted(40, 20), SOME, counted(30, 16));
        assertThat(among(tells, Set.of(), Set.of(ALL))).containsExactly(ALL);
        assertThat(among(tells, Set.of(), Set.of(SOME))).containsExactly(SOME);
        assertThat(among(tells, Set.of(), Set.of())).isEmpty();
        assertThat(among(tells, Set.of(SOME), Set.of(ALL))).isEmpty();

        Map<Place, Counted> close = places(ALL, counted(40, 20), SOME, counted(36, 20));
        assertThat(among(close, Set.of(ALL), Set.of(SOME))).containsExactly(SOME);
        Map<Place, Counted> same = places(ALL, counted(40, 20), SOME, counted(40, 20));
        assertThat(among(same, Set.of(), Set.of(ALL, SOME))).isEmpty();
        assertThat(among(same, Set.of(SOME), Set.of(ALL))).containsExactly(ALL);
    }
}
