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
import org.ipstrial.report.Block.Align;

/** What the missing could do to a contrast on an amount, and the bounds among those who work in either arm. */
final class AmountMissingBlocks {

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final Section.Contrast contrast;
    private final DoubleFunction<String> shown;

    AmountMissingBlocks(Words words, ResultTable table, Section section, Section.Contrast contrast) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.contrast = contrast;
        double size = Math.max(mean(contrast.group()), mean(contrast.reference()));
        this.shown = value -> Rounding.decimals(value, Rounding.decimalsFor(size));
    }

    private double mean(String arm) {
        return section.first(arm, Measure.SUMMARY)
                .flatMap(summary -> summary.value(Statistic.MEAN))
                .map(Math::abs)
                .orElse(0.0);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Result> views = contrast.fillings(Measure.MEAN_DIFFERENCE);
        List<Result> shifts = contrast.of(Measure.TIPPING_SHIFT);
        List<Result> lee = contrast.of(Measure.TRIMMING_BOUND);
        if (!views.isEmpty() || !shifts.isEmpty() || !lee.isEmpty()) {
            blocks.add(new Block.Heading(
                    2, words.get("missing.what-could", words.get("contrast", contrast.group(), contrast.reference()))));
        }
        if (views.stream().anyMatch(AmountMissingBlocks::lacksRange)) {
            blocks.add(new Block.Paragraph(words.get("missing.no-range")));
        } else if (!views.isEmpty()) {
            blocks.addAll(views(views));
        }
        shifts.stream()
                .filter(shift -> !lacksRange(shift))
                .map(this::sentence)
                .forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
        if (!shifts.isEmpty() && !lacksRange(shifts.get(0))) {
            blocks.add(new Block.Paragraph(words.get("tipping.shift.how")));
        }
        if (!lee.isEmpty()) {
            blocks.addAll(lee(lee));
        }
        return blocks;
    }

    private static boolean lacksRange(Result result) {
        return result.cells().get(Statistic.ESTIMATE).note().equals("no-range");
    }

    private List<Block> views(List<Result> views) {
        List<Result> all = new ArrayList<>(contrast.of(Measure.MEAN_DIFFERENCE));
        int primary = all.size();
        all.addAll(views);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Result view = all.get(i);
            Result like = all.get(i % primary);
            String rule = words.get(
                    (i < primary ? "rule." : "rule.amount.") + view.key().missingRule(),
                    contrast.group(),
                    contrast.reference());
            Optional<String> side = side(view);
            rows.add(List.of(
                    i < primary ? words.get("missing.primary", rule) : rule,
                    phrases.number(view, Statistic.ESTIMATE, shown),
                    phrases.interval(view, shown),
                    side.map(this::side).orElse(""),
                    i < primary || side.isEmpty()
                            ? ""
                            : words.get(side.equals(side(like)) ? "missing.agrees.yes" : "missing.agrees.no"),
                    view.key().method()));
        }
        return List.of(
                new Block.Paragraph(
                        words.get("missing.views-range", table.settings().get("range." + section.outcome()))),
                new Block.Table(
                        List.of(
                                words.get("measure.mean-difference"),
                                words.get("estimate"),
                                words.get(new HypothesisLines(words, table).key("ci"), Phrases.level(all.get(0))),
                                words.get("missing.interval"),
                                words.get("missing.agrees"),
                                words.get("method")),
                        List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                        rows));
    }

    private Optional<String> side(Result view) {
        double tested = hasMargin() ? (double) table.settings().get("margin") : 0;
        Optional<Double> low = view.value(Statistic.CONF_LOW);
        Optional<Double> high = view.value(Statistic.CONF_HIGH);
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        if (low.filter(limit -> limit > tested).isPresent()) {
            return Optional.of("above");
        }
        return Optional.of(high.filter(limit -> limit < tested).isPresent() ? "below" : "around");
    }

    private boolean hasMargin() {
        return Measure.MEAN_DIFFERENCE.id().equals(table.settings().get("margin-measure"));
    }

    private String side(String side) {
        return words.get("tipping.side." + side + (hasMargin() ? ".margin" : ""), contrast.group());
    }

    /** At which mean of the missing of one arm the interval changes sides. */
    private String sentence(Result shift) {
        List<String> term = Names.parts(shift.key().term());
        boolean ofGroup = term.get(1).equals("group");
        String arm = ofGroup ? contrast.group() : contrast.reference();
        String other = ofGroup ? contrast.reference() : contrast.group();
        String direction = words.get("tipping.shift." + term.get(3));
        if (shift.value(Statistic.ESTIMATE).isEmpty()) {
            String key = shift.cells().get(Statistic.ESTIMATE).note().equals("never") ? "never" : "hidden";
            return words.get("tipping.shift." + key, other, arm, direction);
        }
        return words.get(
                "tipping.shift",
                other,
                arm,
                direction,
                shown.apply(shift.value(Statistic.MEAN).orElseThrow()),
                shown.apply(Math.abs(shift.value(Statistic.ESTIMATE).orElseThrow())),
                shown.apply(section.first(arm, Measure.SUMMARY)
                        .flatMap(summary -> summary.value(Statistic.MEAN))
                        .orElseThrow()));
    }

    private List<Block> lee(List<Result> lee) {
        List<Block> blocks = new ArrayList<>();
        Optional<Result> lower = bound(lee, "bound=lower");
        Optional<Result> upper = bound(lee, "bound=upper");
        Optional<Result> effect = bound(lee, "bound=effect");
        if (upper.isEmpty() || effect.isEmpty()) {
            return List.of(new Block.Paragraph(
                    words.get("lee.none", phrases.number(lower.orElseThrow(), Statistic.ESTIMATE, shown))));
        }
        Result trimmed = lee.stream()
                .filter(result -> result.key().term().startsWith("trimmed="))
                .findFirst()
                .orElseThrow();
        String arm = trimmed.key().term().equals("trimmed=group") ? contrast.group() : contrast.reference();
        blocks.add(new Block.Paragraph(words.get(
                "lee",
                phrases.number(lower.orElseThrow(), Statistic.ESTIMATE, shown),
                phrases.number(upper.get(), Statistic.ESTIMATE, shown),
                words.get("ci.of", Phrases.level(effect.get()), phrases.interval(effect.get(), shown)),
                phrases.number(trimmed, Statistic.ESTIMATE, Rounding::percent),
                arm)));
        blocks.add(new Block.Paragraph(words.get("lee.monotone", contrast.group(), contrast.reference())));
        return blocks;
    }

    private static Optional<Result> bound(List<Result> lee, String term) {
        return lee.stream().filter(result -> result.key().term().equals(term)).findFirst();
    }
}
