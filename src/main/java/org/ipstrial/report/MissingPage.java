package org.ipstrial.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.report.Block.Align;

/** The page of one outcome with missing values: the primary analysis, whether other views agree with it, and what would not. */
final class MissingPage {

    private static final String WITHOUT = "missing-views-without";

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;

    MissingPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        BinaryPage binary = new BinaryPage(words, table, section);
        if (section.isAmount()) {
            blocks.addAll(new AmountPage(words, table, section).blocks());
            section.contrasts()
                    .forEach(contrast ->
                            blocks.addAll(new AmountMissingBlocks(words, table, section, contrast).blocks()));
        } else if (isComplete()) {
            blocks.addAll(binary.blocks());
        } else {
            blocks.addAll(binary.opening());
            for (Section.Contrast contrast : section.contrasts()) {
                blocks.add(new Block.Heading(2, words.get("contrast", contrast.group(), contrast.reference())));
                blocks.addAll(binary.primary(contrast));
                blocks.addAll(views(contrast));
                blocks.addAll(bounds(contrast));
                blocks.addAll(new TippingBlocks(words, table, section, contrast).blocks());
            }
        }
        blocks.addAll(new ImputationBlocks(words, table, section).blocks());
        if (isComplete()) {
            blocks.add(new Block.Paragraph(words.get("missing.complete", table.label(section.outcome()))));
        }
        Optional.ofNullable(table.settings().get(WITHOUT))
                .ifPresent(what -> blocks.add(new Block.Paragraph(words.get("missing.without", what))));
        return blocks;
    }

    private boolean isComplete() {
        return section.results().get(0).key().missingRule().equals("none-missing");
    }

    /** Whether every other way to look at the missing says what the primary analysis says. */
    private List<Block> views(Section.Contrast contrast) {
        List<Result> views = new ArrayList<>(contrast.of(Measure.RISK_DIFFERENCE));
        int primary = views.size();
        views.addAll(contrast.fillings());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            Result view = views.get(i);
            Result like = views.get(i % primary);
            String rule = words.get("rule." + view.key().missingRule(), contrast.group(), contrast.reference());
            List<String> row = new ArrayList<>(List.of(
                    i < primary ? words.get("missing.primary", rule) : rule,
                    phrases.number(
                            view, Statistic.ESTIMATE, value -> words.get("value.points", Rounding.percent(value))),
                    phrases.interval(view, Rounding::percent),
                    side(view)
                            .map(side -> TippingBlocks.side(words, table, side, contrast.group()))
                            .orElseGet(() -> phrases.reason(
                                    view.cells().get(Statistic.CONF_LOW).note())),
                    i < primary ? "" : agrees(view, like)));
            if (primary > 1) {
                row.add(view.key().method());
            }
            rows.add(row);
        }
        List<String> header = new ArrayList<>(List.of(
                words.get("measure.risk-difference"),
                words.get("estimate"),
                words.get(new HypothesisLines(words, table).key("ci"), Phrases.level(views.get(0))),
                words.get("missing.interval"),
                words.get("missing.agrees")));
        if (primary > 1) {
            header.add(words.get("method"));
        }
        return List.of(
                new Block.Paragraph(words.get("missing.views")),
                new Block.Table(header, Collections.nCopies(header.size(), Align.LEFT), rows));
    }

    private String agrees(Result view, Result primary) {
        Optional<String> one = side(view);
        Optional<String> other = side(primary);
        if (one.isEmpty() || other.isEmpty()) {
            return words.get("note." + CellPolicy.NOTE)
                            .equals(phrases.reason(
                                    view.cells().get(Statistic.CONF_LOW).note()))
                    ? words.get("note." + CellPolicy.NOTE)
                    : "";
        }
        return words.get(one.equals(other) ? "missing.agrees.yes" : "missing.agrees.no");
    }

    /** On which side of the tested difference an interval lies; nothing where there is none. */
    private Optional<String> side(Result view) {
        Optional<Double> low = view.value(Statistic.CONF_LOW);
        Optional<Double> high = view.value(Statistic.CONF_HIGH);
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        double tested = tested();
        if (low.filter(limit -> limit > tested).isPresent()) {
            return Optional.of("above");
        }
        return Optional.of(high.filter(limit -> limit < tested).isPresent() ? "below" : "around");
    }

    private double tested() {
        return TippingBlocks.hasMargin(table) ? (double) table.settings().get("margin") : 0;
    }

    /** The ratios under the other views, of which the extremes bound what they can be. */
    private List<Block> bounds(Section.Contrast contrast) {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : List.of(Measure.RISK_RATIO, Measure.ODDS_RATIO)) {
            List<Result> all = new ArrayList<>(contrast.of(measure));
            all.addAll(contrast.fillings(measure));
            DoubleFunction<String> shown = Rounding::ratio;
            for (Result result : all) {
                rows.add(List.of(
                        words.get("measure." + measure.id()),
                        words.get("rule." + result.key().missingRule(), contrast.group(), contrast.reference()),
                        phrases.number(result, Statistic.ESTIMATE, shown),
                        phrases.interval(result, shown),
                        result.key().method()));
            }
        }
        return List.of(
                new Block.Paragraph(words.get("missing.bounds")),
                new Block.Table(
                        List.of(
                                "",
                                words.get("missing.outcomes"),
                                words.get("estimate"),
                                words.get(
                                        new HypothesisLines(words, table).key("ci"),
                                        Phrases.level(contrast.results().get(0))),
                                words.get("method")),
                        List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
                        rows));
    }
}
