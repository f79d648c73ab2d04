package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.junit.jupiter.api.Test;

/** What is over strata is hidden with an arm of which something is small in one, or can be worked out to be. */
class SmallStrataTest {

    private static final ResultKey A = Rows.key("first", "work", "A");
    private static final Place WHOLE = Place.ofGroup(A);
    private static final Place OTHER = new Place("second", "work", "", "A", "");

    private static Result stratum(ResultKey arm, String site, int people, int events) {
        return Rows.counts(arm.withTerm(Names.pair("site", site)).of(Measure.STRATUM_COUNT, ""), people, 0, events);
    }

    private static Counted counted(int people, int events) {
        return Counted.ofStratum(Rows.counts(A, people, 0, events));
    }

    private static SmallStrata of(List<Result> results, Map<Place, Counted> places, Set<Place> hidden) {
        return new SmallStrata(Rows.table("compare", results, List.of()), 5, Nesting.NONE, places, hidden);
    }

    private static boolean hides(SmallStrata strata, String group, String reference) {
        return strata.hides(Rows.number(Rows.key("first", "work", "")
                .ofContrast(group, reference)
                .withTerm(Names.strata(List.of("site")))
                .of(Measure.RISK_DIFFERENCE, "mantel-haenszel-sato")));
    }

    private static List<Result> twoSites(int people, int events) {
        return List.of(stratum(A, "n", 20, 10), stratum(A, "s", people, events));
    }

    /** 20 and 17 of 40: of three the site is not known. */
    @Test
    void whoseStratumIsNotKnownAreLookedAtLikeOne() {
        Map<Place, Counted> places = Map.of(WHOLE, counted(40, 20));

        assertThat(hides(of(twoSites(20, 10), places, Set.of()), "A", "B")).isFalse();
        SmallStrata three = of(twoSites(17, 8), places, Set.of());
        assertThat(hides(three, "A", "B")).isTrue();
        assertThat(hides(three, "B", "A")).isTrue();
        assertThat(hides(three, "B", "C")).isFalse();
    }

    @Test
    void onlyWhatIsOverStrataIsHidden() {
        SmallStrata small = of(twoSites(4, 2), Map.of(WHOLE, counted(24, 12)), Set.of());

        assertThat(hides(small, "A", "B")).isTrue();
        assertThat(small.hides(Rows.number(A))).isFalse();
        assertThat(small.hides(stratum(A, "n", 20, 10))).isTrue();
        assertThat(small.hides(Rows.number(A.of(Measure.INTERACTION_TEST, "wald"))))
                .isTrue();
    }

    /** Of the other arms the counts may be shown, and with them the small arm's could be worked out. */
    @Test
    void aTestOfAllArmsWithinStrataGoesWithAnyArmOfItsOwn() {
        SmallStrata small = of(twoSites(4, 2), Map.of(WHOLE, counted(24, 12)), Set.of());
        ResultKey all = A.ofArm("").withTerm(Names.strata(List.of("site"))).of(Measure.TEST, "general-association");

        assertThat(small.hides(Rows.number(all))).isTrue();
        assertThat(small.hides(Rows.number(Rows.within("first", "work", "", "sex=male")
                        .withTerm(Names.strata(List.of("site")))
                        .of(Measure.TEST, "general-association"))))
                .isTrue();
        for (ResultKey other :
                List.of(all.ofAnalysis("second"), all.of("wage"), all.withTimepoint("12 months"), all.withTerm(""))) {
            assertThat(small.hides(Rows.number(other))).as(other.toString()).isFalse();
        }
        SmallStrata large = of(twoSites(20, 10), Map.of(WHOLE, counted(40, 20)), Set.of());
        assertThat(large.hides(Rows.number(all))).isFalse();
    }

    /** The other analysis is of 18 people, who may be those of a site of 20 but for two. */
    @Test
    void placesThatAreShownAreHeldAgainstStrata() {
        Map<Place, Counted> places = new LinkedHashMap<>();
        places.put(WHOLE, counted(40, 20));
        places.put(OTHER, counted(18, 9));

        assertThat(hides(of(twoSites(20, 10), places, Set.of()), "A", "B")).isTrue();
        assertThat(hides(of(twoSites(20, 10), places, Set.of(OTHER)), "A", "B"))
                .as("where the other is hidden it tells nothing")
                .isFalse();
        places.put(OTHER, counted(12, 5));
        assertThat(hides(of(twoSites(20, 10), places, Set.of()), "A", "B"))
                .as("eight between them, five with the event and three without")
                .isTrue();
        places.put(OTHER, counted(10, 5));
        assertThat(hides(of(twoSites(20, 10), places, Set.of()), "A", "B")).isFalse();
    }

    /** What is hidden of one analysis takes those who are all but the same in another with it. */
    @Test
    void anArmHiddenInOneAnalysisIsHiddenInTheOther() {
        ResultKey second = A.ofAnalysis("second");
        List<Result> results = new ArrayList<>(twoSites(20, 10));
        results.addAll(List.of(stratum(second, "n", 20, 10), stratum(second, "s", 4, 2)));
        Map<Place, Counted> places = new LinkedHashMap<>();
        places.put(WHOLE, counted(40, 20));
        places.put(OTHER, counted(24, 12));

        // The sites of the first are fine; that of the second's n is hidden for its s, and is the same twenty.
        assertThat(hides(of(results, places, Set.of()), "A", "B")).isTrue();
    }
}
