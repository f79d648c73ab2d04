package org.ipstrial.analysis.programme;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataset.programme.Screenings;

/**
 * Who may take part: mild to moderate by either questionnaire, within some ages, in neither work nor education. Who is
 * severe by either is referred on, whatever else holds.
 *
 * @param people whether ages and occupations are known and looked at
 * @param minAge the youngest
 * @param maxAge the oldest
 */
public record EligibilityRule(boolean people, int minAge, int maxAge) {

    private static final Set<Severity> WANTED = EnumSet.of(Severity.MILD, Severity.MODERATE);

    /** Refuses ages of which none is left. */
    public EligibilityRule {
        if (minAge > maxAge) {
            throw new IllegalArgumentException("minAge must not be above maxAge (" + maxAge + "), got " + minAge);
        }
    }

    /** What the rule says of somebody, in the order in which it looks. */
    public enum Verdict {
        /** Severe by a questionnaire: to be referred on. */
        REFER_ON("refer-on"),
        /** Neither mild nor moderate by any. */
        BELOW("below"),
        /** Too young or too old. */
        OUTSIDE_AGE("outside-age"),
        /** In work or education. */
        OCCUPIED("in-work-or-education"),
        /** May take part. */
        ELIGIBLE("eligible");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /** The name that results use. */
        public String id() {
            return id;
        }
    }

    /**
     * The verdict; nothing where what is missing decides it.
     *
     * @param scales for each questionnaire that is used the severities that are possible
     */
    Optional<Verdict> of(Collection<Set<Severity>> scales, Screenings.Person person) {
        if (scales.stream().anyMatch(EnumSet.of(Severity.SEVERE)::equals)) {
            return Optional.of(Verdict.REFER_ON);
        }
        if (scales.stream().anyMatch(possible -> possible.contains(Severity.SEVERE))) {
            return Optional.empty();
        }
        if (scales.stream().allMatch(EnumSet.of(Severity.NONE)::equals)) {
            return Optional.of(Verdict.BELOW);
        }
        if (scales.stream().noneMatch(WANTED::containsAll)) {
            return Optional.empty();
        }
        return people ? byPerson(person) : Optional.of(Verdict.ELIGIBLE);
    }

    private Optional<Verdict> byPerson(Screenings.Person person) {
        if (person.age().isEmpty()) {
            return Optional.empty();
        }
        if (person.age().get() < minAge || person.age().get() > maxAge) {
            return Optional.of(Verdict.OUTSIDE_AGE);
        }
        return person.occupied().map(occupied -> occupied ? Verdict.OCCUPIED : Verdict.ELIGIBLE);
    }
}
