package org.ipstrial.analysis.programme;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataset.programme.Screenings;

/**
 * Who may take part: mild to moderate by either questionnaire, within some ages, in neither work nor education. Who is
 * severe by either is referred on, whatever else holds. Another rule may have other bands.
 *
 * @param people   whether ages and occupations are known and looked at
 * @param minAge   the youngest
 * @param maxAge   the oldest
 * @param wanted   the bands that may take part, at least one, without a gap
 * @param referred the bands that are referred on: all above those, or none where those go up to the highest
 * @param occupied whether people in work or education may take part too
 */
public record EligibilityRule(
        boolean people, int minAge, int maxAge, Set<Severity> wanted, Set<Severity> referred, boolean occupied) {

    /** The bands that may take part where nobody says otherwise. */
    public static final Set<Severity> WANTED = EnumSet.of(Severity.MILD, Severity.MODERATE);

    /** The bands that are referred on where nobody says otherwise. */
    public static final Set<Severity> REFERRED = EnumSet.of(Severity.SEVERE);

    /** The rule with the usual bands. */
    public EligibilityRule(boolean people, int minAge, int maxAge) {
        this(people, minAge, maxAge, WANTED, REFERRED, false);
    }

    /** Refuses ages of which none is left, and bands of which one has no answer. */
    public EligibilityRule {
        wanted = EnumSet.copyOf(wanted);
        referred = referred.isEmpty() ? EnumSet.noneOf(Severity.class) : EnumSet.copyOf(referred);
        Severity least = wanted.iterator().next();
        EnumSet<Severity> answered = EnumSet.copyOf(wanted);
        answered.addAll(referred);
        boolean whole = answered.equals(EnumSet.range(least, Severity.SEVERE));
        boolean apart = referred.stream()
                .allMatch(EnumSet.complementOf(EnumSet.range(Severity.NONE, highest(wanted)))::contains);
        if (least == Severity.NONE || !whole || !apart) {
            throw new IllegalArgumentException("every band from the lowest wanted up must be wanted, or above them be"
                    + " referred on, got " + wanted + " and " + referred);
        }
        if (minAge > maxAge) {
            throw new IllegalArgumentException("minAge must not be above maxAge (" + maxAge + "), got " + minAge);
        }
    }

    /** What the rule says of somebody, in the order in which it looks. */
    public enum Verdict {
        /** Severe by a questionnaire, or whatever band the rule says: to be referred on. */
        REFER_ON("refer-on"),
        /** Below the bands of the rule by all. */
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
        if (scales.stream().anyMatch(referred::containsAll)) {
            return Optional.of(Verdict.REFER_ON);
        }
        if (scales.stream().flatMap(Set::stream).anyMatch(referred::contains)) {
            return Optional.empty();
        }
        if (scales.stream().flatMap(Set::stream).noneMatch(wanted::contains)) {
            return Optional.of(Verdict.BELOW);
        }
        if (scales.stream().noneMatch(wanted::containsAll)) {
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
        return occupied
                ? Optional.of(Verdict.ELIGIBLE)
                : person.occupied().map(busy -> busy ? Verdict.OCCUPIED : Verdict.ELIGIBLE);
    }

    /** Whether the bands are the usual ones, and who is in work or education may not take part. */
    public boolean isUsual() {
        return wanted.equals(WANTED) && referred.equals(REFERRED) && !occupied;
    }

    private static Severity highest(Set<Severity> bands) {
        return bands.stream().max(Severity::compareTo).orElseThrow();
    }
}
