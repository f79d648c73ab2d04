package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.report.Block.Align;

/** Effects with their intervals, one a line, and by which method each is. */
final class EffectsTable {

    private static final List<Align> LINE = List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);

    private final Words words;
    private final Phrases phrases;
    private final HypothesisLines hypothesis;
    private final List<List<String>> rows = new ArrayList<>();

    EffectsTable(Words words, HypothesisLines hypothesis) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.hypothesis = hypothesis;
    }

    /** A line for each effect, named by its measure. */
    void addAll(List<Result> results, DoubleFunction<String> shown) {
        addAll(results, shown, shown);
    }

    /** The same, with estimates shown in a way of their own. */
    void addAll(List<Result> results, DoubleFunction<String> estimate, DoubleFunction<String> limit) {
        results.forEach(result -> add(phrases.measure(result), result, estimate, phrases.interval(result, limit)));
    }

    /** A line with a name of its own and an interval in its own words. */
    void add(String name, Result result, DoubleFunction<String> estimate, String interval) {
        rows.add(List.of(
                name,
                phrases.number(result, Statistic.ESTIMATE, estimate),
                interval,
                result.key().method()));
    }

    /**
     * The table.
     *
     * @param title what stands above the names
     * @param any   one of its results, by which it tells the level
     */
    Block block(String title, Result any) {
        return new Block.Table(
                List.of(
                        title,
                        words.get("estimate"),
                        words.get(hypothesis.key("ci"), Phrases.level(any)),
                        words.get("method")),
                LINE,
                rows);
    }
}
