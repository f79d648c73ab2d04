package org.ipstrial.dataset.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipstrial.dataset.CodePointOrder;

/** Who has whom and when, or how many people each has; consultants in code-point order. Nothing here tells an id. */
public final class Caseloads {

    /**
     * One person with one consultant, from a day to a day, both included.
     *
     * @param person     the person's pseudonym, which nothing prints
     * @param consultant who has the person
     * @param first      the first day, counted from 1970-01-01
     * @param last       the last day
     */
    public record Assignment(String person, String consultant, long first, long last) {
        /** Without the id, which must stand nowhere. */
        @Override
        public String toString() {
            return "assignment to " + consultant;
        }
    }

    /**
     * First and last days of spells.
     *
     * @param first the first day of each
     * @param last  the last day of each, itself included
     */
    public record Spells(long[] first, long[] last) {

        private static Spells of(List<long[]> spells) {
            return new Spells(
                    spells.stream().mapToLong(spell -> spell[0]).toArray(),
                    spells.stream().mapToLong(spell -> spell[1]).toArray());
        }
    }

    private final Map<String, CaseloadRole> roles;
    private final List<Assignment> assignments;
    private final Map<String, List<Assignment>> byConsultant = new HashMap<>();
    private final Map<String, Map<Long, Long>> counts;

    private Caseloads(
            Map<String, CaseloadRole> roles, List<Assignment> assignments, Map<String, Map<Long, Long>> counts) {
        this.roles = new TreeMap<>(CodePointOrder.INSTANCE);
        this.roles.putAll(roles);
        this.assignments = assignments;
        assignments.forEach(one -> byConsultant
                .computeIfAbsent(one.consultant(), any -> new ArrayList<>())
                .add(one));
        this.counts = counts;
    }

    /** Those of single people, no two of one person and consultant on one day. */
    public static Caseloads ofAssignments(Map<String, CaseloadRole> roles, List<Assignment> assignments) {
        return new Caseloads(roles, List.copyOf(assignments), Map.of());
    }

    /** Those of which only how many people each had on some days is known. */
    public static Caseloads ofCounts(Map<String, CaseloadRole> roles, Map<String, Map<Long, Long>> counts) {
        return new Caseloads(roles, List.of(), Map.copyOf(counts));
    }

    /** Whether single people are known. */
    public boolean ofPeople() {
        return !assignments.isEmpty();
    }

    /** The consultants and leaders. */
    public List<String> consultants() {
        return List.copyOf(roles.keySet());
    }

    /** What somebody is. */
    public CaseloadRole role(String consultant) {
        return roles.get(consultant);
    }

    /** The spells of the people whom somebody had. */
    public Spells spells(String consultant) {
        return Spells.of(byConsultant.get(consultant).stream()
                .map(one -> new long[] {one.first(), one.last()})
                .toList());
    }

    /** How many different people somebody had. */
    public long people(String consultant) {
        return byConsultant.get(consultant).stream()
                .map(Assignment::person)
                .distinct()
                .count();
    }

    /** The days on which somebody's people were counted. */
    public Map<Long, Long> counted(String consultant) {
        return counts.get(consultant);
    }

    /** The people of all, each counted once where several have them. */
    public Spells everybody() {
        Map<String, List<long[]>> spells = new TreeMap<>();
        assignments.forEach(one -> spells.computeIfAbsent(one.person(), any -> new ArrayList<>())
                .add(new long[] {one.first(), one.last()}));
        List<long[]> joined = new ArrayList<>();
        spells.values().forEach(own -> {
            own.sort((a, b) -> Long.compare(a[0], b[0]));
            long[] open = own.get(0);
            for (long[] next : own) {
                if (next[0] <= open[1] + 1) {
                    open[1] = Math.max(open[1], next[1]);
                } else {
                    joined.add(open);
                    open = next;
                }
            }
            joined.add(open);
        });
        return Spells.of(joined);
    }

    /** Everybody's first and last day with anybody. */
    public Map<String, long[]> stays() {
        Map<String, long[]> stays = new HashMap<>();
        for (Assignment one : assignments) {
            stays.merge(one.person(), new long[] {one.first(), one.last()}, (a, b) ->
                    new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
        }
        return stays;
    }

    /** The pseudonyms. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>(CodePointOrder.INSTANCE);
        assignments.forEach(one -> ids.add(one.person()));
        return ids;
    }
}
