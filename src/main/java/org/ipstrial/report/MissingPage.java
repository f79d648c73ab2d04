package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
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
            blocks.addAll(ofAmounts());
        } else if (isComplete()) {
            blocks.addAll(binary.blocks());
        } else {
            blocks.addAll(binary.opening());
            for (Section.Contrast contrast : section.contrasts()) {
                blocks.add(new Block.Heading(2, words.get("contrast", contrast.group(), contrast.reference())));
                blocks.addAll(binary.primary(contrast));
                blocks.addAll(others(contrast));
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

    /** Only what a page of the comparison does not say. */
    List<Block> beside() {
        List<Block> blocks = new ArrayList<>(phrases.headings(table, section));
        if (section.isAmount()) {
            blocks.addAll(ofAmounts());
        } else {
            for (Section.Contrast contrast : section.contrasts()) {
                blocks.add(new Block.Heading(2, words.get("contrast", contrast.group(), contrast.reference())));
                blocks.addAll(others(contrast));
            }
        }
        Optional.ofNullable(table.settings().get(WITHOUT))
                .ifPresent(what -> blocks.add(new Block.Paragraph(words.get("missing.without", what))));
        return blocks;
    }

    private List<Block> ofAmounts() {
        return section.contrasts().stream()
                .flatMap(contrast -> new AmountMissingBlocks(words, table, section, contrast).blocks().stream())
                .toList();
    }

    /** The other views of a contrast on a yes/no outcome, and what would overturn it. */
    private List<Block> others(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(views(contrast));
        blocks.addAll(bounds(contrast));
        blocks.addAll(new TippingBlocks(words, table, section, contrast).blocks());
        return blocks;
    }

    private boolean isComplete() {
        return section.results().get(0).key().missingRule().equals("none-missing");
    }

    /** Whether every other way to look at the missing says what the primary analysis says. */
    private List<Block> views(Section.Contrast contrast) {
        AgreementTable views = new AgreementTable(
                words,
                table,
                contrast,
                Measure.RISK_DIFFERENCE,
                value -> words.get("value.points", Rounding.percent(value)),
                Rounding::percent);
        return List.of(
                new Block.Paragraph(words.get("missing.views")),
                views.of(
                        contrast.fillings(),
                        "rule.",
                        AgreementTable.imputed(section, contrast, Measure.RISK_DIFFERENCE),
                        new TippingAgreement(words, table, contrast).of(views.primarySide(any -> true)),
                        contrast.of(Measure.RISK_DIFFERENCE).size() > 1));
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
