package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;

/** The page of one amount: a summary of each arm, and the contrasts. */
final class AmountPage {

    private final Words words;
    private final Phrases phrases;
    private final ResultTable table;
    private final Section section;
    private final HypothesisLines hypothesis;

    AmountPage(Words words, ResultTable table, Section section) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.table = table;
        this.section = section;
        this.hypothesis = new HypothesisLines(words, table);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(phrases.headings(table, section));
        for (Section.Contrast contrast : section.contrasts()) {
            blocks.add(new Block.Paragraph(sentence(contrast)));
        }
        blocks.add(new ArmTable(words).amounts(section, ""));
        blocks.addAll(new AllArmsLines(words, table, section).blocks());
        blocks.addAll(
                new ContrastBlocks(words, table, section).all(this::comparison, this::testsAlone, this::effectsAlone));
        return blocks;
    }

    private List<Block> comparison(Section.Contrast contrast) {
        List<Block> blocks = new ArrayList<>(List.of(effects(contrast)));
        blocks.addAll(notes(contrast));
        blocks.addAll(new TestLines(words, hypothesis.oneSided()).of(contrast));
        blocks.addAll(hypothesis.of(contrast));
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
        EffectsTable effects = new EffectsTable(words, hypothesis);
        effects.addAll(contrast.of(Measure.MEAN_DIFFERENCE), shown);
        effects.addAll(contrast.of(Measure.RATIO_OF_MEANS), Rounding::ratio);
        effects.addAll(contrast.of(Measure.CONDITIONAL_ODDS_RATIO), Rounding::ratio);
        effects.addAll(contrast.of(Measure.PROBABILISTIC_INDEX), Rounding::ratio);
        effects.addAll(contrast.of(Measure.HODGES_LEHMANN), shown);
        effects.addAll(contrast.of(Measure.WIN_ODDS), Rounding::ratio);
        effects.addAll(contrast.of(Measure.STANDARDISED_MEAN_DIFFERENCE), value -> Rounding.decimals(value, 2));
        return effects.block("", contrast.of(Measure.MEAN_DIFFERENCE).get(0));
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
}
