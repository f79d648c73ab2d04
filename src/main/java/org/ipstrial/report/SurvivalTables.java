package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/**
 * The tables of a time to an event.
 *
 * @param say     the phrases
 * @param section the results
 */
record SurvivalTables(SurvivalWords say, Section section) {

    private static final String FOLLOW_UP = Names.pair("of", "follow-up");

    /** The people, their ends, the median time where there is one, and how long they were followed. */
    Block people() {
        boolean median = section.results().stream()
                .anyMatch(result -> result.key().measure() == Measure.MEDIAN_TIME
                        && !result.key().term().equals(FOLLOW_UP));
        List<String> header = new ArrayList<>(List.of(
                "", say.words().get("count.rows"), say.words().get(say.compete() ? "survival.ended" : "count.events")));
        if (median) {
            header.add(say.words().get("survival.median", say.level()));
        }
        header.add(say.words().get("survival.follow-up"));
        List<List<String>> rows = new ArrayList<>();
        for (String arm : section.arms()) {
            Result counts = section.first(arm, Measure.COUNT).orElseThrow();
            List<String> row =
                    new ArrayList<>(List.of(arm, count(counts, Statistic.RANDOMISED), count(counts, Statistic.EVENTS)));
            if (median) {
                row.add(section.of(arm, Measure.MEDIAN_TIME, "", "").stream()
                        .findFirst()
                        .map(say::time)
                        .orElse(""));
            }
            row.add(section.of(arm, Measure.MEDIAN_TIME, "", FOLLOW_UP).stream()
                    .findFirst()
                    .map(result -> say.phrases()
                            .number(result, Statistic.ESTIMATE, value -> SurvivalWords.time(value, result)))
                    .orElse(""));
            rows.add(row);
            for (Result cause : section.results()) {
                if (cause.key().measure() == Measure.COUNT
                        && cause.key().group().equals(arm)
                        && !cause.key().term().isEmpty()) {
                    List<String> less = new ArrayList<>(Collections.nCopies(header.size(), ""));
                    less.set(0, Block.Table.INDENT + say.cause(cause.key().term()));
                    less.set(2, count(cause, Statistic.EVENTS));
                    rows.add(less);
                }
            }
        }
        return new Block.Table(header, numbers(header.size()), rows);
    }

    private String count(Result counts, Statistic statistic) {
        return counts.cell(statistic)
                .map(any -> say.phrases().number(counts, statistic, value -> Rounding.decimals(value, 0)))
                .orElse("");
    }

    /** A table with a column for each time; of each cause apart. */
    Optional<List<Block>> byTime(Measure measure, String title, Function<Result, String> shown) {
        List<Result> all = section.results().stream()
                .filter(result -> result.key().measure() == measure
                        && result.key().reference().isEmpty())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        for (String term :
                all.stream().map(result -> result.key().term()).distinct().toList()) {
            List<String> times = all.stream()
                    .map(result -> result.key().timepoint())
                    .distinct()
                    .toList();
            List<String> header = new ArrayList<>(List.of(
                    term.isEmpty()
                            ? say.words().get(title, say.level())
                            : say.words().get(title + "-cause", say.level(), say.cause(term))));
            header.addAll(times.stream().map(say::when).toList());
            List<List<String>> rows = new ArrayList<>();
            for (String arm : section.arms()) {
                List<String> row = new ArrayList<>(List.of(arm));
                for (String time : times) {
                    row.add(all.stream()
                            .filter(result -> result.key().group().equals(arm)
                                    && result.key().timepoint().equals(time)
                                    && result.key().term().equals(term))
                            .findFirst()
                            .map(shown)
                            .orElse(""));
                }
                rows.add(row);
            }
            blocks.add(new Block.Table(header, numbers(header.size()), rows));
        }
        return Optional.of(blocks);
    }

    private static List<Align> numbers(int columns) {
        List<Align> align = new ArrayList<>(Collections.nCopies(columns, Align.RIGHT));
        align.set(0, Align.LEFT);
        return align;
    }
}
