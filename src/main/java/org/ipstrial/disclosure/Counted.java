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
 */
record Counted(long rows, List<Long> parts) {

    /** Reads the results of one place about everybody in it. */
    static Counted of(List<Result> results) {
        long assessed = 0;
        long rows = 0;
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
                rows = number(result, Statistic.RANDOMISED).orElse(assessed);
                parts.add(rows - assessed);
                addBothParts(parts, number(result, Statistic.EVENTS), assessed);
            } else {
                // Levels share out those assessed: with all others, each has its other part among them.
                number(result, Statistic.EVENTS).ifPresent(parts::add);
            }
        }
        for (Result result : results) {
            if (result.key().measure() == Measure.SUMMARY) {
                addBothParts(parts, number(result, Statistic.ZEROS), assessed);
            }
        }
        return new Counted(rows, parts);
    }

    /** Those of whom it is known what is counted. */
    long assessed() {
        return parts.isEmpty() ? rows : rows - parts.get(0);
    }

    /** Whether anything counted is small. */
    boolean small(int threshold) {
        return isSmall(rows, threshold) || parts.stream().anyMatch(part -> isSmall(part, threshold));
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
