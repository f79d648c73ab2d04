package org.ipstrial.dataset.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.ipstrial.outcome.Overlap;

/**
 * Spells as stretches in which nothing changes, with what a day of each is worth under a rule for overlaps. Spells of
 * different activities stand side by side: their hours add up whatever the rule.
 */
final class Stretches {

    private Stretches() {}

    /**
     * Some days alike.
     *
     * @param days     how many
     * @param hours    hours a week; NaN where not known
     * @param earnings hours a week times the wage; NaN where not known
     */
    record Stretch(long days, double hours, double earnings) {}

    /** The stretches of spells that are in order and all end. */
    static List<Stretch> of(List<Spell> spells, Overlap overlap) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        while (from < spells.size()) {
            int to = from;
            while (to < spells.size()
                    && spells.get(to).activity().equals(spells.get(from).activity())) {
                to++;
            }
            ofOneActivity(spells.subList(from, to), overlap, stretches);
            from = to;
        }
        return stretches;
    }

    private static void ofOneActivity(List<Spell> spells, Overlap overlap, List<Stretch> stretches) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Spell spell : spells) {
            cuts.add(spell.first());
            cuts.add(spell.last() + 1);
        }
        for (Long cut : cuts) {
            Long next = cuts.higher(cut);
            List<Spell> running = spells.stream()
                    .filter(spell -> spell.first() <= cut && spell.last() >= cut)
                    .toList();
            if (next != null && !running.isEmpty()) {
                stretches.add(overlap == Overlap.SUM ? sum(next - cut, running) : most(next - cut, running));
            }
        }
    }

    private static Stretch sum(long days, List<Spell> running) {
        double hours = 0;
        double earnings = 0;
        for (Spell spell : running) {
            hours += hours(spell);
            earnings += earnings(spell);
        }
        return new Stretch(days, hours, earnings);
    }

    private static Stretch most(long days, List<Spell> running) {
        boolean unknown =
                running.stream().anyMatch(spell -> spell.hoursPerWeek().isEmpty());
        Spell most = running.stream()
                .max(Comparator.comparingDouble(
                                (Spell spell) -> spell.hoursPerWeek().orElse(0))
                        .thenComparingDouble(spell -> spell.hourlyWage().orElse(0)))
                .orElseThrow();
        return unknown ? new Stretch(days, Double.NaN, Double.NaN) : new Stretch(days, hours(most), earnings(most));
    }

    private static double hours(Spell spell) {
        return spell.hoursPerWeek().orElse(Double.NaN);
    }

    private static double earnings(Spell spell) {
        return hours(spell) * spell.hourlyWage().orElse(Double.NaN);
    }
}
