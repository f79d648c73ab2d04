package org.ipstrial.dataset.programme;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ipstrial.dataset.CodePointOrder;

/** The latest screening of each person by each questionnaire, and what else is known of the people. */
public final class Screenings {

    /**
     * What decides who may take part, besides the scores.
     *
     * @param age      in whole years, if it is known
     * @param occupied whether they are in work or education, if it is known
     */
    public record Person(Optional<Integer> age, Optional<Boolean> occupied) {}

    private final Map<String, Map<ScreeningScale, Screening>> latest = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Map<ScreeningScale, Long> repeated = new TreeMap<>();
    private final Map<String, Person> people;
    private final List<ScreeningScale> scales;

    /**
     * The latest of some screenings.
     *
     * @param all    no two of one person, questionnaire and day
     * @param people by pseudonym
     */
    public Screenings(List<Screening> all, Map<String, Person> people) {
        this.people = Map.copyOf(people);
        Set<ScreeningScale> used = EnumSet.noneOf(ScreeningScale.class);
        all.forEach(screening -> used.add(screening.scale()));
        this.scales = List.copyOf(used);
        all.stream().sorted(Comparator.comparing(Screening::date)).forEach(screening -> {
            Screening before = latest.computeIfAbsent(screening.id(), any -> new LinkedHashMap<>())
                    .put(screening.scale(), screening);
            if (before != null) {
                repeated.merge(screening.scale(), 1L, Long::sum);
            }
        });
    }

    /** The pseudonyms, in code-point order. */
    public List<String> ids() {
        return List.copyOf(latest.keySet());
    }

    /** The questionnaires that were used. */
    public List<ScreeningScale> scales() {
        return scales;
    }

    /** The latest screening of a person by a questionnaire, if there is one. */
    public Optional<Screening> of(String id, ScreeningScale scale) {
        return Optional.ofNullable(latest.get(id).get(scale));
    }

    /** What else is known of a person. */
    public Person person(String id) {
        return people.getOrDefault(id, new Person(Optional.empty(), Optional.empty()));
    }

    /** How many earlier screenings by a questionnaire are passed over. */
    public long passedOver(ScreeningScale scale) {
        return repeated.getOrDefault(scale, 0L);
    }
}
