package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** A report, or the check of one, in a page that stands on the page of a build job. */
public final class RunSummary {

    private static final int MOST_LINES = 50;
    private static final int MOST_EFFECTS = 100;

    private static final List<Measure> EFFECTS = List.of(
            Measure.RISK_DIFFERENCE, Measure.MEAN_DIFFERENCE, Measure.CONDITIONAL_ODDS_RATIO, Measure.HAZARD_RATIO);

    /**
     * What a check found.
     *
     * @param files the files that are other, one a line
     * @param moved which numbers moved, where that can be told
     */
    public record Difference(List<String> files, Optional<Moved> moved) {
        /** Copies the lines. */
        public Difference {
            files = List.copyOf(files);
        }

        /** Whether the report is what would be written now. */
        public boolean isNone() {
            return files.isEmpty();
        }
    }

    /**
     * What is other in the results.
     *
     * @param around what they come from and rest on
     * @param moved  numbers that moved
     * @param gone   results that only the report has
     * @param come   results that only a new one would have
     */
    public record Moved(List<String> around, List<String> moved, List<String> gone, List<String> come) {
        /** Copies the lines. */
        public Moved {
            around = List.copyOf(around);
            moved = List.copyOf(moved);
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }

        /** Whether the numbers are the same, whatever they come from. */
        public boolean isNone() {
            return moved.isEmpty() && gone.isEmpty() && come.isEmpty();
        }
    }

    private final Words words;
    private final List<Block> blocks = new ArrayList<>();

    private RunSummary(Words words) {
        this.words = words;
    }

    /**
     * Of a report that was written.
     *
     * @param files its files
     */
    public static Report ofReport(ReleasedTable released, List<String> files, Language language) {
        RunSummary summary = new RunSummary(Words.of(language));
        summary.head(released.table());
        summary.effects(Stated.table(released, language));
        summary.list("summary.files", files);
        return new Report(summary.blocks).in(language);
    }

    /** Of the check of a report. */
    public static Report ofCheck(ReleasedTable released, Difference difference, Language language) {
        RunSummary summary = new RunSummary(Words.of(language));
        summary.head(released.table());
        Words words = summary.words;
        summary.say(words.get(difference.isNone() ? "summary.true" : "summary.untrue"));
        if (difference.isNone()) {
            return new Report(summary.blocks).in(language);
        }
        difference.moved().ifPresent(moved -> {
            summary.list("summary.around", moved.around());
            summary.list("summary.moved", moved.moved());
            summary.list("summary.gone", moved.gone());
            summary.list("summary.come", moved.come());
            if (moved.isNone()) {
                summary.say(words.get("summary.none-moved"));
            }
        });
        summary.list("summary.other", difference.files());
        return new Report(summary.blocks).in(language);
    }

    private void head(ResultTable table) {
        blocks.add(
                new Block.Heading(1, words.get("summary.title", table.settings().getOrDefault("trial", ""))));
        Optional.ofNullable(table.settings().get("rehearsal")).ifPresent(any -> say(words.get("report.rehearsal")));
        Optional.ofNullable(table.settings().get("lock"))
                .ifPresent(lock -> say(words.get("lock", new Stated(words).lock(lock))));
    }

    private void say(String text) {
        blocks.add(new Block.Paragraph(text));
    }

    /** A table of one column, so that no line is taken for anything but text. */
    private void list(String key, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        lines.stream().limit(MOST_LINES).forEach(line -> rows.add(List.of(line)));
        blocks.add(new Block.Table(List.of(words.get(key, lines.size())), List.of(Align.LEFT), rows));
        if (lines.size() > MOST_LINES) {
            say(words.get("summary.more", lines.size() - MOST_LINES));
        }
    }

    /** The differences and hazard ratios of everybody, each by its first method. */
    private void effects(ResultTable table) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();
        for (Result result : table.results()) {
            List<String> what = List.of(
                    result.key().analysis(),
                    result.key().outcome(),
                    result.key().group(),
                    result.key().reference(),
                    result.key().measure().id());
            if (isEffect(result) && !seen.contains(what) && rows.size() < MOST_EFFECTS) {
                seen.add(what);
                rows.add(row(table, result));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    List.of(
                            words.get("summary.analysis"),
                            words.get("plan.outcome"),
                            words.get("summary.contrast"),
                            words.get("report.methods.measure"),
                            words.get("estimate"),
                            words.get("summary.interval")),
                    List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                    rows));
        }
    }

    private static boolean isEffect(Result result) {
        return EFFECTS.contains(result.key().measure())
                && !result.key().reference().isEmpty()
                && result.key().stratum().isEmpty()
                && (result.key().term().isEmpty() || result.key().term().startsWith("cause="))
                && !Names.isHypothesis(result.key().term())
                && !result.key().analysis().endsWith("/missing")
                && result.cell(Statistic.ESTIMATE).isPresent()
                && result.cell(Statistic.CONF_LOW).isPresent()
                && result.cell(Statistic.CONF_HIGH).isPresent()
                && result.cell(Statistic.CONF_LEVEL).isPresent();
    }

    private List<String> row(ResultTable table, Result result) {
        Phrases phrases = new Phrases(words);
        Measure measure = result.key().measure();
        int decimals =
                Rounding.decimalsFor(Math.abs(result.value(Statistic.ESTIMATE).orElse(0.0)));
        DoubleFunction<String> shown = measure == Measure.RISK_DIFFERENCE
                ? value -> Rounding.percent(value)
                : measure == Measure.HAZARD_RATIO || measure == Measure.CONDITIONAL_ODDS_RATIO
                        ? Rounding::ratio
                        : value -> Rounding.decimals(value, decimals);
        DoubleFunction<String> estimate = measure == Measure.RISK_DIFFERENCE
                ? value -> words.get("value.points", Rounding.percent(value))
                : shown;
        return List.of(
                result.key().analysis(),
                table.label(result.key().outcome()),
                words.get("contrast", result.key().group(), result.key().reference()),
                phrases.measure(result),
                phrases.number(result, Statistic.ESTIMATE, estimate),
                words.get("ci.of", Phrases.level(result), phrases.interval(result, shown)));
    }
}
