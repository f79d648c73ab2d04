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

/** The page of one amount: a summary of each arm, and the contrasts. */
final class AmountPage {

    private static final List<Align> EFFECT = List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final HypothesisLines hypothesis;
    private final StrataBlocks strata;
    private final AdjustedBlocks adjusted;

    AmountPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.hypothesis = new HypothesisLines(words, table);
        this.strata = new StrataBlocks(words, table, section);
        this.adjusted = new AdjustedBlocks(words, table, section);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(phrases.headings(table, section));
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Paragraph(sentence(contrast)));
        }
        blocks.add(new ArmTable(words).amounts(section, ""));
        blocks.addAll(new AllArmsLines(words, table, section).blocks());
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Heading(2, words.get("contrast", contrast.group(), contrast.reference())));
            blocks.add(effects(contrast));
            blocks.addAll(notes(contrast));
            blocks.addAll(new TestLines(words, hypothesis.oneSided()).of(contrast));
            blocks.addAll(hypothesis.of(contrast));
            blocks.addAll(strata.of(section.overStrata(contrast), this::testsAlone));
            blocks.addAll(adjusted.of(section.adjusted(contrast), this::effectsAlone));
        }
        blocks.addAll(strata.counts());
        blocks.addAll(adjusted.covariates());
        return blocks;
    }

    private List<Block> effectsAlone(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(List.of(effects(contrast)));
        blocks.addAll(hypothesis.of(contrast));
        return blocks;
    }

    /** Of an amount no effect is combined over strata. */
    private List<Block> testsAlone(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(new TestLines(words, hypothesis.oneSided()).of(contrast));
        blocks.add(new Block.Paragraph(words.get("strata.tests-alone")));
        return blocks;
    }

    private DoubleFunction<String> shown(Section.Contrast contrast) {
        double size = Math.max(
                mean(contrast.group()).orElse(0.0), mean(contrast.reference()).orElse(0.0));
        return value -> Rounding.decimals(value, Rounding.decimalsFor(size));
    }

    private Optional<Double> mean(String arm) {
        return section.first(arm, Measure.SUMMARY).flatMap(summary -> summary.value(Statistic.MEAN));
    }

    private String sentence(Section.Contrast contrast) {
        Result difference = contrast.of(Measure.MEAN_DIFFERENCE).get(0);
        Optional<Double> estimate = difference.value(Statistic.ESTIMATE);
        if (estimate.isEmpty()) {
            return phrases.noDifference(contrast, difference);
        }
        DoubleFunction<String> shown = shown(contrast);
        return words.get(
                "sentence.amount",
                mean(contrast.group()).map(shown::apply).orElseThrow(),
                mean(contrast.reference()).map(shown::apply).orElseThrow(),
                new Direction(words, "amount").of(estimate.get(), shown, contrast.group()),
                new Direction(words, "amount").interval(phrases, hypothesis.key("ci.of"), difference, shown));
    }

    private Block effects(Section.Contrast contrast) {
        DoubleFunction<String> shown = shown(contrast);
        List<List<String>> rows = new ArrayList<>();
        contrast.of(Measure.MEAN_DIFFERENCE).forEach(result -> rows.add(effect(result, shown)));
        contrast.of(Measure.RATIO_OF_MEANS).forEach(result -> rows.add(effect(result, Rounding::ratio)));
        contrast.of(Measure.CONDITIONAL_ODDS_RATIO).forEach(result -> rows.add(effect(result, Rounding::ratio)));
        contrast.of(Measure.PROBABILISTIC_INDEX).forEach(result -> rows.add(effect(result, Rounding::ratio)));
        contrast.of(Measure.HODGES_LEHMANN).forEach(result -> rows.add(effect(result, shown)));
        contrast.of(Measure.WIN_ODDS).forEach(result -> rows.add(effect(result, Rounding::ratio)));
        contrast.of(Measure.STANDARDISED_MEAN_DIFFERENCE)
                .forEach(result -> rows.add(effect(result, value -> Rounding.decimals(value, 2))));
        Result sample = contrast.of(Measure.MEAN_DIFFERENCE).get(0);
        return new Block.Table(
                List.of(
                        "",
                        words.get("estimate"),
                        words.get(hypothesis.key("ci"), Phrases.level(sample)),
                        words.get("method")),
                EFFECT,
                rows);
    }

    /** What stands at an estimate that exists, once for each measure. */
    private List<Block> notes(Section.Contrast contrast) {
        return contrast.results().stream()
                .filter(result -> result.value(Statistic.ESTIMATE).isPresent()
                        && !result.cells().get(Statistic.ESTIMATE).note().isEmpty())
                .map(result -> words.get(
                        "noted",
                        words.get("measure." + result.key().measure().id()),
                        phrases.reason(result.cells().get(Statistic.ESTIMATE).note())))
                .distinct()
                .<Block>map(Block.Paragraph::new)
                .toList();
    }

    private List<String> effect(Result result, DoubleFunction<String> shown) {
        return List.of(
                phrases.measure(result),
                phrases.number(result, Statistic.ESTIMATE, shown),
                phrases.interval(result, shown),
                result.key().method());
    }
}
