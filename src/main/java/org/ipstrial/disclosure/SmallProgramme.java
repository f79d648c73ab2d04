package org.ipstrial.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;

/**
 * What may not be shown of how a programme is run.
 *
 * <p>Of consultants one is hidden who has had few people in all, has few now, or never had more than a few; with one of them
 * everybody together is hidden, from whom the others could be taken away. Every other outcome is hidden as a whole, in all
 * its strata, if anything counted in it is small: those assessed, missing, with the event or without it, and, since the days
 * are grouped before anything is computed of them, those who left in any part of the time, and how (the series
 * {@code left}). All jobs are hidden too where they differ by a few from everybody's first job. No curve and no caseload over
 * time is shown, of which each step is a person.
 */
final class SmallProgramme {

    private static final String COMMAND = "caseload";
    private static final String SERIES = "caseload;";
    private static final String LEFT = SERIES + "left;";
    private static final String OF_ALL = "caseload-of-all";
    private static final String ALL_JOBS = "job-match";
    private static final String FIRST_JOBS = "first-job-match";

    private final int threshold;
    private final Set<String> outcomes = new HashSet<>();
    private final Set<String> consultants = new HashSet<>();

    SmallProgramme(List<Result> results, List<Series> series, int threshold) {
        this.threshold = threshold;
        Map<String, Result> counts = new HashMap<>();
        results.stream().filter(SmallProgramme::isOfCaseload).forEach(result -> {
            ResultKey key = result.key();
            boolean small = counted(result).anyMatch(number -> Counted.isSmall(number, threshold));
            if (small && key.outcome().equals(COMMAND)) {
                consultants.add(key.group());
            } else if (small) {
                outcomes.add(key.outcome());
            }
            if (key.measure() == Measure.COUNT && key.term().isEmpty()) {
                counts.put(key.outcome(), result);
            }
        });
        if (!consultants.isEmpty()) {
            outcomes.add(OF_ALL);
        }
        for (Series one : series) {
            if (one.name().startsWith(LEFT) && isSmall(one)) {
                // The outcome comes first, and none has a sign that is escaped.
                outcomes.add(Names.parts(one.name().substring(LEFT.length())).get(1));
            }
        }
        if (differByFew(Optional.ofNullable(counts.get(ALL_JOBS)), Optional.ofNullable(counts.get(FIRST_JOBS)))) {
            outcomes.add(ALL_JOBS);
        }
    }

    /** Whether a result is hidden. */
    boolean hides(Result result) {
        ResultKey key = result.key();
        return isOfCaseload(result)
                && (key.outcome().equals(COMMAND)
                        ? consultants.contains(key.group())
                        : outcomes.contains(key.outcome()));
    }

    /** The series without those of this command. */
    static List<Series> released(List<Series> series) {
        return series.stream().filter(one -> !one.name().startsWith(SERIES)).toList();
    }

    private static boolean isOfCaseload(Result result) {
        return result.key().analysis().equals(COMMAND);
    }

    private static LongStream counted(Result result) {
        Map<Statistic, Double> numbers = new HashMap<>();
        if (result.key().measure() == Measure.COUNT || result.key().measure() == Measure.CASELOAD) {
            for (Statistic statistic : List.of(
                    Statistic.ASSESSED, Statistic.MISSING, Statistic.EVENTS, Statistic.ESTIMATE, Statistic.MAX)) {
                result.value(statistic).ifPresent(number -> numbers.put(statistic, number));
            }
        }
        if (numbers.containsKey(Statistic.ASSESSED) && numbers.containsKey(Statistic.EVENTS)) {
            numbers.put(Statistic.ZEROS, numbers.get(Statistic.ASSESSED) - numbers.get(Statistic.EVENTS));
        }
        return numbers.values().stream().mapToLong(Double::longValue);
    }

    private boolean isSmall(Series series) {
        return series.columns().entrySet().stream()
                .filter(column -> !column.getKey().equals("time"))
                .map(Map.Entry::getValue)
                .flatMapToDouble(Arrays::stream)
                .anyMatch(people -> Counted.isSmall((long) people, threshold));
    }

    private boolean differByFew(Optional<Result> all, Optional<Result> first) {
        return all.isPresent()
                && first.isPresent()
                && List.of(Statistic.ASSESSED, Statistic.MISSING, Statistic.EVENTS).stream()
                        .mapToLong(
                                statistic -> (long) (all.get().value(statistic).orElse(0.0)
                                        - first.get().value(statistic).orElse(0.0)))
                        .anyMatch(difference -> Counted.isSmall(difference, threshold));
    }
}
