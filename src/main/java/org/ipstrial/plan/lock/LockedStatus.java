package org.ipstrial.plan.lock;

import java.util.List;
import java.util.Set;

/**
 * What a locked plan makes of an analysis: {@code planned}, {@code amended} where something that its numbers hang on is
 * other than it was locked, {@code post-hoc} where the locked plan has no such analysis.
 */
public final class LockedStatus {

    /** As it was locked. */
    public static final String PLANNED = "planned";

    /** Changed since it was locked. */
    public static final String AMENDED = "amended";

    /** Not in the locked plan. */
    public static final String POST_HOC = "post-hoc";

    /** Keys of the top that no number hangs on. */
    private static final Set<String> WITHOUT_NUMBERS =
            Set.of("trial", "language", "report", "simulation", "expect", "allow");

    private static final String ANALYSES = "analyses";
    private static final String OUTCOMES = "outcomes";

    private final List<PlanChange> changes;

    /** The status of analyses after some changes. */
    public LockedStatus(List<PlanChange> changes) {
        this.changes = List.copyOf(changes);
    }

    /**
     * The status of an analysis that the plan lists.
     *
     * @param id       its id
     * @param outcomes the names of the outcomes that it is about
     */
    public String ofAnalysis(String id, Set<String> outcomes) {
        if (isNew(ANALYSES, id) || isNew(ANALYSES)) {
            return POST_HOC;
        }
        return changes.stream().anyMatch(change -> change.isAt(ANALYSES, id) || moves(change, outcomes))
                ? AMENDED
                : PLANNED;
    }

    /** The status of what a key of the plan's top asks for, such as {@code baseline}. */
    public String ofKey(String key) {
        if (isNew(key)) {
            return POST_HOC;
        }
        return changes.stream().anyMatch(change -> change.isAt(key) || moves(change, Set.of())) ? AMENDED : PLANNED;
    }

    /** The status of what every plan asks for: where everybody went, of all outcomes. */
    public String ofPlan() {
        return changes.stream().anyMatch(change -> change.isAt(OUTCOMES) || moves(change, Set.of()))
                ? AMENDED
                : PLANNED;
    }

    private boolean isNew(String... place) {
        return changes.stream()
                .anyMatch(change ->
                        change.path().equals(List.of(place)) && change.before().isEmpty());
    }

    /** Whether a change outside the analyses moves the numbers of some outcomes. */
    private static boolean moves(PlanChange change, Set<String> outcomes) {
        String top = change.path().get(0);
        if (top.equals(ANALYSES) || top.equals("baseline") || WITHOUT_NUMBERS.contains(top)) {
            return false;
        }
        boolean ofAnother = top.equals(OUTCOMES)
                && change.path().size() > 1
                && !outcomes.contains(change.path().get(1));
        return !ofAnother;
    }
}
