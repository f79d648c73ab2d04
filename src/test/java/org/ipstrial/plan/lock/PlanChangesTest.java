package org.ipstrial.plan.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanChangesTest {

    private static final String PLAN = """
            trial: A trial
            participants:
              file: people.csv
              arm: {control: SAU}
              columns:
                site: {codes: {N: north, S: south}}
            outcomes:
              worked: {kind: binary}
              hours: {kind: amount}
            analyses:
              - {id: first, compare: worked, level: 0.95}
              - {id: second, compare: hours, where: {site: [north, south]}}
            seed: 7
            """;

    private static List<String> changes(String before, String after) {
        return PlanChanges.between(before, after).stream()
                .map(change -> change.place() + ": " + change.before() + " -> " + change.after())
                .toList();
    }

    private static List<String> changes(String from, String to, boolean changed) {
        String after = PLAN.replace(from, to);
        assertThat(after.equals(PLAN)).isNotEqualTo(changed);
        return changes(PLAN, after);
    }

    /** The status of the first and second analysis, of the baseline table, and of the flow. */
    private static List<String> statuses(String from, String to) {
        String after = PLAN.replace(from, to);
        assertThat(after).isNotEqualTo(PLAN);
        LockedStatus status = new LockedStatus(PlanChanges.between(PLAN, after));
        return List.of(
                status.ofAnalysis("first", Set.of("worked")),
                status.ofAnalysis("second", Set.of("hours")),
                status.ofKey("baseline"),
                status.ofPlan());
    }

    @Test
    void layoutCommentsQuotesAndTheOrderOfTheTopAreNoChange() {
        assertThat(changes("A trial", "'A trial' # the title", true)).isEmpty();
        assertThat(changes("{kind: binary}", "\n    kind: \"binary\"", true)).isEmpty();
        assertThat(changes(PLAN, "\ufeff" + PLAN.replace("\n", "\r\n"))).isEmpty();
        assertThat(changes(PLAN, "seed: 7\n" + PLAN.replace("seed: 7\n", ""))).isEmpty();
    }

    @Test
    void valuesAreToldWhereTheyStand() {
        assertThat(changes("0.95", "0.9", true)).containsExactly("analyses.first.level: 0.95 -> 0.9");
        assertThat(changes(", level: 0.95", "", true)).containsExactly("analyses.first.level: 0.95 -> ");
        assertThat(changes("seed: 7", "seed: 7\nlevel: 0.9", true)).containsExactly("level:  -> 0.9");
        assertThat(changes("[north, south]", "[north]", true))
                .containsExactly("analyses.second.where.site: [north, south] -> [north]");
        assertThat(changes("{N: north, S: south}", "{S: south, N: north}", true))
                .containsExactly("participants.columns.site.codes.(order): N, S -> S, N");
        assertThat(changes("{kind: binary}", "binary", true))
                .containsExactly("outcomes.worked: {kind: binary} -> binary");
    }

    @Test
    void anAnalysisIsToldApartByItsId() {
        String moved = PLAN.replace("  - {id: first, compare: worked, level: 0.95}\n", "")
                .replace("seed", "  - {id: first, compare: worked, level: 0.95}\nseed");

        assertThat(changes(PLAN, moved)).containsExactly("analyses.(order): first, second -> second, first");
        assertThat(changes("id: second", "id: other", true))
                .containsExactly(
                        "analyses.other:  -> {id: other, compare: hours, where: {site: [north, south]}}",
                        "analyses.second: {id: second, compare: hours, where: {site: [north, south]}} -> ");
    }

    @Test
    void anAnalysisIsAmendedByWhatItsNumbersHangOn() {
        assertThat(statuses("0.95", "0.9")).containsExactly("amended", "planned", "planned", "planned");
        assertThat(statuses("{kind: amount}", "{kind: amount, unit: hours}"))
                .containsExactly("planned", "amended", "planned", "amended");
        assertThat(statuses("people.csv", "persons.csv")).containsExactly("amended", "amended", "amended", "amended");
        assertThat(statuses("seed: 7", "seed: 8")).containsExactly("amended", "amended", "amended", "amended");
        assertThat(statuses("A trial", "The trial")).containsOnly("planned");
        assertThat(statuses("seed: 7", "seed: 7\nbaseline: [site]"))
                .containsExactly("planned", "planned", "post-hoc", "planned");
        assertThat(statuses("  hours: {kind: amount}", "  days: {kind: amount}\n  hours: {kind: amount}"))
                .containsExactly("planned", "planned", "planned", "amended");
    }

    @Test
    void whatTheLockedPlanDoesNotListIsPostHoc() {
        LockedStatus none = new LockedStatus(PlanChanges.between(PLAN.replaceAll("(?s)analyses:.*(?=seed)", ""), PLAN));

        assertThat(none.ofAnalysis("first", Set.of("worked"))).isEqualTo("post-hoc");
        assertThat(statuses("id: second", "id: other").get(1)).isEqualTo("amended");
        assertThat(new LockedStatus(PlanChanges.between(PLAN, PLAN.replace("id: second", "id: other")))
                        .ofAnalysis("other", Set.of("hours")))
                .isEqualTo("post-hoc");
    }
}
