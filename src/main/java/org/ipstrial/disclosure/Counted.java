package org.ipstrial.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/**
 * What is counted in a place. Each number splits the people in two, and both parts may be small.
 *
 * @param rows  everybody in the place
 * @param parts how many of them are of each kind: missing, with the event, without it, with nothing, with something,
 *     at each level of a category
 * @param positive how many of them have the event, or something of an amount
 */
record Counted(long rows, List<Long> parts, long positive) {

    /** Reads the results of one place about everybody in it. */
    static Counted of(List<Result> results) {
        long assessed = 0;
        long rows = 0;
        long positive = 0;
        List<Long> parts = new ArrayList<>();
        for (Result result : results) {
            if (result.key().measure() != Measure.COUNT) {
                continue;
            }
            if (result.key().analysisSet().equals("workers-only")) {
                addBothParts(
                        parts,
                        number(result, Statistic.MISSING),
                        people(result) + number(result, Statistic.MISSING).orElse(0L));
            } else if (result.key().term().isEmpty()) {
                assessed = number(result, Statistic.ASSESSED).orElse(0L);
                long missing = number(result, Statistic.MISSING).orElse(0L);
                rows = number(result, Statistic.RANDOMISED).orElse(assessed + missing);
                parts.add(rows - assessed);
                addBothParts(parts, number(result, Statistic.EVENTS), assessed);
                positive = number(result, Statistic.EVENTS).orElse(0L);
            } else {
                // Levels share out those assessed: with all others, each has its other part among them.
                number(result, Statistic.EVENTS)
                        .or(() -> number(result, Statistic.RANDOMISED))
                        .ifPresent(parts::add);
            }
        }
        for (Result result : results) {
            if (result.key().measure() == Measure.SUMMARY) {
                addBothParts(parts, number(result, Statistic.ZEROS), assessed);
                positive = assessed - number(result, Statistic.ZEROS).orElse(0L);
            }
        }
        return new Counted(rows, parts, positive);
    }

    /** Whether this may be of some of these people: no number is larger. */
    boolean mayContain(Counted some) {
        return some.rows <= rows && minus(List.of(some)).parts.stream().allMatch(part -> part >= 0);
    }

    /** What is left without some of them, number by number. */
    Counted minus(List<Counted> some) {
        List<Long> rest = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int at = part;
            rest.add(parts.get(part)
                    - some.stream()
                            .filter(counted -> counted.parts.size() > at)
                            .mapToLong(counted -> counted.parts.get(at))
                            .sum());
        }
        return new Counted(
                rows - some.stream().mapToLong(Counted::rows).sum(),
                rest,
                positive - some.stream().mapToLong(Counted::positive).sum());
    }

    /** Those of whom it is not known. */
    long missing() {
        return parts.isEmpty() ? 0 : parts.get(0);
    }

    /** Reads the counts of one arm in a stratum of a stratified comparison, in the order of those of a place. */
    static Counted ofStratum(Result result) {
        long assessed = people(result);
        long rows = number(result, Statistic.RANDOMISED).orElse(assessed);
        List<Long> parts = new ArrayList<>(List.of(rows - assessed));
        addBothParts(parts, number(result, Statistic.EVENTS), assessed);
        addBothParts(parts, number(result, Statistic.ZEROS), assessed);
        long positive = number(result, Statistic.EVENTS)
                .orElseGet(() -> assessed - number(result, Statistic.ZEROS).orElse(assessed));
        return new Counted(rows, parts, positive);
    }

    /** The same with those of one more kind. */
    Counted withPart(long part) {
        List<Long> more = new ArrayList<>(parts);
        more.add(part);
        return new Counted(rows, more, positive);
    }

    /** Those of whom it is known what is counted. */
    long assessed() {
        return rows - missing();
    }

    /** Whether anything counted is small. */
    boolean small(int threshold) {
        return isSmall(rows, threshold)
                || isSmall(assessed(), threshold)
                || parts.stream().anyMatch(part -> isSmall(part, threshold));
    }

    /** Whether a number of people is small and not none. */
    static boolean isSmall(long number, int threshold) {
        return number > 0 && number < threshold;
    }

    private static void addBothParts(List<Long> parts, Optional<Long> part, long whole) {
        part.ifPresent(number -> {
            parts.add(number);
            parts.add(whole - number);
        });
    }

    /** Those of whom a count tells that something is known. */
    static long people(Result counts) {
        return number(counts, Statistic.ASSESSED).orElse(0L);
    }

    private static Optional<Long> number(Result result, Statistic statistic) {
        return result.value(statistic).map(Double::longValue);
    }
}
